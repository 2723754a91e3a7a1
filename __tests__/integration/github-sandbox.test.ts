import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Trigger } from '../../sandbox/actions-host.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import { runGit } from '../../src/git/git.ts';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { dispatchWorkflow } from '../../src/github/dispatch-workflow.ts';
import { downloadArtifact } from '../../src/github/download-artifact.ts';
import { ensureCheck } from '../../src/github/ensure-check.ts';
import { type EnsuredPullRequest, ensurePullRequest } from '../../src/github/ensure-pull-request.ts';
import { readFailureLogs } from '../../src/github/failure-logs.ts';
import { readLegs } from '../../src/github/legs.ts';
import { mergePullRequest } from '../../src/github/merge.ts';
import { type ObserveQuestion, observeGitHub } from '../../src/github/observe.ts';
import { usualPatience } from '../../src/github/patience.ts';
import { readMergeState } from '../../src/github/read-merge-state.ts';
import { rerunJob } from '../../src/github/rerun-job.ts';

const question: ObserveQuestion = {
  base: 'main',
  branchPrefix: 'orchestrate/',
  tracked: [],
  workflow: 'orchestrate.yml',
  runs: [],
  newest: 50,
  dashboard: null,
  rulesetCache: null,
};

const workflow = 'on: workflow_dispatch\njobs: {}\n';

interface Place extends AsyncDisposable {
  readonly site: SandboxGitHub;
  readonly github: GitHub;
  /** Commits a file on a branch that starts from `main`, pushes it and returns its head. */
  push(branch: string, file: string): Promise<string>;
  /** Has a job of this name run on a commit, by GitHub Actions. */
  runCheck(headSha: string, job: string, conclusion: 'success' | 'failure'): { runId: number; jobId: number };
}

