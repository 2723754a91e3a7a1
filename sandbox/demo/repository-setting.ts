import type { Rule } from '../github/world/rows.ts';
import type { World } from '../github/world/world.ts';

/** What a repository is set to, where a team may set it one way or another. */
export interface RepositorySetting {
  readonly protection: 'ruleset' | 'classic';
  /** Whether a branch must be up to date before it merges. */
  readonly strict: boolean;
  /** Checks that are required beside the project's own. */
  readonly checks: readonly string[];
  /** Whether a queue merges, each time after the checks of what the base would become. */
  readonly mergeQueue: boolean;
  /** How many approvals a pull request takes. */
  readonly approvals: number;
  /** Who gives them: people, or GitHub Actions for a verdict that passes. */
  readonly approver: 'people' | 'actions';
  /** What the project's CI listens to; null for what the sample's listens to. */
  readonly ci: Readonly<Record<string, unknown>> | null;
  /** In whose name the trusted jobs act: the App's, or that of the job's own token. */
  readonly token: 'app' | 'job';
}

export const usualSetting: RepositorySetting = {
  protection: 'ruleset',
  strict: false,
  checks: [],
  mergeQueue: false,
  approvals: 0,
  approver: 'people',
  ci: null,
  token: 'app',
};

export const requiredCheck = { context: 'test', app: 'github-actions', integrationId: 15_368 } as const;

/** Lets nobody into the base but by a pull request whose checks are green. */
export function protectBase(world: World, branch: string, setting: RepositorySetting): void {
  if (setting.protection === 'ruleset') {
    world.setRuleset({ name: branch, include: ['~DEFAULT_BRANCH'], rules: rulesOf(setting) });
    return;
  }
  const own = { context: requiredCheck.context, app_id: requiredCheck.integrationId };
  world.setClassicProtection(branch, {
    requiredChecks: [own, ...setting.checks.map((context) => ({ context, app_id: null }))],
    strict: setting.strict,
    reviews: { count: setting.approvals, dismissStale: false, codeOwners: false, lastPush: false },
    enforceAdmins: true,
  });
}

function rulesOf({ strict, checks, mergeQueue, approvals }: RepositorySetting): readonly Rule[] {
  const own = { context: requiredCheck.context, integration_id: requiredCheck.integrationId };
  return [
    { type: 'pull_request', parameters: { ...noApprovals, required_approving_review_count: approvals } },
    {
      type: 'required_status_checks',
      parameters: {
        required_status_checks: [own, ...checks.map((context) => ({ context }))],
        strict_required_status_checks_policy: strict,
      },
    },
    { type: 'non_fast_forward' },
    { type: 'deletion' },
    ...(mergeQueue ? [queueRule] : []),
  ];
}

// GitHub's own proposals, but that nothing is waited for to fill a group.
const queueRule = {
  type: 'merge_queue',
  parameters: {
    check_response_timeout_minutes: 60,
    grouping_strategy: 'ALLGREEN',
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    merge_method: 'MERGE',
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 0,
  },
} as const satisfies Rule;

const noApprovals = {
  required_approving_review_count: 0,
  dismiss_stale_reviews_on_push: false,
  require_code_owner_review: false,
  require_last_push_approval: false,
  required_review_thread_resolution: false,
} as const;
