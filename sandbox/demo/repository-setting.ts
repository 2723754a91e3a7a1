import type { Rule } from '../github/world/rows.ts';
import type { World } from '../github/world/world.ts';

/** What a repository is set to, where a team may set it one way or another. */
export interface RepositorySetting {
  readonly protection: 'ruleset' | 'classic';
  /** Whether a branch must be up to date before it merges. */
  readonly strict: boolean;
  /** Checks that are required beside the project's own. */
  readonly checks: readonly string[];
  /** What the project's CI listens to; null for what the sample's listens to. */
  readonly ci: Readonly<Record<string, unknown>> | null;
  /** In whose name the trusted jobs act: the App's, or that of the job's own token. */
  readonly token: 'app' | 'job';
}

export const usualSetting: RepositorySetting = {
  protection: 'ruleset',
  strict: false,
  checks: [],
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
    reviews: { count: 0, dismissStale: false, codeOwners: false, lastPush: false },
    enforceAdmins: true,
  });
}

function rulesOf({ strict, checks }: RepositorySetting): readonly Rule[] {
  const own = { context: requiredCheck.context, integration_id: requiredCheck.integrationId };
  return [
    { type: 'pull_request', parameters: noApprovals },
    {
      type: 'required_status_checks',
      parameters: {
        required_status_checks: [own, ...checks.map((context) => ({ context }))],
        strict_required_status_checks_policy: strict,
      },
    },
    { type: 'non_fast_forward' },
    { type: 'deletion' },
  ];
}

const noApprovals = {
  required_approving_review_count: 0,
  dismiss_stale_reviews_on_push: false,
  require_code_owner_review: false,
  require_last_push_approval: false,
  required_review_thread_resolution: false,
} as const;
