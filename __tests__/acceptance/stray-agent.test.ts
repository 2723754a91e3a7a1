import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { dispatch, endRun, finish, nextRun, planOnly, prove, settle, startAgent } from './run-by-hand.ts';

/** What the second agent is sent for: CI of the head was green, or red. */
type Errand = 'review' | 'fix';

interface Moment {
  readonly world: ActionWorld;
  /** An agent that the ledger of now does not know any more: a ledger from before it was sent was put back. */
  readonly stray: AgentJob;
}

const moments = new Map<Errand, Moment>();

beforeAll(async () => {
  const config = aConfig({ concurrency: 3 });
  const backlog = aBacklog({ epics: [anEpic(1, [aStory('1.1')])] });
  await using world = await foundWorld({ files: { 'backlog.json': backlog, '.github/orchestrate.yml': config } });
  const sent = await dispatch(world);
  await settle(world, await carryOut(world, sent, sent.leg));
  endRun(world, sent.run);
  for (const errand of ['review', 'fix'] as const) moments.set(errand, await sendStray(await copyWorld(world), errand));
});

afterAll(async () => {
  for (const { world } of moments.values()) await world[Symbol.asyncDispose]();
});

/** An agent is sent and works; then somebody restores the state from before. */
async function sendStray(world: ActionWorld, errand: Errand): Promise<Moment> {
  const old = await world.git(['show', `${stateBranch}:${ledgerFile}`]);
  if (errand === 'review') prove(world);
  else failHead(world);
  const sent = await dispatch(world);
  expect(sent.text).toContain(`dispatch (${errand}) 1.1`);
  startAgent(world, sent.run, sent.leg.id);
  const stray = await carryOut(world, sent, sent.leg);
  const files = { [ledgerFile]: old };
  await world.github.world.pushAs('ada', { branch: stateBranch, files, message: 'Restore the state' });
  return { world, stray };
}

function failHead({ github }: ActionWorld): void {
  const [pull] = github.world.pulls();
  if (pull === undefined) throw new Error('there is no pull request');
  beginCheck(github, pull.headSha)('failure');
}

async function momentOf(errand: Errand): Promise<Moment> {
  const moment = moments.get(errand);
  if (moment === undefined) throw new Error(`nobody was sent for a ${errand}`);
  return { ...moment, world: await copyWorld(moment.world) };
}

describe('an agent that a ledger put back does not know', () => {
  it.each<Errand>(['review', 'fix'])(
    'is not joined by a second one: %s; its end wakes the loop, its outcome is thrown away, and the story goes on',
    async (errand) => {
      const { world: copy, stray } = await momentOf(errand);
      await using world = copy;
      const held = await planOnly(world);
      expect(matrixOf(held)).toEqual([]);
      expect(held.text).toContain(`an agent of run ${stray.run} that the ledger does not know may be at it`);
      expect(queued(world)).toEqual([]);

      const heads = world.github.world.pulls().map(({ headSha }) => headSha);
      await settle(world, stray);
      endRun(world, stray.run);
      expect(world.github.world.pulls().map(({ headSha }) => headSha)).toEqual(heads);
      expect(recall(await world.ledger(), '1.1').verdict).toBeNull();
      expect(queued(world), 'the successor that its settle started').toHaveLength(1);

      const run = nextRun(world);
      const plan = await world.run('plan', { run });
      expect(matrixOf(plan)).toHaveLength(1);
      expect(plan.text).toContain(`dispatch (${errand}) 1.1`);
    },
  );

  it('costs the story nothing but time', async () => {
    const { world: copy, stray } = await momentOf('review');
    await using world = copy;
    await planOnly(world);
    await settle(world, stray);
    endRun(world, stray.run);
    await finish(world);
    expect(await readClaims(world)).toEqual(['1.1']);
    expect(world.github.world.pulls()).toMatchObject([{ headRef: 'orchestrate/1.1', merged: true }]);
  });
});

function queued({ github: { host } }: ActionWorld): readonly number[] {
  return host.runs().flatMap(({ id, workflowName, status }) => {
    return workflowName === 'Orchestrate' && status === 'queued' ? [id] : [];
  });
}
