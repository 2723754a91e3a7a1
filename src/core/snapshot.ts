import type { Sha } from './assignment.ts';
import type { HeardFacts } from './heard.ts';
import type { Instant } from './instant.ts';
import type { Outcome } from './outcome.ts';
import type { ScheduleFacts } from './schedule.ts';
import type { SpendingFacts } from './spending.ts';
import type { Story, StoryNumber } from './story.ts';
import type { DashboardFacts } from './ticks.ts';

export interface StoryFacts extends Story {
  /** SHA-256 over `canonicalAgreement`, hex. */
  readonly criteriaHash: string;
  /** Moments by loopctl's clock, ISO 8601 in UTC, which sort as text: a rejection stands until the next report. */
  readonly assignedAt: string | null;
  readonly reportedDoneAt: string | null;
  readonly rejectedAt: string | null;
}

export type CheckState =
  | 'pending'
  | 'success'
  | 'failure'
  | 'neutral'
  | 'skipped'
  | 'cancelled'
  | 'timed_out'
  | 'action_required'
  | 'startup_failure'
  /** Our token may not see it. */
  | 'unreadable'
  | 'stale';

/** One context on a commit: a check run, or a commit status (which has no app). */
export interface CheckFacts {
  readonly name: string;
  readonly kind: 'check_run' | 'status';
  readonly appId: number | null;
  readonly appSlug: string | null;
  readonly state: CheckState;
  /** The workflow run it is a job of; only such a check can prove an Actions check. */
  readonly workflowRunId: number | null;
  /** File name of that run's workflow. */
  readonly workflow: string | null;
  readonly url: string | null;
  readonly summary: string | null;
}

export type MergeState = 'CLEAN' | 'BEHIND' | 'BLOCKED' | 'DIRTY' | 'DRAFT' | 'HAS_HOOKS' | 'UNSTABLE' | 'UNKNOWN';

export interface PullRequestFacts {
  readonly number: number;
  readonly id: string;
  readonly url: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly headRef: string;
  readonly headSha: Sha;
  readonly baseRef: string;
  readonly isDraft: boolean;
  readonly isFork: boolean;
  readonly mergeState: MergeState;
  readonly reviewDecision: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;
  readonly viewerCanMergeAsAdmin: boolean;
  readonly unresolvedConversations: number;
  /** Comments of anybody's on it, those on lines not counted; left out: not known. */
  readonly commentCount?: number;
  /** The login of who opened it, as `viewer`; null: their account is gone. */
  readonly author: string | null;
  /** Each reviewer's last word; a comment is none. */
  readonly reviews: readonly ReviewFacts[];
  readonly checks: readonly CheckFacts[];
  readonly mergeSha: Sha | null;
  readonly mergedBy: string | null;
}

export interface ReviewFacts {
  readonly author: string | null;
  /** Not an App, nor GitHub Actions. */
  readonly isPerson: boolean;
  readonly canWrite: boolean;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED';
  /** What GitHub shows it for: it may follow a force-push. */
  readonly commit: Sha | null;
  readonly submittedAt: Instant;
}

