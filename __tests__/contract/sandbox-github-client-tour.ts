import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { gatherDoctorFacts } from '../../src/doctor/gather.ts';
import { RemoteError } from '../../src/errors.ts';
import { ensureBranchGone, listBranches } from '../../src/github/branches.ts';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { dispatchWorkflow } from '../../src/github/dispatch-workflow.ts';
import { downloadArtifact } from '../../src/github/download-artifact.ts';
import { ensureApproved, ensureUnapproved } from '../../src/github/ensure-approval.ts';
import { ensureCheck, type WantedCheck } from '../../src/github/ensure-check.ts';
import { ensureComment } from '../../src/github/ensure-comment.ts';
import { ensureIssue } from '../../src/github/ensure-issue.ts';
import { ensurePullRequest } from '../../src/github/ensure-pull-request.ts';
import { ensurePullRequestClosed } from '../../src/github/ensure-pull-request-closed.ts';
import { ensurePullRequestText } from '../../src/github/ensure-pull-request-text.ts';
import { ensureRevert } from '../../src/github/ensure-revert.ts';
import { readFailureLogs } from '../../src/github/failure-logs.ts';
import { readLegs } from '../../src/github/legs.ts';
import { mergePullRequest } from '../../src/github/merge.ts';
import { ensureEnqueued, readQueuePlaces } from '../../src/github/merge-queue.ts';
import { readMergeRequest } from '../../src/github/merge-request.ts';
import { observeGitHub } from '../../src/github/observe.ts';
import { usualPatience } from '../../src/github/patience.ts';
import { readBypass } from '../../src/github/read-bypass.ts';
import { readCommitChecks } from '../../src/github/read-commit-checks.ts';
import { readMergeState } from '../../src/github/read-merge-state.ts';
import { readPullRequestsOfBranches } from '../../src/github/read-pull-requests.ts';
import { readAttemptStart } from '../../src/github/read-runs.ts';
import { rerunJob } from '../../src/github/rerun-job.ts';
import { rerunRun } from '../../src/github/rerun-run.ts';
import { readNewestByHand } from '../../src/github/runs-by-hand.ts';
import { startWorkflow } from '../../src/github/start-workflow.ts';
import { ensureUpdated } from '../../src/github/update-branch.ts';
import { humanLabel, ownLabel } from '../../src/render/labels.ts';
import { renderOwnPart } from '../../src/render/own-part.ts';
import { statusMark } from '../../src/render/status-comment.ts';
import { aMergeQueue } from '../builders/merge-queue.ts';
import { openWorld, pullRequestRule, requireTest, type TestWorld } from '../integration/sandbox-github-world.ts';
import { tourComments } from './sandbox-github-client-tour-comments.ts';

const workflow = 'orchestrate.yml';
const patience = { ...usualPatience, firstMs: 10 };

interface ClientTour {
  readonly world: TestWorld;
  readonly github: GitHub;
}

