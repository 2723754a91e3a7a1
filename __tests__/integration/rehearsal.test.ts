import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Conclusion } from '../../sandbox/actions-host.ts';
import { readAssignmentFile } from '../../src/agents/assignment-file.ts';
import { emptyOutcome } from '../../src/agents/outcome-folder.ts';
import { canaryBranch, type Rehearsal, rehearsalId } from '../../src/core/rehearsal.ts';
import { closeCanary } from '../../src/doctor/rehearsal/canary.ts';
import { parseReport } from '../../src/doctor/rehearsal/report.ts';
import { createGitHub } from '../../src/github/client.ts';
import { runRehearsal, runRehearsed } from '../../src/phases/rehearsal.ts';
import type { RunnerContext } from '../../src/phases/runner-context.ts';
import { type ActionWorld, aConfig, foundWorld } from '../acceptance/action-world.ts';
import { contextOf, inputsOf, plan } from './own-step.ts';

const atOnce = { workMinutes: 0, quietMinutes: 0, pauseMs: 0 };

// One world: every rehearsal has a run of its own, and leaves nothing.
let world: ActionWorld;
beforeAll(async () => {
  const config = aConfig({ setup: { command: 'true' }, verify: { command: 'npm test' } });
  world = await foundWorld({ files: { '.github/orchestrate.yml': config } });
});
afterEach(() => world.github.world.removeRuleset('all'));
afterAll(() => world[Symbol.asyncDispose]());

interface Opened {
  readonly context: RunnerContext;
  readonly rehearsal: Rehearsal;
  readonly end: Awaited<ReturnType<typeof runRehearsal>>;
}

interface Opening {
  readonly context?: RunnerContext;
  readonly log?: string[];
  readonly token?: string;
}

async function open({ context = contextOf(world), log = [], token = world.token }: Opening = {}): Promise<Opened> {
  const inputs = { ...inputsOf(world, null), token, phase: 'rehearsal', assignments: context.temp } as const;
  const end = await runRehearsal(inputs, context, (line) => log.push(line));
  return { context, rehearsal: { run: context.run, attempt: context.attempt }, end };
}

/** CI on the canary: a run that ended so, with a job of that name; none where it was parked. */
function report({ rehearsal }: Opened, name: string, conclusion: Conclusion): void {
  const { world: site, host } = world.github;
  const headBranch = canaryBranch(rehearsal);
  const sha = site.branches().get(headBranch) ?? '';
  const trigger = {
    event: 'pull_request',
    ref: 'refs/pull/1/merge',
    sha,
    headSha: sha,
    headBranch,
    actor: 'app',
  } as const;
  const workflowPath = '.github/workflows/ci.yml';
  const run = host.createRun({ workflowPath, workflowName: 'CI', runName: 'CI', trigger: { ...trigger, payload: {} } });
  if (conclusion !== 'action_required') {
    const job = host.createJob({ runId: run.id, name });
    host.updateJob(job.id, { status: 'completed', conclusion });
  }
  host.updateRun(run.id, { status: 'completed', conclusion });
}

/** What its agent job left, as the upload of that job would have it. */
function leave({ rehearsal }: Opened, exitCode: number) {
  const verify = { command: 'npm test', exitCode, tail: 'not ok 7\n' };
  const outcome = {
    version: 1,
    assignment: rehearsalId(rehearsal),
    ...rehearsal,
    ...emptyOutcome('completed', ''),
    verify,
  };
  const archive = zipSync({ 'outcome.json': strToU8(JSON.stringify(outcome)) });
  const { id } = world.github.host.createArtifact({ runId: rehearsal.run, name: 'outcome', archive });
  return { artifact: id, digest: `sha256:${createHash('sha256').update(archive).digest('hex')}` };
}

async function settle(opened: Opened, outcome: ReturnType<typeof leave> | null, token = world.token) {
  const lines: string[] = [];
  const inputs = { ...inputsOf(world, null), token, phase: 'rehearsed', rehearsal: opened.rehearsal, outcome } as const;
  const end = await runRehearsed(inputs, opened.context, (line) => lines.push(line), atOnce);
  const findings = (parseReport(lines.join('\n')) ?? []).map(({ check, verdict }) => `${check}: ${verdict}`);
  return { end, lines, findings };
}

