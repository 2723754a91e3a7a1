import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssignmentFile } from '../../src/agents/assignment-file.ts';
import { recall } from '../../src/core/ledger.ts';
import { type ActionWorld, copyWorld, foundWorld, stateBranch } from './action-world.ts';
import { type AgentJob, putFile, runAgentJob, upload, withOutcome, withWork } from './agent-job.ts';
import { matrixOf } from './run-action.ts';

// An agent has worked in this world, and nothing of it is settled; every test settles in a copy.
let worked: ActionWorld;
let job: AgentJob;

beforeAll(async () => {
  worked = await foundWorld();
  job = await runAgentJob(worked);
});
afterAll(() => worked[Symbol.asyncDispose]());

function pushesTo(world: ActionWorld, branch: string): number {
  return world.written().filter((event) => event.kind === 'push' && event.ref === `refs/heads/${branch}`).length;
}

describe('an outcome that stands', () => {
  it('is pushed and opened as a pull request, once, however often it is settled', async () => {
    await using world = await copyWorld(worked);
    const settle = upload(world, job);

    expect(await world.run('settle', settle)).toMatchObject({ exitCode: 0, errors: [] });

    const head = JSON.parse(new TextDecoder().decode(job.files['outcome.json'])).head;
    expect(world.github.world.branches().get('orchestrate/1.1')).toBe(head);
    const [pull, ...others] = world.github.world.pulls();
    expect(others).toEqual([]);
    const author = 'orchestrate-app[bot]';
    expect(pull).toMatchObject({ headRef: 'orchestrate/1.1', headSha: head, baseRef: 'main', state: 'open', author });
    const ledger = await world.ledger();
    expect(ledger.lease).toBeNull();
    expect(ledger.flights[job.id]).toBeUndefined();
    expect(recall(ledger, '1.1')).toMatchObject({
      head: { sha: head },
      pullRequest: pull?.number,
      authorRuns: 1,
      feedback: [],
    });

    const before = world.written();
    expect(await world.run('settle', settle)).toMatchObject({ exitCode: 0, errors: [] });
    expect(world.written()).toEqual(before);
    expect(pushesTo(world, 'orchestrate/1.1')).toBe(1);
    expect(world.github.world.pulls()).toHaveLength(1);
  });
});

function withoutLog({ files: { 'agent.log': _, ...files } }: AgentJob): AgentJob['files'] {
  return files;
}

interface Refused {
  readonly fault: string;
  readonly forge: (world: ActionWorld) => AgentJob;
  readonly says: string;
}

/** Settles a forged outcome and holds it to having brought nothing into the repository. */
async function settleForged(
  world: ActionWorld,
  forged: AgentJob,
  change: Readonly<Record<string, string>> = {},
): Promise<string> {
  const settle = upload(world, forged);
  const end = await world.run('settle', { ...settle, run: job.run, inputs: { ...settle.inputs, ...change } });
  expect(end).toMatchObject({ exitCode: 0, errors: [] });
  expect(new Set(world.github.world.branches().keys())).toEqual(new Set(['main', stateBranch]));
  expect(world.github.world.pulls()).toEqual([]);
  expect((await world.ledger()).flights[job.id]).toBeUndefined();
  return end.text;
}

describe('an outcome whose machine cannot be believed is a failure of the machines', () => {
  const rows: readonly Refused[] = [
    {
      fault: 'of another assignment',
      forge: () => withOutcome(job, { assignment: 'x-1' }),
      says: 'the outcome is of assignment x-1',
    },
    {
      fault: 'of another attempt',
      forge: () => withOutcome(job, { attempt: 2 }),
      says: ', attempt 2',
    },
    {
      fault: 'in an artifact of another run',
      forge: (world) => ({ ...job, run: world.newRun() }),
      says: 'the artifact was not made by run',
    },
    {
      fault: 'that cannot be parsed',
      forge: () => ({ ...job, files: { ...job.files, 'outcome.json': strToU8('{"version": 1,') } }),
      says: 'outcome.json is not JSON',
    },
    {
      fault: 'of another shape',
      forge: () => withOutcome(job, { head: '../../etc/passwd' }),
      says: 'outcome.json has another shape',
    },
    {
      fault: 'with more files than there can be',
      forge: () => ({ ...job, files: { ...job.files, 'more.txt': strToU8('more') } }),
      says: 'it holds 4 files, and 3 are the most there can be',
    },
    {
      fault: 'with a file that does not belong there',
      forge: () => ({ ...job, files: { '../evil.sh': strToU8('id'), ...withoutLog(job) } }),
      says: 'the archive holds "../evil.sh", which does not belong there',
    },
  ];

  it.each(rows)('$fault', async ({ forge, says }) => {
    await using world = await copyWorld(worked);
    expect(await settleForged(world, forge(world))).toContain(says);
    expect(recall(await world.ledger(), '1.1')).toMatchObject({
      infrastructure: { failures: 1 },
      authorRuns: 0,
      feedback: [],
      head: null,
    });
  });

  it('in an artifact that is not what was uploaded', async () => {
    await using world = await copyWorld(worked);
    const { inputs } = upload(world, job);
    const archive = join(world.folder, 'github/artifacts', `${inputs['outcome-artifact']}.zip`);
    writeFileSync(archive, zipSync({ ...job.files, 'agent.log': strToU8('another log') }));
    const end = await world.run('settle', { run: job.run, inputs });
    expect(end.text).toContain("the artifact's digest is");
    expect(world.github.world.pulls()).toEqual([]);
    expect(recall(await world.ledger(), '1.1').infrastructure.failures).toBe(1);
  });

  it('in an artifact that is not there', async () => {
    await using world = await copyWorld(worked);
    expect(await settleForged(world, job, { 'outcome-artifact': '9' })).toContain('there is no such artifact');
    expect(recall(await world.ledger(), '1.1').infrastructure.failures).toBe(1);
  });

  it('of another digest than its upload said', async () => {
    await using world = await copyWorld(worked);
    const digest = { 'outcome-digest': 'a'.repeat(64) };
    expect(await settleForged(world, job, digest)).toContain("the artifact's digest is");
    expect(recall(await world.ledger(), '1.1').infrastructure.failures).toBe(1);
  });
});

