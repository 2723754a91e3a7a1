import type { storyReasons } from '../../../src/core/reasons/story.ts';
import { aFlight, aMemory, noon, opened } from '../ledger.ts';
import { settled } from '../outcome.ts';
import { aPullRequest } from '../pull-request.ts';
import { aStory, ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const nobodysYet = { ready: new Set<string>(), blockers: new Map([['1.1', ['0.9']]]) };

export const storyScenes = {
  blocked: { from: 'snapshot', world: nobodysYet },
  backlog_drift: { from: 'snapshot', world: { ...nobodysYet, drift: new Map([['1.1', ['0.9']]]) } },
  paused: { from: 'snapshot', ledger: { paused: { by: 'ada', at: noon, cause: 'person' } } },
  budget_spent: {
    from: 'snapshot',
    ledger: { paused: { by: 'epic 1 $10.00', at: noon, cause: 'budget' } },
  },
  no_criteria: { from: 'snapshot', story: aStory({ criteria: [] }) },
  declined: {
    from: 'snapshot',
    story: ourStory(),
    flight: aFlight(),
    world: { outcome: settled({ kind: 'declined', detail: 'it is not clear how wide' }) },
  },
  closed_by_human: {
    from: 'snapshot',
    story: ourStory(),
    memory: opened(),
    pullRequest: aPullRequest({ state: 'CLOSED' }),
  },
  cancelled: { from: 'snapshot', memory: aMemory({ sticky: { code: 'cancelled', detail: 'by ada', since: noon } }) },
  released: { from: 'snapshot', memory: aMemory({ sticky: { code: 'released', detail: 'by ada', since: noon } }) },
  escalated: { from: 'snapshot', memory: aMemory({ sticky: { code: 'escalated', detail: 'by ada', since: noon } }) },
  stalled_elsewhere: { from: 'snapshot', story: ourStory({ assignedAgentId: 'somebody' }) },
  project_done: { from: 'snapshot', story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }) },
} as const satisfies Record<keyof typeof storyReasons, ReasonScene>;
