import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watch } from '../../sandbox/auditor/watch.ts';
import { houseRules } from '../../sandbox/demo/house-rules.ts';
import { recall } from '../../src/core/ledger.ts';
import {
  type ActionWorld,
  aConfig,
  beginCheck,
  copyWorld,
  foundWorld,
  ledgerFile,
  stateBranch,
} from './action-world.ts';
import { type AgentJob, carryOut } from './agent-job.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { readClaims } from './claims.ts';
import { matrixOf } from './run-action.ts';
import { dispatch, endRun, finish, iterate, planOnly, prove, settle, startAgent } from './run-by-hand.ts';

const spool = mkdtempSync(join(tmpdir(), 'lost-ledger-'));
afterAll(() => rmSync(spool, { recursive: true, force: true }));

/** Where story 1.1 stands: an agent at work, its pull request green, reviewed too, merged into a base that is not proven. */
const stages = ['claimed', 'opened', 'reviewed', 'merged'] as const;
type Stage = (typeof stages)[number];

interface Moment {
  readonly world: ActionWorld;
  /** The file of the ledger. */
  readonly ledger: string;
}

const moments = new Map<Stage, Moment>();
let founded: string;
/** The agent that was at work when the story was claimed. */
let first: AgentJob;

beforeAll(async () => {
  const world = await found();
  founded = new Date().toISOString();
  const sent = await dispatch(world);
  startAgent(world, sent.run, sent.leg.id);
  await keep('claimed', world);
  first = await carryOut(world, sent, sent.leg);
  await settle(world, first);
  endRun(world, sent.run);
  prove(world);
  await keep('opened', world);
  // The base is not proven any more, so that what is reviewed waits.
  startCheck(world);
  await iterate(world);
  await keep('reviewed', world);
  prove(world);
  const end = await planOnly(world);
  expect(end.text).toContain('merge 1.1');
  await keep('merged', world);
  await world[Symbol.asyncDispose]();
});

afterAll(async () => {
  for (const { world } of moments.values()) await world[Symbol.asyncDispose]();
});

function found(): Promise<ActionWorld> {
  const witness = join(import.meta.dirname, '../../sandbox/agent/witness.sh');
  const smallAgent = join(import.meta.dirname, 'small-agent.mjs');
  const agent = { command: ['sh', witness, spool, process.execPath, smallAgent], 'timeout-minutes': 1 };
  return foundWorld({
    files: {
      'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }),
      '.github/orchestrate.yml': aConfig({ agents: { implement: agent, review: agent } }),
    },
  });
}

async function keep(stage: Stage, world: ActionWorld): Promise<void> {
  const ledger = await world.git(['show', `${stateBranch}:${ledgerFile}`]);
  moments.set(stage, { world: await copyWorld(world), ledger });
}

function momentOf(stage: Stage): Moment {
  const moment = moments.get(stage);
  if (moment === undefined) throw new Error(`there is no moment ${stage}`);
  return moment;
}

/** A check on the base that does not end by itself. */
function startCheck({ github }: ActionWorld): void {
  beginCheck(github, github.world.branches().get('main') ?? '', 'slow');
}

async function replaceLedger(world: ActionWorld, text: string | null): Promise<void> {
  const files = { [ledgerFile]: text };
  await world.github.world.pushAs('ada', { branch: stateBranch, files, message: 'Somebody restores the state' });
}

/** Holds the world to one claim, one pull request, one merge, and nothing that an auditor would find. */
async function account(world: ActionWorld): Promise<void> {
  expect(await readClaims(world)).toEqual(['1.1']);
  expect(world.github.world.pulls()).toMatchObject([{ headRef: 'orchestrate/1.1', merged: true }]);
  const auditor = watch(world.github.world, spool, {
    repository: join(world.folder, 'github/repo.git'),
    stateBranch,
    rules: houseRules(2),
  });
  const found = await auditor.violations();
  expect(found.filter(({ at }) => at > founded)).toEqual([]);
}

interface Row {
  readonly stage: Stage;
  /** What takes the ledger's place: that of an earlier moment, or nothing. */
  readonly by: Stage | 'nothing';
}

const rows: readonly Row[] = [
  { stage: 'opened', by: 'nothing' },
  { stage: 'opened', by: 'claimed' },
  { stage: 'reviewed', by: 'nothing' },
  { stage: 'reviewed', by: 'opened' },
  { stage: 'merged', by: 'nothing' },
  { stage: 'merged', by: 'claimed' },
  { stage: 'merged', by: 'reviewed' },
];

describe('a ledger that is gone, or an old one', () => {
  it('is no matter where nothing of it was lost', async () => {
    await using world = await copyWorld(momentOf('merged').world);
    await finish(world);
    await account(world);
  });

  it.each(rows)('a story that is $stage comes to its end with the ledger of: $by', async ({ stage, by }) => {
    await using world = await copyWorld(momentOf(stage).world);
    await replaceLedger(world, by === 'nothing' ? null : momentOf(by).ledger);
    await finish(world);
    await account(world);
  });

  it('waits for the agents that it may have known', async () => {
    await using world = await copyWorld(momentOf('claimed').world);
    await replaceLedger(world, null);
    const plan = await planOnly(world);
    expect(matrixOf(plan)).toEqual([]);
    expect(plan.text).toMatch(new RegExp(`run ${first.run}\\b.* may be at it`));
    const before = world.written().length;
    await settle(world, first);
    expect(world.github.world.pulls()).toEqual([]);
    expect(
      world
        .written()
        .slice(before)
        .every((event) => event.kind !== 'push' || event.ref.endsWith(stateBranch)),
    ).toBe(true);
    endRun(world, first.run);
    await finish(world);
    await account(world);
    expect(recall(await world.ledger(), '1.1').authorRuns).toBe(0);
  });
});

describe('a ledger that cannot be read', () => {
  it.each([
    { fault: 'truncated', spoil: (text: string) => text.slice(0, text.length / 2), says: 'the file is not JSON' },
    {
      fault: 'from a newer version',
      spoil: (text: string) => text.replace(/("state_data": \{\s+"version": )1/, '$12'),
      says: 'The ledger has version 2, which is newer',
    },
  ])('is held to and not overwritten when it is $fault, until somebody restores it', async (row) => {
    await using world = await copyWorld(momentOf('merged').world);
    const spoilt = row.spoil(momentOf('merged').ledger);
    await replaceLedger(world, spoilt);
    const end = await world.run('plan');
    expect(end.exitCode).toBe(1);
    expect(end.text).toContain(row.says);
    expect(await world.git(['show', `${stateBranch}:${ledgerFile}`])).toBe(spoilt);
    await replaceLedger(world, momentOf('merged').ledger);
    await finish(world);
    await account(world);
  });
});
