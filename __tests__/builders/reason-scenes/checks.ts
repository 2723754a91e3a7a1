import type { checkReasons } from '../../../src/core/reasons/checks.ts';
import { aCheck } from '../checks.ts';
import { hour, noon, opened } from '../ledger.ts';
import { aPullRequest } from '../pull-request.ts';
import { ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const pushed = { from: 'snapshot', story: ourStory(), memory: opened() } as const;
const another = aPullRequest({ checks: [aCheck('success', { name: 'lint' })] });

export const checkScenes = {
  ci_pending: { ...pushed, pullRequest: aPullRequest({ checks: [aCheck('pending')] }) },
  check_missing: { ...pushed, pullRequest: another },
  check_never_reported: { ...pushed, pullRequest: another, now: noon + hour },
  checks_unknown: { ...pushed, pullRequest: aPullRequest({ checks: [] }) },
  check_refused: { ...pushed, pullRequest: aPullRequest({ checks: [aCheck('cancelled')] }) },
} as const satisfies Record<keyof typeof checkReasons, ReasonScene>;
