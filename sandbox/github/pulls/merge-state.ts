import type { Caller } from '../auth/tokens.ts';
import { contextsOf } from '../checks/contexts.ts';
import { optionalAreGood, stateOfRequired } from '../checks/required.ts';
import { type Demands, demandsOn } from '../rules/demands.ts';
import type { Site } from '../site.ts';
import type { IssueRow, PullRow } from '../world/rows.ts';
import { changesRequested, countedApprovals } from './approvals.ts';

export type MergeStateStatus =
  | 'CLEAN'
  | 'BEHIND'
  | 'BLOCKED'
  | 'DIRTY'
  | 'DRAFT'
  | 'UNSTABLE'
  | 'HAS_HOOKS'
  | 'UNKNOWN';

export interface MergeState {
  readonly mergeable: 'MERGEABLE' | 'CONFLICTING' | 'UNKNOWN';
  readonly status: MergeStateStatus;
}

/** How a pull request stands against its base and the base's rules, as GitHub shows it to anybody. */
export async function mergeStateOf(site: Site, pull: PullRow, issue: IssueRow): Promise<MergeState> {
  const base = site.tip(pull.baseRef);
  if (issue.state === 'closed' || base === undefined) return { mergeable: 'UNKNOWN', status: 'UNKNOWN' };
  const demands = demandsOn(site, pull.baseRef, null);
  if ((await site.plumbing.mergedTree(base, pull.headSha)) === null)
    return { mergeable: 'CONFLICTING', status: 'DIRTY' };
  return { mergeable: 'MERGEABLE', status: await statusOf(site, pull, demands, base) };
}

async function statusOf(site: Site, pull: PullRow, demands: Demands, base: string): Promise<MergeStateStatus> {
  if (pull.draft) return 'DRAFT';
  if (demands.strict && (await site.plumbing.divergence(base, pull.headSha)).behind > 0) return 'BEHIND';
  if (unmetDemands(site, pull, demands).length > 0) return 'BLOCKED';
  return optionalAreGood(contextsOf(site, pull.headSha), demands.checks) ? 'CLEAN' : 'UNSTABLE';
}

/** Why the rules keep this caller from merging, in GitHub's words; empty when they do not. */
export async function refusalsOf(site: Site, pull: PullRow, caller: Caller): Promise<readonly string[]> {
  const demands = demandsOn(site, pull.baseRef, caller);
  const base = site.tip(pull.baseRef);
  const isBehind =
    demands.strict && base !== undefined && (await site.plumbing.divergence(base, pull.headSha)).behind > 0;
  return [
    ...(isBehind ? ['The head branch is not up to date with the base branch.'] : []),
    ...unmetDemands(site, pull, demands),
  ];
}

function unmetDemands(site: Site, pull: PullRow, demands: Demands): readonly string[] {
  return [
    ...unmetChecks(site, pull, demands),
    ...unmetReviews(site, pull, demands),
    ...(demands.noUpdate ? ['Cannot update this protected ref.'] : []),
    ...(demands.threadsResolved && hasOpenThread(site, pull.number)
      ? ['A conversation must be resolved before merging.']
      : []),
  ];
}

const unmetWords = { expected: 'is expected', pending: 'is in progress', failure: 'is failing' } as const;

function unmetChecks(site: Site, pull: PullRow, demands: Demands): readonly string[] {
  return demands.checks.flatMap((check) => {
    const state = stateOfRequired(site, pull.headSha, check);
    return state === 'success' ? [] : [`Required status check "${check.context}" ${unmetWords[state]}.`];
  });
}

function unmetReviews(site: Site, pull: PullRow, demands: Demands): readonly string[] {
  if (demands.approvals === 0) return [];
  if (changesRequested(site, pull.number)) return ['Changes have been requested.'];
  const missing = demands.approvals - countedApprovals(site, pull, demands).length;
  if (missing <= 0) return [];
  const reviews = missing === 1 ? '1 approving review is' : `${missing} approving reviews are`;
  return [`At least ${reviews} required by reviewers with write access.`];
}

function hasOpenThread(site: Site, number: number): boolean {
  return site.tables.threads.where('number', number).some((thread) => thread.resolvedBy === null);
}