/** The rules that hold for the base, from rulesets and from what can be read of classic protection. */
export interface RulesFacts {
  readonly requiredChecks: readonly { readonly name: string; readonly appId: number | null }[];
  readonly strict: boolean;
  readonly requiresPullRequest: boolean;
  readonly requiredApprovals: number;
  /** Of the approvals, where code has owners: theirs. GitHub alone knows whose they are. */
  readonly requiresCodeOwners: boolean;
  /** Of the approvals, one by somebody else than who pushed last. */
  readonly requiresLastPushApproval: boolean;
  readonly dismissesStaleApprovals: boolean;
  readonly requiresConversationResolution: boolean;
  readonly requiresMergeQueue: boolean;
  /** Whether our token could pass over any rule: `possible` and `unknown` both refuse. */
  readonly bypass: 'never' | 'possible' | 'unknown';
  readonly mergeMethods: readonly MergeMethod[];
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

export interface BaseFacts {
  readonly branch: string;
  readonly sha: Sha;
  readonly checks: readonly CheckFacts[];
}

/** How the workflow run that carries assignments stands; `attempt` is the run's newest. */
export interface RunFacts {
  readonly id: number;
  readonly attempt: number;
  readonly status: 'queued' | 'in_progress' | 'completed';
}

/** What is known of the jobs of one assignment whose run has ended without its settling. */
export interface LegFacts {
  readonly assignment: string;
  readonly agent: 'success' | 'failure' | 'cancelled' | 'missing';
  readonly settle: 'success' | 'failure' | 'cancelled' | 'missing';
  readonly settleJobId: number | null;
}

/** The head of an open pull request of ours that is not the one we accepted, fetched and judged like an outcome's work. */
export interface HeadFacts {
  readonly sha: Sha;
  /** GitHub's own merge of the base into the accepted head, with nothing else in it; or whatever somebody pushed. */
  readonly kind: 'update' | 'push';
  /** Null when it cannot be judged at all, and why. */
  readonly work: WorkFacts | null;
  readonly fault: string | null;
}

/** What the quarantine found in an outcome's bundle, without running anything of it. */
export interface WorkFacts {
  readonly head: Sha;
  readonly descends: boolean;
  readonly diffBase: Sha;
  readonly patchId: string;
  readonly isEmpty: boolean;
  readonly changedPaths: readonly string[];
  /** Reasons why the tree must not be pushed: modes, symlinks, submodules, size, secrets. */
  readonly refusals: readonly string[];
  readonly protectedPaths: readonly string[];
  readonly concerns: readonly string[];
  /** Deliverables looked for in the final tree and not found. */
  readonly missingDeliverables: readonly string[];
}

/** The one outcome a settle is about. */
export type OutcomeFacts =
  | { readonly kind: 'unusable'; readonly assignment: string; readonly detail: string }
  | {
      readonly kind: 'outcome';
      readonly assignment: string;
      readonly outcome: Outcome;
      /** The quarantined work; null when there is no commit in it or it could not be fetched. */
      readonly work: WorkFacts | null;
      readonly workFault: string | null;
    };

/** What each ruleset of the base said about the token of this login, by its id: good for as long as it is not changed. */
export interface RulesetCache {
  readonly viewer: string;
  readonly rulesets: Readonly<Record<string, { readonly updatedAt: string; readonly canBypass: string }>>;
}

/** One of GitHub's budgets of requests, as it was told last. */
export interface BudgetFacts {
  /** GitHub's name of it: `core` for REST, `graphql`. */
  readonly resource: string;
  readonly limit: number;
  readonly remaining: number;
  /** When it is given anew. */
  readonly resetsAt: Instant;
}

/** How a merge that GitHub was asked for stands, as long as its pull request is open. */
export interface MergingFacts {
  /** `ended`: GitHub is not at it any more. */
  readonly kind: 'pending' | 'queued' | 'ended';
  /** Where it stands; of one that ended why, as far as GitHub says. */
  readonly detail: string;
}

export interface Snapshot {
  readonly stories: readonly StoryFacts[];
  /** Pending and unblocked, by loopctl's own account. */
  readonly ready: ReadonlySet<StoryNumber>;
  /** The unverified stories each blocked story waits for. */
  readonly blockers: ReadonlyMap<StoryNumber, readonly StoryNumber[]>;
  /** Of those, the stories it waits for only because loopctl keeps a dependency that the backlog no longer names. */
  readonly drift: ReadonlyMap<StoryNumber, readonly StoryNumber[]>;
  /** Who made the handshake, of the contracted stories whose agreement we do not remember. */
  readonly contractedBy: ReadonlyMap<StoryNumber, string | null>;
  /** `result == fail` verifications of the stories we remember, by loopctl's account. */
  readonly rejections: ReadonlyMap<StoryNumber, number>;
  readonly identities: { readonly implementer: string; readonly reviewer: string; readonly orchestrator: string };
  readonly maxConcurrentAgents: number | null;
  /** The budgets in loopctl of what is under way. */
  readonly spending: readonly SpendingFacts[];
  readonly base: BaseFacts;
  readonly rules: RulesFacts;
  /** The login in whose name we act, without `[bot]`. */
  readonly viewer: string;
  readonly pullRequests: readonly PullRequestFacts[];
  /** Those open against the base that are nothing of ours, where a rule asks for our gate's check. */
  readonly others: readonly OtherPullFacts[];
  /** By number of the pull request. */
  readonly heads: ReadonlyMap<number, HeadFacts>;
  /** Merges that were asked for, and places in the merge queue, by number of the pull request. */
  readonly merging: ReadonlyMap<number, MergingFacts>;
  /** The checks of merge commits that are remembered and not the tip any more: each can be proven by its own. */
  readonly mergeChecks: ReadonlyMap<Sha, readonly CheckFacts[]>;
  /** Merges that are remembered and that the tip does not contain: an old look, or a base that was put back. */
  readonly missingMerges: ReadonlySet<Sha>;
  /** Merged pull requests that GitHub's own revert has undone, by number, each with the revert's. */
  readonly reverts: ReadonlyMap<number, number>;
  readonly runs: ReadonlyMap<number, RunFacts>;
  /** Orchestrate runs that nothing has started of yet. */
  readonly queuedRuns: number;
  /**
   * Agents at work when the pass began, in other runs than this one, that the ledger does not know: it was lost, or is an
   * old one. Looked for among the newest hundred runs where agents may be sent, else among fifty.
   */
  readonly strays: readonly StrayFacts[];
  readonly legs: ReadonlyMap<string, LegFacts>;
  readonly outcome: OutcomeFacts | null;
  readonly heard: HeardFacts;
  /** GitHub's own time when it was last asked for what is in here: whatever is seen of it is not later. */
  readonly clock: Instant;
  /** The dashboard as people see it; null where there is none yet, or it may not be seen. */
  readonly dashboard: DashboardFacts | null;
  /** Whether the repository has the workflow that makes the report. */
  readonly hasReport: boolean;
  /** The clock of our own workflow; null where its file cannot be seen. */
  readonly schedule: ScheduleFacts | null;
  readonly rulesetCache: RulesetCache;
  /** Empty where GitHub tells of none: a server without limits. */
  readonly budgets: readonly BudgetFacts[];
  readonly pass: PassFacts;
}

/** A pull request that is nothing of ours: all that is known of it is whether our gate's check keeps it from being merged. */
export interface OtherPullFacts {
  readonly headSha: Sha;
  readonly hasGate: boolean;
}

/** An agent whose job has not ended and whose assignment nobody remembers: its outcome will be thrown away. */
export interface StrayFacts {
  readonly run: number;
  readonly assignment: string;
}

/** The trusted job that is asking. */
export interface PassFacts {
  readonly run: number;
  readonly attempt: number;
  readonly holder: string;
  /** Only plan can dispatch: a settle's run has its matrix already. */
  readonly canDispatch: boolean;
  /** Whether it was given a token in whose name a verdict can be an approval. */
  readonly canApprove?: boolean;
}
