import { contextsOf } from '../checks/contexts.ts';
import { appOf } from '../checks/suites.ts';
import type { Site } from '../site.ts';
import type { CheckConclusion, StatusState } from './check-rows.ts';

export interface PullSummary {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly author: string;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly merged: boolean;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly mergeCommitSha: string | null;
  readonly labels: readonly string[];
}

export interface ContextSummary {
  readonly kind: 'check' | 'status';
  readonly name: string;
  /** The app's slug; empty for a status. */
  readonly app: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: CheckConclusion | StatusState | null;
  readonly runId: number | null;
  readonly jobId: number | null;
}

/** A pull request in short, or nothing where there is none of that number. */
export function pullSummary(site: Site, number: number): readonly PullSummary[] {
  const pull = site.tables.pulls.get(number);
  const issue = site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) return [];
  const { title, body, author, state, labels } = issue;
  const { draft, headRef, headSha, baseRef, mergeCommitSha } = pull;
  const merged = pull.mergedAt !== null;
  return [{ number, title, body, author, state, draft, merged, headRef, headSha, baseRef, mergeCommitSha, labels }];
}

/** Whatever reported on a commit. */
export function contextSummaries(site: Site, sha: string): readonly ContextSummary[] {
  const { checks, statuses } = contextsOf(site, sha);
  return [
    ...checks.map((check) => ({
      kind: 'check' as const,
      name: check.name,
      app: appOf(site, check.appId).slug,
      status: check.status,
      conclusion: check.conclusion,
      runId: site.tables.suites.get(check.suiteId)?.runId ?? null,
      jobId: check.jobId,
    })),
    ...statuses.map((status) => ({
      kind: 'status' as const,
      name: status.context,
      app: '',
      status: status.state === 'pending' ? ('in_progress' as const) : ('completed' as const),
      conclusion: status.state,
      runId: null,
      jobId: null,
    })),
  ];
}
