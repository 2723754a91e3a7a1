import { holdOfFailure } from '../../../src/core/degraded.ts';
import type { tokenReasons } from '../../../src/core/reasons/token.ts';
import { aCheck } from '../checks.ts';
import { aFlight, approved, hour, noon, opened } from '../ledger.ts';
import { settled } from '../outcome.ts';
import { aPullRequest } from '../pull-request.ts';
import { someRules } from '../snapshot.ts';
import { ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const pushed = { from: 'snapshot', story: ourStory(), memory: opened() } as const;
const viewer = 'github-actions';
const refusal = 'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml`';

export const tokenScenes = {
  token_refused: {
    from: 'answer',
    hold: () => holdOfFailure({ message: 'Resource not accessible', status: 403, isTooMuch: false, retryable: false }),
  },
  token_degraded: { from: 'snapshot', world: { viewer } },
  runs_parked: { ...pushed, pullRequest: aPullRequest({ checks: [aCheck('action_required')] }) },
  ci_not_started: { ...pushed, world: { viewer }, pullRequest: aPullRequest({ checks: [] }) },
  checks_unreadable: { ...pushed, pullRequest: aPullRequest({ checks: [aCheck('unreadable')] }) },
  workflows_refused: {
    from: 'snapshot',
    story: ourStory(),
    flight: aFlight(),
    world: { outcome: settled() },
    answered: { refusal },
  },
  bypass_possible: {
    from: 'snapshot',
    story: ourStory({ agentStatus: 'reported_done' }),
    memory: approved(),
    pullRequest: aPullRequest(),
    world: { rules: someRules({ bypass: 'possible' }) },
  },
  budget_short: {
    from: 'snapshot',
    world: { budgets: [{ resource: 'core', limit: 1000, remaining: 12, resetsAt: noon + hour }] },
  },
} as const satisfies Record<keyof typeof tokenReasons, ReasonScene>;