function pullOf({ rehearsal }: Opened) {
  return world.github.world.pulls().find(({ headRef }) => headRef === canaryBranch(rehearsal));
}

function canaries(): readonly string[] {
  return [...world.github.world.branches().keys()].filter((branch) => branch.startsWith('orchestrate-rehearsal/'));
}

const allIsWell = ['canary', 'ci', 'checks', 'permissions', 'job', 'setup', 'verify'].map(
  (one) => `rehearsal_${one}: pass`,
);

it('opens a pull request that changes no file and no pass touches, and closes it when all was seen', async () => {
  const opened = await open();
  const tip = world.github.world.branches().get('main');
  const pull = pullOf(opened);
  expect(pull).toMatchObject({ state: 'open', draft: false, baseRef: 'main', author: 'orchestrate-app[bot]' });
  expect(await world.git(['diff', '--stat', 'main', pull?.headSha ?? ''])).toBe('');
  expect((await world.git(['rev-parse', `${pull?.headSha}^`])).trim()).toBe(tip);
  expect(JSON.parse(opened.end.outputs.matrix ?? '')).toEqual([
    { id: rehearsalId(opened.rehearsal), ref: tip, review: false },
  ]);
  const file = await readAssignmentFile(opened.context.temp, rehearsalId(opened.rehearsal));
  expect(file).toMatchObject({
    assignment: { role: 'rehearsal', startSha: tip },
    job: { verify: { command: 'npm test' } },
  });
  report(opened, 'test', 'success');
  await plan(world);
  expect(pullOf(opened)).toMatchObject({ state: 'open', labels: [] });
  const { end, findings } = await settle(opened, leave(opened, 0));
  expect(findings).toEqual(allIsWell);
  expect(end.failure).toBeUndefined();
  expect(end.summary).toContain('0 failed, 0 cannot be told, 7 passed');
  expect(pullOf(opened)).toMatchObject({ state: 'closed', merged: false });
  expect(canaries()).toEqual([]);
});

it('says that runs are parked, and closes the canary', async () => {
  const opened = await open();
  report(opened, '', 'action_required');
  const { end, findings, lines } = await settle(opened, leave(opened, 0));
  expect(findings).toEqual(
    allIsWell.filter((one) => !/_checks/.test(one)).map((one) => one.replace('ci: pass', 'ci: fail')),
  );
  expect(lines.join('\n')).toContain('CI waits for somebody to approve it');
  expect([end.failure, end.outputs.failures]).toEqual(['The rehearsal found 1 fault.', '1']);
  expect(canaries()).toEqual([]);
});

it('says which required name never reported', async () => {
  const opened = await open();
  report(opened, 'tests', 'success');
  const { findings, lines } = await settle(opened, leave(opened, 0));
  expect(findings).toEqual(allIsWell.map((one) => one.replace('checks: pass', 'checks: fail')));
  expect(lines.join('\n')).toMatch(/test was never reported: only tests ended/);
});

it("says that the project's own check fails on the base", async () => {
  const opened = await open();
  report(opened, 'test', 'success');
  const { findings, lines } = await settle(opened, leave(opened, 1));
  expect(findings).toEqual(allIsWell.map((one) => one.replace('verify: pass', 'verify: fail')));
  expect(lines.join('\n')).toMatch(/`npm test` ended with 1 on the base, .*: not ok 7/);
});

it('says what the App may not do, once it comes to that', async () => {
  const opened = await open();
  report(opened, 'test', 'success');
  const { world: site, host } = world.github;
  const permissions = {
    contents: 'write',
    'pull-requests': 'write',
    checks: 'read',
    actions: 'read',
    statuses: 'read',
  } as const;
  const token = host.issueInstallationToken(site.createApp({ slug: 'meek-app', permissions }));
  const { findings, lines } = await settle(opened, null, token);
  expect(findings.filter((one) => one.includes('permissions'))).toEqual(Array(2).fill('rehearsal_permissions: fail'));
  expect(lines.join('\n')).toMatch(/may not report checks[\s\S]*may not start runs/);
  const queued = host.runs().filter(({ status }) => status === 'queued');
  expect(queued).toEqual([]);
});

