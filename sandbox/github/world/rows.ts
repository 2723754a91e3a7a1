import type { TokenPermissions } from '../../actions-host.ts';

export type RepositoryPermission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** `installation`: an App's; `job`: a job's `GITHUB_TOKEN`; `user`: a person's. */
export type TokenKind = 'installation' | 'job' | 'user';

export interface RepositoryRow {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly description: string | null;
  readonly allowMerge: boolean;
  readonly allowSquash: boolean;
  readonly allowRebase: boolean;
  readonly deleteBranchOnMerge: boolean;
  /** "Allow GitHub Actions to create and approve pull requests". */
  readonly actionsMayApprove: boolean;
  readonly createdAt: string;
  readonly pushedAt: string;
}

export interface UserRow {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
  readonly permission: RepositoryPermission;
  readonly createdAt: string;
}

export interface TeamRow {
  /** `organisation/team`. */
  readonly name: string;
  readonly members: readonly string[];
}

export interface AppRow {
  readonly id: number;
  readonly slug: string;
  readonly privateKey: string;
  readonly permissions: TokenPermissions;
  readonly createdAt: string;
}

export interface RequestCounts {
  readonly rest: number;
  readonly graphql: number;
  readonly git: number;
  /** REST requests answered 304, which cost nothing; not among `rest`. */
  readonly notModified: number;
}

export interface TokenRow {
  readonly id: number;
  readonly token: string;
  readonly kind: TokenKind;
  readonly login: string;
  readonly permissions: TokenPermissions;
  readonly appId: number | null;
  readonly jobId: number | null;
  readonly revoked: boolean;
  readonly createdAt: string;
  readonly requests: RequestCounts;
}

/** A ref as last recorded; the repository itself is the authority. */
export interface RefRow {
  readonly name: string;
  readonly sha: string;
}

/** That somebody changed the text of an issue; the first of them is its writing. */
export interface EditRow {
  readonly at: string;
  readonly editor: string;
}

/** An issue or the issue half of a pull request. */
export interface IssueRow {
  readonly number: number;
  readonly id: number;
  readonly isPull: boolean;
  readonly title: string;
  readonly body: string | null;
  readonly author: string;
  readonly state: 'open' | 'closed';
  readonly stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  /** Oldest first; empty until it is edited once. */
  readonly edits: readonly EditRow[];
  readonly isPinned: boolean;
}

export interface PullRow {
  readonly number: number;
  readonly id: number;
  readonly draft: boolean;
  readonly headRef: string;
  readonly headSha: string;
  /** When the head last moved, and by whom. */
  readonly headPushedAt: string;
  readonly headPushedBy: string;
  readonly baseRef: string;
  /** The base's tip when the pull request was opened, last updated or closed. */
  readonly baseSha: string;
  /** The last test merge of head into base (`refs/pull/N/merge`). */
  readonly testMergeSha: string | null;
  readonly mergedAt: string | null;
  readonly mergedBy: string | null;
  readonly mergeCommitSha: string | null;
  /** The base's tip that the merge was made on. */
  readonly mergeBaseBefore: string | null;
}

export interface CommentRow {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When its text was changed last; null: never. */
  readonly editedAt: string | null;
}

export type ReactionContent = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';

export interface ReactionRow {
  readonly id: number;
  /** `comment:12` or `issue:3`. */
  readonly subject: string;
  readonly user: string;
  readonly content: ReactionContent;
  readonly createdAt: string;
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export interface ReviewRow {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly tokenKind: TokenKind;
  readonly state: ReviewState;
  readonly body: string;
  readonly commitId: string;
  readonly submittedAt: string;
}

export interface ThreadRow {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly path: string;
  readonly line: number;
  readonly body: string;
  readonly resolvedBy: string | null;
  readonly createdAt: string;
}

export interface LabelRow {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface PullRequestParameters {
  readonly required_approving_review_count: number;
  readonly dismiss_stale_reviews_on_push: boolean;
  readonly require_code_owner_review: boolean;
  readonly require_last_push_approval: boolean;
  readonly required_review_thread_resolution: boolean;
  readonly allowed_merge_methods?: readonly MergeMethod[];
}

export interface RequiredCheck {
  readonly context: string;
  readonly integration_id?: number;
}

export interface MergeQueueParameters {
  readonly merge_method: 'MERGE' | 'SQUASH' | 'REBASE';
  readonly grouping_strategy: 'ALLGREEN' | 'HEADGREEN';
  readonly check_response_timeout_minutes: number;
  readonly max_entries_to_build: number;
  readonly max_entries_to_merge: number;
  readonly min_entries_to_merge: number;
  readonly min_entries_to_merge_wait_minutes: number;
}

export type Rule =
  | { readonly type: 'pull_request'; readonly parameters: PullRequestParameters }
  | {
      readonly type: 'required_status_checks';
      readonly parameters: {
        readonly required_status_checks: readonly RequiredCheck[];
        readonly strict_required_status_checks_policy: boolean;
        readonly do_not_enforce_on_create?: boolean;
      };
    }
  | { readonly type: 'merge_queue'; readonly parameters: MergeQueueParameters }
  | { readonly type: 'non_fast_forward' | 'deletion' | 'creation' | 'update' | 'required_linear_history' };

export interface BypassActor {
  readonly actor_id: number | null;
  readonly actor_type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'DeployKey' | 'User';
  readonly bypass_mode: 'always' | 'pull_request';
}

export interface RulesetRow {
  readonly id: number;
  readonly name: string;
  readonly enforcement: 'active' | 'disabled' | 'evaluate';
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: readonly Rule[];
  readonly bypassActors: readonly BypassActor[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Classic protection of one branch. */
export interface ProtectionRow {
  readonly branch: string;
  readonly requiredChecks: readonly { readonly context: string; readonly app_id: number | null }[] | null;
  readonly strict: boolean;
  readonly reviews: {
    readonly count: number;
    readonly dismissStale: boolean;
    readonly codeOwners: boolean;
    readonly lastPush: boolean;
  } | null;
  readonly conversationResolution: boolean;
  readonly enforceAdmins: boolean;
  readonly allowForcePushes: boolean;
  readonly allowDeletions: boolean;
  readonly linearHistory: boolean;
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** What is about to change a ref, recorded first so that a kill in between can be told from an outsider's push. */
export type IntentRow =
  | {
      readonly id: number;
      readonly kind: 'push';
      readonly by: string;
      readonly tokenKind: TokenKind;
      readonly updates: readonly { readonly ref: string; readonly after: string }[];
    }
  | {
      readonly id: number;
      readonly kind: 'merge';
      readonly by: string;
      readonly tokenKind: TokenKind;
      readonly number: number;
      readonly method: MergeMethod;
      readonly headSha: string;
      readonly expectedSha: string | null;
      readonly baseBefore: string;
      readonly sha: string;
    };