describe('work that must not come in is refused, and a fresh author is told why', () => {
  const rows: readonly Refused[] = [
    {
      fault: 'a symbolic link',
      forge: (world) => withWork(world, job, (folder) => symlinkSync('/etc/passwd', join(folder, 'src/link'))),
      says: 'src/link',
    },
    {
      fault: 'no change at all',
      forge: (world) => withWork(world, job, () => undefined),
      says: 'the work changes nothing',
    },
    {
      fault: 'a head that its bundle does not hold',
      forge: () => withOutcome(job, { head: 'b'.repeat(40) }),
      says: `the bundle does not hold ${'b'.repeat(40)}`,
    },
    {
      fault: 'an agent that failed',
      forge: () => withOutcome(job, { kind: 'failed', detail: 'it gave up' }),
      says: 'the agent failed: it gave up',
    },
  ];

  it.each(rows)('$fault', async ({ forge, says }) => {
    await using world = await copyWorld(worked);
    expect(await settleForged(world, forge(world))).toContain(says);
    expect(recall(await world.ledger(), '1.1')).toMatchObject({
      authorRuns: 1,
      infrastructure: { failures: 0 },
      head: null,
      feedback: [{ kind: 'outcome_refused', items: [expect.stringContaining(says)] }],
    });
  });

  it('work that does not descend from where it was to start, and the next plan sends a fix', async () => {
    await using world = await copyWorld(worked);
    const forged = withWork(world, job, (folder) => putFile(folder, 'src/done.js', '\n'), `${job.start}^`);
    const says = 'the work does not descend from the commit it was to start from';
    expect(await settleForged(world, forged)).toContain(says);

    const plan = await world.run('plan');
    const [next] = matrixOf(plan);
    const { assignment } = await readAssignmentFile(plan.outputs.assignments ?? '', next?.id ?? '');
    expect(assignment).toMatchObject({
      role: 'fix',
      branch: 'orchestrate/1.1',
      startSha: job.start,
      feedback: [{ kind: 'outcome_refused', summary: says }],
    });
  });
});

describe('work that stands and changes protected paths', () => {
  const rows = [
    { what: 'a configuration of agents', path: 'AGENTS.md', text: 'Obey.\n' },
    { what: 'the backlog', path: 'backlog.json', text: '{"epics":[]}\n' },
  ];

  it.each(rows)('is kept where nothing runs it, once, for a person to look at: $what', async ({ path, text }) => {
    await using world = await copyWorld(worked);
    const settle = upload(
      world,
      withWork(world, job, (folder) => putFile(folder, path, text)),
    );

    const end = await world.run('settle', settle);
    expect(end).toMatchObject({ exitCode: 0, errors: [] });
    expect(end.text).toContain('the change touches protected paths');
    const { kept, authorRuns, feedback } = recall(await world.ledger(), '1.1');
    expect({ paths: kept?.protectedPaths, authorRuns, feedback }).toEqual({
      paths: [path],
      authorRuns: 1,
      feedback: [],
    });
    const sha = kept?.head.sha ?? '';
    expect(await world.git(['rev-parse', `refs/orchestrate/kept/${sha}`])).toContain(sha);
    expect(world.github.world.branches().has('orchestrate/1.1')).toBe(false);
    expect(world.github.world.pulls()).toEqual([]);

    const before = world.written();
    expect(await world.run('settle', settle)).toMatchObject({ exitCode: 0, errors: [] });
    expect(world.written()).toEqual(before);
  });
});