/** Has the action's own client make every call it can make, against the sandbox. */
export async function tourClient(): Promise<void> {
  await using world = await openWorld();
  await world.branch('main', { [`.github/workflows/${workflow}`]: 'on: workflow_dispatch\njobs: {}\n' });
  world.github.world.setRuleset({
    name: 'base',
    include: ['~DEFAULT_BRANCH'],
    rules: [pullRequestRule, requireTest({ strict: false })],
  });
  const github = createGitHub({ token: world.tokens.app, apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
  const tour = { world, github };
  await takeToItsMerge(tour);
  await readAndCloseOthers(tour);
  await updateAndEnqueue(tour);
  await approve(tour);
  await runThings(tour);
  await observe(tour);
  await askTheDoctor(tour);
  await rehearse(tour);
  await tourComments(world, github);
  await tourDashboard(github);
  await tell(github, (await world.pull('told')).number);
}

async function takeToItsMerge({ world, github }: ClientTour): Promise<void> {
  const head = await world.branch('orchestrate/1');
  const wanted = { head: 'orchestrate/1', base: 'main', title: 'One', body: 'text', labels: ['orchestrate'] };
  const opened = await ensurePullRequest(github, wanted);
  assert.ok(opened !== null);
  const { number } = opened;
  world.check(head, 'test', 'success');
  const gate: WantedCheck = {
    sha: head,
    name: 'orchestrate/gate',
    externalId: 'orchestrate',
    conclusion: null,
    title: 'Gate',
    summary: 'waits',
    detailsUrl: null,
  };
  await ensureCheck(github, gate);
  await ensureCheck(github, { ...gate, conclusion: 'success' });
  const { number: revertible, id } = await findPullRequest(github, 'orchestrate/1');
  assert.equal((await readMergeState(github, number, patience)).mergeState, 'CLEAN');
  const merge = { number, headSha: head, method: 'squash', title: 'One', message: 'text' } as const;
  assert.equal((await mergePullRequest(github, merge, patience)).kind, 'merged');
  assert.equal((await mergePullRequest(github, merge, patience)).kind, 'merged');
  // Where there is no asynchronous merge the other way is tried, which finds no such pull request either.
  await assert.rejects(mergePullRequest(github, { ...merge, number: 999 }, patience), RemoteError);
  await ensureRevert(github, {
    pullRequest: revertible,
    pullRequestId: id,
    base: 'main',
    title: 'Revert',
    body: 'It broke the base.',
  });
}

/** The text, the labels and the status comment of a pull request, each written, changed, and written anew. */
async function tell(github: GitHub, number: number): Promise<void> {
  const text = { title: 'One, better', body: renderOwnPart('story=1', 'One, better', ['text']) };
  await ensurePullRequestText(github, { number, text, labels: [ownLabel, humanLabel] });
  await ensurePullRequestText(github, { number, text, labels: [ownLabel] });
  const comment = { on: number, body: statusMark, mark: statusMark, viewer: 'orchestrator', isRenewed: false };
  const id = await ensureComment(github, comment, null);
  await ensureComment(github, { ...comment, body: `It waits.\n${statusMark}` }, id);
  await ensureComment(github, { ...comment, body: `It waits!\n${statusMark}`, isRenewed: true }, id);
}

async function approve({ world, github }: ClientTour): Promise<void> {
  const { number, head: headSha } = await world.pull('orchestrate/approved');
  const approver = createGitHub({ token: world.jobToken(), apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
  const wanted = { number, headSha, body: 'It passed.' };
  assert.equal((await ensureApproved(github, wanted)).kind, 'refused');
  assert.deepEqual(await ensureApproved(approver, wanted), { kind: 'done' });
  assert.deepEqual(await ensureUnapproved(approver, { number, message: 'It does not pass.' }), { kind: 'done' });
}

async function findPullRequest(
  github: GitHub,
  branch: string,
): Promise<{ readonly number: number; readonly id: string; readonly headRefOid: string }> {
  const [record] = await readPullRequestsOfBranches(github, [branch]);
  assert.ok(record);
  return record;
}

/** A head that is behind, brought up to date; then a place in the queue, once the base has one. */
async function updateAndEnqueue({ world, github }: ClientTour): Promise<void> {
  const { number, head } = await world.pull('orchestrate/4');
  world.github.world.removeRuleset('base');
  await world.branch('main', { 'moved.txt': 'moved\n' });
  assert.deepEqual(await ensureUpdated(github, { number, headSha: head }, patience), { kind: 'moved' });
  const { id, headRefOid: headSha } = await findPullRequest(github, 'orchestrate/4');
  assert.deepEqual(await ensureUpdated(github, { number, headSha }, patience), { kind: 'up_to_date' });
  const rules = [pullRequestRule, requireTest({ strict: false }), aMergeQueue];
  world.github.world.setRuleset({ name: 'base', include: ['~DEFAULT_BRANCH'], rules });
  const wanted = { number, id, headSha };
  assert.equal((await ensureEnqueued(github, wanted)).kind, 'refused');
  world.check(headSha, 'test', 'success');
  assert.deepEqual(await ensureEnqueued(github, wanted), { kind: 'enqueued' });
  assert.deepEqual(await ensureEnqueued(github, wanted), { kind: 'enqueued' });
  assert.notEqual((await readQueuePlaces(github, [number]))[0]?.entry, null);
  assert.equal(await readBypass(github, 'main', false), 'never');
  assert.equal(await readMergeRequest(github, number, 'd9428888-122b-11e1-b85c-61cd3cbb3210'), null);
}

async function readAndCloseOthers({ world, github }: ClientTour): Promise<void> {
  const { number, head } = await world.pull('orchestrate/2');
  world.check(head, 'test', 'failure');
  const checks = (await readCommitChecks(github, [head])).get(head) ?? [];
  assert.equal(checks.length, 1);
  await readFailureLogs(github, checks);
  await ensurePullRequestClosed(github, number);
}

async function runThings({ world, github }: ClientTour): Promise<void> {
  const { host } = world.github;
  const sha = world.github.world.branches().get('main') ?? '';
  const ref = 'refs/heads/main';
  const trigger = { event: 'push' as const, ref, sha, headSha: sha, headBranch: 'main', actor: 'ann', payload: {} };
  const run = host.createRun({
    workflowPath: `.github/workflows/${workflow}`,
    workflowName: 'Orchestrate',
    runName: 'Orchestrate',
    trigger,
  });
  const job = host.createJob({ runId: run.id, name: 'a1 / agent' });
  host.updateJob(job.id, { status: 'completed', conclusion: 'failure' });
  const archive = zipSync({ 'outcome.json': strToU8('{}') });
  const artifact = host.createArtifact({ runId: run.id, name: 'outcome', archive });
  host.updateRun(run.id, { status: 'completed', conclusion: 'failure' });
  assert.equal((await readLegs(github, run.id, 1)).size, 1);
  const digest = createHash('sha256').update(archive).digest('hex');
  assert.equal((await downloadArtifact(github, { id: artifact.id, runId: run.id, digest })).kind, 'files');
  assert.equal((await rerunJob(github, job.id)).kind, 'started');
  assert.ok((await readAttemptStart(github, { run: run.id, attempt: 1 })) <= Date.now());
  assert.equal((await rerunRun(github, run.id)).kind, 'started');
  await dispatchWorkflow(github, { workflow, ref: 'main' });
  assert.equal((await startWorkflow(github, { workflow, ref: 'main', sha })).kind, 'started');
}

async function observe({ world, github }: ClientTour): Promise<void> {
  await world.pull('orchestrate/3');
  const observed = await observeGitHub(github, {
    base: 'main',
    branchPrefix: 'orchestrate/',
    tracked: [1, 999],
    workflow,
    runs: [999_999],
    newest: 50,
    dashboard: null,
    rulesetCache: null,
  });
  assert.equal(observed.rules.bypass, 'never');
}

/** Opened, found again by who forgot it, rewritten, and left as it is. */
async function tourDashboard(github: GitHub): Promise<void> {
  const wanted = { marker: '<!-- here -->', title: 'All', body: '<!-- here -->', labels: ['orchestrate'] } as const;
  const opened = await ensureIssue(github, wanted, { known: null, viewer: 'orchestrator' });
  const text = { ...wanted, body: '<!-- here -->\nMore.' };
  const edited = await ensureIssue(github, text, { known: null, viewer: 'orchestrator' });
  assert.equal(edited?.number, opened?.number);
  assert.deepEqual(await ensureIssue(github, text, { known: edited, viewer: 'orchestrator' }), edited);
}

/** By an administrator, who is shown everything. */
/** What a canary leaves is found and taken away; the run that made it is found by who asked for it. */
async function rehearse({ world, github }: ClientTour): Promise<void> {
  const branch = 'orchestrate-rehearsal/7-1';
  await world.branch(branch);
  assert.deepEqual(await listBranches(github, 'orchestrate-rehearsal/'), [branch]);
  for (const _ of ['there', 'gone']) await ensureBranchGone(github, branch);
  assert.deepEqual(await listBranches(github, 'orchestrate-rehearsal/'), []);
  assert.equal(await readNewestByHand(github, { workflow, login: 'nobody' }), null);
}

async function askTheDoctor({ world }: ClientTour): Promise<void> {
  await world.branch('orchestrate-state');
  world.github.world.setClassicProtection('orchestrate-state', { enforceAdmins: true });
  world.github.world.setEnvironment('orchestrate', { branches: ['main'] });
  const job = 'environment: orchestrate, runs-on: ubuntu-latest, steps: [{ run: "true" }]';
  const files = {
    '.github/workflows/deploy.yml': `on: push\njobs: { deploy: { ${job} } }\n`,
    '.github/orchestrate.yml':
      'version: 1\nproject: p\nagents: { implement: { command: a }, review: { command: b } }\n',
    'backlog.json': '{ "epics": [] }\n',
  };
  // The rules of the base keep people from it.
  world.github.world.removeRuleset('base');
  await world.branch('main', files);
  const github = createGitHub({ token: world.tokens.ann, apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
  const facts = await gatherDoctorFacts(github, {
    where: 'laptop',
    config: '.github/orchestrate.yml',
    workflow,
    stateBranch: 'orchestrate-state',
    server: null,
    app: 'orchestrator',
    now: Date.now(),
  });
  assert.equal(facts.backlog.kind, 'backlog');
  assert.equal(facts.app.kind, 'seen');
  assert.equal(facts.repositorySecrets.kind, 'seen');
}