async function openPlace(bypass?: 'always'): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'orchestrate-github-'));
  const site = await startGitHub({ directory: join(directory, 'site'), owner: 'o', repo: 'r', defaultBranch: 'main' });
  const { world, host } = site;
  const app = world.createApp({ slug: 'orchestrate' });
  const token = host.issueInstallationToken(app);
  const cwd = join(directory, 'clone');
  const author = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b.test',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b.test',
  };
  const git = async (...args: readonly string[]): Promise<string> =>
    (await runGit(args, { cwd, env: author, credential: { url: site.cloneUrl, token: admin } })).stdout.trim();
  const admin = world.createUser('owner', 'admin');
  const commit = async (file: string, text: string): Promise<string> => {
    const blob = await runGit(['hash-object', '-w', '--stdin'], { cwd, input: text });
    await git('update-index', '--add', '--cacheinfo', `100644,${blob.stdout.trim()},${file}`);
    await git('commit', '--quiet', '--message', file);
    return git('rev-parse', 'HEAD');
  };
  await runGit(['init', '--quiet', '--initial-branch=main', cwd]);
  await commit('.github/workflows/orchestrate.yml', workflow);
  await git('push', '--quiet', site.cloneUrl, 'main');
  world.setRuleset({
    name: 'protect main',
    include: ['~DEFAULT_BRANCH'],
    rules: [
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: 'test', integration_id: 15368 }],
          strict_required_status_checks_policy: false,
        },
      },
    ],
    bypassActors:
      bypass === undefined ? [] : [{ actor_id: Number(app.appId), actor_type: 'Integration', bypass_mode: bypass }],
  });
  return {
    site,
    github: createGitHub({ token, apiUrl: site.apiUrl, owner: 'o', repo: 'r' }),
    async push(branch, file) {
      await git('checkout', '--quiet', '-B', branch, 'main');
      const head = await commit(file, `${file}\n`);
      await git('push', '--quiet', site.cloneUrl, `${branch}:${branch}`);
      return head;
    },
    runCheck(headSha, name, conclusion) {
      const trigger: Trigger = {
        event: 'push',
        ref: 'refs/heads/x',
        sha: headSha,
        headSha,
        headBranch: 'x',
        actor: 'owner',
        payload: {},
      };
      const path = { workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI' };
      const run = host.createRun({ ...path, trigger });
      const job = host.createJob({ runId: run.id, name });
      host.saveJobLog(job.id, '2026-10-01T10:00:00.0000000Z 1 failed\n');
      host.updateJob(job.id, { status: 'in_progress' });
      host.updateJob(job.id, { status: 'completed', conclusion });
      host.updateRun(run.id, { status: 'completed', conclusion });
      return { runId: run.id, jobId: job.id };
    },
    async [Symbol.asyncDispose]() {
      await site.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function open(place: Place, branch: string): Promise<EnsuredPullRequest> {
  const wanted = { head: branch, base: 'main', title: branch, body: 'body', labels: ['orchestrate'] };
  const opened = await ensurePullRequest(place.github, wanted);
  if (opened === null) throw new Error(`${branch} brings nothing`);
  return opened;
}

describe('the adapter against the sandbox', () => {
  test('shows the last word of each reviewer, and who of them may write', async () => {
    await using place = await openPlace();
    const { world } = place.site;
    const head = await place.push('orchestrate/1', 'one.txt');
    const { number } = await open(place, 'orchestrate/1');
    for (const [login, role, event] of [
      ['bob', 'write', 'REQUEST_CHANGES'],
      ['bob', 'write', 'APPROVE'],
      ['eve', 'read', 'APPROVE'],
    ] as const) {
      world.createUser(login, role);
      world.reviewAs(login, number, { event });
    }
    const [seen] = (await observeGitHub(place.github, question)).pullRequests;
    expect(seen).toMatchObject({ author: 'orchestrate', reviewDecision: null });
    expect(seen?.reviews).toEqual([
      expect.objectContaining({ author: 'bob', isPerson: true, canWrite: true, state: 'APPROVED', commit: head }),
      expect.objectContaining({ author: 'eve', isPerson: true, canWrite: false, state: 'APPROVED', commit: head }),
    ]);
  });

  test('takes a branch to its merge, and each step twice is the same as once', async () => {
    await using place = await openPlace();
    const { github } = place;
    const head = await place.push('orchestrate/1', 'one.txt');
    const opened = await open(place, 'orchestrate/1');
    expect(opened).toMatchObject({ headSha: head, isAsWanted: true });
    expect(await open(place, 'orchestrate/1')).toEqual(opened);

    const blocked = await observeGitHub(github, question);
    expect(blocked.pullRequests).toMatchObject([{ number: opened.number, headSha: head, mergeState: 'BLOCKED' }]);
    expect(blocked.rules).toMatchObject({
      requiredChecks: [{ name: 'test', appId: 15368 }],
      bypass: 'never',
    });
    const merge = { number: opened.number, headSha: head, method: 'squash', title: 'One (#1)', message: 'm' } as const;
    const patience = { ...usualPatience, firstMs: 10 };
    expect(await mergePullRequest(github, merge, patience)).toMatchObject({ kind: 'not_mergeable' });

    const { runId } = place.runCheck(head, 'test', 'success');
    const gate = {
      sha: head,
      name: 'orchestrate/gate',
      externalId: 'orchestrate',
      conclusion: 'success',
      title: 't',
      summary: 's',
      detailsUrl: null,
    } as const;
    expect(await ensureCheck(github, gate)).toBe(await ensureCheck(github, gate));
    const ready = await observeGitHub(github, question);
    expect(ready.pullRequests[0]?.checks).toMatchObject([
      { name: 'test', state: 'success', appId: 15368, workflowRunId: runId },
      { name: 'orchestrate/gate', state: 'success', workflowRunId: null },
    ]);
    expect(await readMergeState(github, opened.number, patience)).toMatchObject({
      headSha: head,
      mergeState: 'CLEAN',
      baseSha: ready.base.sha,
    });

    const moved = { ...merge, headSha: ready.base.sha };
    expect(await mergePullRequest(github, moved, patience)).toEqual({ kind: 'head_moved' });
    const merged = await mergePullRequest(github, merge, patience);
    expect(merged).toMatchObject({ kind: 'merged' });
    expect(await mergePullRequest(github, merge, patience)).toEqual(merged);

    const after = await observeGitHub(github, { ...question, tracked: [opened.number] });
    const mergeSha = merged.kind === 'merged' ? merged.sha : null;
    expect(after.base.sha).toBe(mergeSha);
    expect(after.pullRequests).toMatchObject([{ number: opened.number, state: 'MERGED', mergeSha }]);
  });

  test('sees that its token could pass over the rules', async () => {
    await using place = await openPlace('always');
    expect((await observeGitHub(place.github, question)).rules.bypass).toBe('possible');
  });

  test('observes six pull requests at the price of none', async () => {
    await using place = await openPlace();
    await observeGitHub(place.github, question);
    const quiet = place.github.requests();
    for (let index = 1; index <= 6; index += 1) {
      await place.push(`orchestrate/${index}`, `${index}.txt`);
      await open(place, `orchestrate/${index}`);
    }
    const before = place.github.requests();
    expect((await observeGitHub(place.github, question)).pullRequests).toHaveLength(6);
    expect(place.github.requests() - before).toBe(quiet);
    expect(quiet).toBeLessThanOrEqual(6);
  });

  test('reads how the legs of a run ended, has a job run again and starts a run', async () => {
    await using place = await openPlace();
    const { host } = place.site;
    const head = await place.push('orchestrate/1', 'one.txt');
    const { runId, jobId } = place.runCheck(head, 'a1 / agent', 'failure');
    expect([...(await readLegs(place.github, runId, 1)).values()]).toEqual([
      { assignment: 'a1', agent: 'failure', settle: 'missing', settleJobId: null },
    ]);
    const commands: unknown[] = [];
    host.onCommand((command) => commands.push(command));
    expect(await rerunJob(place.github, jobId)).toEqual({ kind: 'started' });
    host.restartRun(runId);
    expect(await rerunJob(place.github, jobId)).toEqual({ kind: 'under_way' });
    expect(commands).toEqual([{ kind: 'rerun_job', runId, jobId }]);

    const started: Trigger[] = [];
    host.onTrigger((trigger) => void started.push(trigger));
    await dispatchWorkflow(place.github, { workflow: 'orchestrate.yml', ref: 'main' });
    await expect
      .poll(() => started.filter(({ event }) => event === 'workflow_dispatch'))
      .toMatchObject([{ ref: 'refs/heads/main', workflowPath: '.github/workflows/orchestrate.yml' }]);
  });

  test('fetches an artifact and the log of a failed job', async () => {
    await using place = await openPlace();
    const head = await place.push('orchestrate/1', 'one.txt');
    await open(place, 'orchestrate/1');
    const { runId } = place.runCheck(head, 'test', 'failure');
    const archive = zipSync({ 'outcome.json': strToU8('{}') });
    const artifact = place.site.host.createArtifact({ runId, name: 'outcome', archive });
    const digest = createHash('sha256').update(archive).digest('hex');
    expect(await downloadArtifact(place.github, { id: artifact.id, runId, digest })).toEqual({
      kind: 'files',
      files: new Map([['outcome.json', Buffer.from('{}')]]),
    });
    const { pullRequests } = await observeGitHub(place.github, question);
    const explained = await readFailureLogs(place.github, pullRequests[0]?.checks ?? []);
    expect(explained).toMatchObject([{ name: 'test', state: 'failure', summary: '1 failed' }]);
  });
});
