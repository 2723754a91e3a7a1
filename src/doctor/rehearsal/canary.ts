import { canaryBranch, canaryPrefix, parseCanaryBranch, type Rehearsal } from '../../core/rehearsal.ts';
import type { PullRequestFacts } from '../../core/snapshot.ts';
import { RemoteError } from '../../errors.ts';
import { makeEmptyCommit } from '../../git/empty-commit.ts';
import { branchRef, pushRef } from '../../git/push.ts';
import { type Repository, readTip } from '../../git/repository.ts';
import { ensureBranchGone, listBranches, listOpenOf } from '../../github/branches.ts';
import type { GitHub } from '../../github/client.ts';
import { ensurePullRequest } from '../../github/ensure-pull-request.ts';
import { ensurePullRequestClosed } from '../../github/ensure-pull-request-closed.ts';
import { readCommitChecks } from '../../github/read-commit-checks.ts';
import { completePullRequest, readPullRequestsOfBranches } from '../../github/read-pull-requests.ts';
import { readRun } from '../../github/read-runs.ts';
import { fail, type Outcome } from '../finding.ts';

/** Where a canary is opened, and in whose run. */
export interface CanaryPlace {
  readonly github: GitHub;
  /** Holds the tip of the base. */
  readonly trees: Repository;
  readonly base: string;
  readonly rehearsal: Rehearsal;
  readonly runUrl: string;
}

export type CanaryOpening =
  | { readonly kind: 'opened'; readonly url: string; readonly baseSha: string }
  | { readonly kind: 'refused'; readonly outcome: Outcome };

const author = { name: 'orchestrate', email: 'orchestrate@users.noreply.github.com' } as const;

/** Opens a pull request that changes no file: a commit on top of the base's tip, on a branch that no pass takes for a story's. */
export async function openCanary(place: CanaryPlace): Promise<CanaryOpening> {
  const { github, trees, base, rehearsal } = place;
  const parent = await readTip(trees, base);
  if (parent === null) {
    return refused(`there is no branch ${base}`, 'Correct `base.branch` in the configuration, or push that branch.');
  }
  const branch = canaryBranch(rehearsal);
  const { directory: repository, remoteUrl, token } = trees;
  const head = await makeEmptyCommit({ repository, parent, message: `${branch}: change nothing`, author });
  const pushed = await pushRef({ repository, remoteUrl, token, head, ref: branchRef(branch), expected: null });
  if (pushed.kind === 'refused' || pushed.kind === 'moved') {
    const said = pushed.kind === 'refused' ? pushed.message : 'it is there already';
    return refused(
      `${branch} could not be pushed: ${said}`,
      'Give the App contents: write, and let rules of branches not keep it from making branches.',
    );
  }
  try {
    const opened = await ensurePullRequest(github, { head: branch, base, labels: [], ...textOf(place) });
    if (opened !== null) return { kind: 'opened', url: opened.url, baseSha: parent };
  } catch (error) {
    if (!(error instanceof RemoteError) || error.retryable) throw error;
    await ensureBranchGone(github, branch);
    return refused(
      `no pull request could be opened: ${error.message}`,
      'Give the App pull requests: write, and accept the change where it is installed.',
    );
  }
  await ensureBranchGone(github, branch);
  const remedy = 'Start a new rehearsal: the base has just got that very commit from somebody.';
  return refused('GitHub opens no pull request for a commit that the base has', remedy);
}

function refused(detail: string, remedy: string): CanaryOpening {
  return { kind: 'refused', outcome: fail(detail, remedy) };
}

function textOf({ runUrl }: CanaryPlace): { readonly title: string; readonly body: string } {
  const body = [
    `Opened by a rehearsal of Orchestrate ([its run](${runUrl})) to see that CI starts and reports. It changes no file.`,
    'It is closed, and its branch deleted, when that is seen. Nothing is to be done about it: do not merge it.',
  ];
  return { title: 'Rehearsal: nothing to merge', body: body.join('\n\n') };
}

/** The pull request of a rehearsal's canary as it stands now; null where there is none. */
export async function readCanary(
  github: Pick<GitHub, 'graphql'>,
  rehearsal: Rehearsal,
): Promise<PullRequestFacts | null> {
  const branch = canaryBranch(rehearsal);
  const records = await readPullRequestsOfBranches(github, [branch]);
  const record = records.find(({ headRefName }) => headRefName === branch);
  if (record === undefined) return null;
  const canary = await completePullRequest(github, record);
  // Between two jobs of a run, one waiting for the other, nothing of it is pending but the run.
  const ofCommit = (await readCommitChecks(github, [canary.headSha])).get(canary.headSha) ?? [];
  return { ...canary, checks: [...canary.checks, ...ofCommit.filter(({ state }) => state === 'pending')] };
}

/** Closes a rehearsal's canary, whatever of it there is: its pull request, then its branch. */
export async function closeCanary(github: Pick<GitHub, 'owner' | 'request'>, rehearsal: Rehearsal): Promise<void> {
  const branch = canaryBranch(rehearsal);
  for (const number of await listOpenOf(github, branch)) await ensurePullRequestClosed(github, number);
  await ensureBranchGone(github, branch);
}

/** Closes what rehearsals that are over have left open; the names of those branches. */
export async function sweepCanaries(
  github: Pick<GitHub, 'owner' | 'request'>,
  current: Rehearsal,
): Promise<readonly string[]> {
  const branches = await listBranches(github, canaryPrefix);
  const swept: string[] = [];
  for (const branch of branches) {
    const rehearsal = parseCanaryBranch(branch);
    if (rehearsal === null || !(await isOver(github, rehearsal, current))) continue;
    await closeCanary(github, rehearsal);
    swept.push(branch);
  }
  return swept;
}

async function isOver(
  github: Pick<GitHub, 'request'>,
  { run, attempt }: Rehearsal,
  current: Rehearsal,
): Promise<boolean> {
  if (run === current.run) return attempt < current.attempt;
  const found = await readRun(github, run);
  return found === null || found.status === 'completed' || found.attempt > attempt;
}