it('closes the canary even where it may not be looked at', async () => {
  const opened = await open();
  const { world: site, host } = world.github;
  const permissions = { contents: 'write', 'pull-requests': 'write', actions: 'read' } as const;
  const token = host.issueInstallationToken(site.createApp({ slug: 'blind-app', permissions }));
  await expect(settle(opened, null, token)).rejects.toThrow('not accessible by integration');
  expect(pullOf(opened)?.state).toBe('closed');
  expect(canaries()).toEqual([]);
});

it('closes the canary of an agent job that left nothing', async () => {
  const opened = await open();
  report(opened, 'test', 'success');
  const { findings } = await settle(opened, null);
  expect(findings).toEqual([...allIsWell.slice(0, 4), 'rehearsal_job: fail']);
  expect(canaries()).toEqual([]);
});

it('closes what rehearsals that are over have left, and nothing of one that goes on', async () => {
  const [killed, atWork] = [await open(), await open()];
  const { host } = world.github;
  host.updateRun(killed.rehearsal.run, { status: 'completed', conclusion: 'cancelled' });
  // Run again by somebody: the attempt that it was opened in is over all the same.
  host.updateRun(host.restartRun(killed.rehearsal.run).id, { status: 'in_progress' });
  const log: string[] = [];
  const again = await open({ log });
  expect(canaries()).toEqual([canaryBranch(atWork.rehearsal), canaryBranch(again.rehearsal)]);
  expect(log[0]).toBe(`▸ close ${canaryBranch(killed.rehearsal)} — left over by a rehearsal`);
  expect([killed, atWork, again].map((one) => pullOf(one)?.state)).toEqual(['closed', 'open', 'open']);
  const second = await open({ context: { ...again.context, attempt: 2 } });
  expect(canaries()).toEqual([canaryBranch(atWork.rehearsal), canaryBranch(second.rehearsal)]);
  for (const left of [atWork, second])
    await closeCanary(createGitHub({ ...left.context, token: world.token }), left.rehearsal);
});

it('says that it could not take its branch away, where a rule keeps it', async () => {
  const opened = await open();
  report(opened, 'test', 'success');
  world.github.world.setRuleset({ name: 'all', include: ['~ALL'], rules: [{ type: 'deletion' }] });
  const { findings, lines } = await settle(opened, leave(opened, 0));
  expect(findings).toEqual([...allIsWell, 'rehearsal_canary: fail']);
  expect(lines.join('\n')).toMatch(/the canary could not be closed: GitHub keeps the branch/);
  expect(pullOf(opened)?.state).toBe('closed');
  world.github.world.removeRuleset('all');
  await closeCanary(createGitHub({ ...opened.context, token: world.token }), opened.rehearsal);
  expect(canaries()).toEqual([]);
});

it('hands nothing out where its branch is refused, and says why', async () => {
  world.github.world.setRuleset({ name: 'all', include: ['~ALL'], rules: [{ type: 'creation' }] });
  const log: string[] = [];
  const opened = await open({ log });
  expect(opened.end).toMatchObject({ outputs: { count: '0', failures: '1' }, failure: 'The rehearsal found 1 fault.' });
  expect(log.join('\n')).toMatch(/✗ rehearsal_canary +orchestrate-rehearsal\/\d+-1 could not be pushed: .*creat/i);
  expect(pullOf(opened)).toBeUndefined();
});

it('leaves no branch behind where no pull request may be opened', async () => {
  const { world: site, host } = world.github;
  const permissions = { contents: 'write', actions: 'write', 'pull-requests': 'read' } as const;
  const token = host.issueInstallationToken(site.createApp({ slug: 'poor-app', permissions }));
  const before = canaries();
  const { end } = await open({ token });
  expect(end.summary).toMatch(/no pull request could be opened: .*Give the App pull requests: write/);
  expect(canaries()).toEqual(before);
});
