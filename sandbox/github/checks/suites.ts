import { actionsApp } from '../auth/tokens.ts';
import type { Actor, Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { CheckConclusion, CheckRow, SuiteRow } from '../world/check-rows.ts';

/** An app's name and slug, GitHub's own included. */
export function appOf(site: Site, id: number): { readonly id: number; readonly slug: string; readonly name: string } {
  if (id === actionsApp.id) return actionsApp;
  const slug = site.tables.apps.get(id)?.slug ?? `app-${id}`;
  return { id, slug, name: slug };
}

/** The suite that a check run of this app on this commit lands in; the caller has no say in which. */
export function ensureSuite(site: Site, appId: number, headSha: string): SuiteRow {
  const there = site.tables.suites.where('headSha', headSha).find((suite) => suite.appId === appId);
  if (there !== undefined) return there;
  const pull = site.tables.pulls.all().find((row) => row.headSha === headSha);
  return createSuite(site, { appId, headSha, headBranch: pull?.headRef ?? branchAt(site, headSha), runId: null });
}

export function createSuite(site: Site, input: Pick<SuiteRow, 'appId' | 'headSha' | 'headBranch' | 'runId'>): SuiteRow {
  const at = site.now();
  return site.tables.suites.put({
    ...input,
    id: site.store.nextId(),
    status: 'queued',
    conclusion: null,
    createdAt: at,
    updatedAt: at,
  });
}

function branchAt(site: Site, sha: string): string | null {
  const ref = site.tables.refs.all().find((row) => row.sha === sha && row.name.startsWith('refs/heads/'));
  return ref === undefined ? null : ref.name.slice('refs/heads/'.length);
}

/** Records a check run as it is now, tells the world, and keeps its suite in step. */
export function putCheck(site: Site, check: CheckRow): CheckRow {
  const suite = site.tables.suites.get(check.suiteId);
  site.tables.checks.put(check);
  site.happen({
    kind: 'check',
    id: check.id,
    name: check.name,
    app: appOf(site, check.appId).slug,
    sha: check.headSha,
    status: check.status,
    conclusion: check.conclusion,
    runId: suite?.runId ?? null,
    jobId: check.jobId,
  });
  // A suite of a workflow run follows its run, not its jobs one by one.
  if (suite !== undefined && suite.runId === null) followChecks(site, suite);
  return check;
}

function followChecks(site: Site, suite: SuiteRow): void {
  const newest = new Map(site.tables.checks.where('suiteId', suite.id).map((check) => [check.name, check]));
  const checks = [...newest.values()];
  const done = checks.every((check) => check.status === 'completed');
  const started = checks.some((check) => check.status !== 'queued');
  site.tables.suites.put({
    ...suite,
    status: done ? 'completed' : started ? 'in_progress' : 'queued',
    conclusion: done ? conclusionOf(checks) : null,
    updatedAt: site.now(),
  });
}

// From the worst to the best, as GitHub sums a suite up.
const severity: readonly CheckConclusion[] = [
  'failure',
  'timed_out',
  'startup_failure',
  'action_required',
  'cancelled',
  'stale',
  'success',
  'neutral',
  'skipped',
];

function conclusionOf(checks: readonly CheckRow[]): CheckConclusion {
  return severity.find((conclusion) => checks.some((check) => check.conclusion === conclusion)) ?? 'success';
}

/** Starts what listens for a completed suite of another app; GitHub tells nobody of Actions' own. */
export function emitSuiteCompleted(site: Site, outbox: TriggerOutbox, actor: Actor, suiteId: number): void {
  const suite = site.tables.suites.get(suiteId);
  const tip = site.tip(site.repo().defaultBranch);
  if (suite === undefined || suite.status !== 'completed' || suite.appId === actionsApp.id || tip === undefined) return;
  const { defaultBranch } = site.repo();
  outbox.emit(actor, {
    event: 'check_suite',
    action: 'completed',
    ref: `refs/heads/${defaultBranch}`,
    sha: tip,
    headSha: tip,
    headBranch: defaultBranch,
    actor: actor.login,
    payload: {
      action: 'completed',
      check_suite: {
        id: suite.id,
        head_branch: suite.headBranch,
        head_sha: suite.headSha,
        status: suite.status,
        conclusion: suite.conclusion,
        app: { id: suite.appId, slug: appOf(site, suite.appId).slug },
      },
      sender: { login: actor.login },
    },
  });
}
