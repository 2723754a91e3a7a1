import type { agentReasons } from '../../../src/core/reasons/agents.ts';
import { gatherSkills } from '../../../src/pass/gather-skills.ts';
import { LeftUndone } from '../../../src/pass/left-undone.ts';
import type { Pass } from '../../../src/pass/pass.ts';
import { aCheck } from '../checks.ts';
import { aFlight, aMemory, minute, noon, opened } from '../ledger.ts';
import { aPullRequest } from '../pull-request.ts';
import { headSha } from '../sha.ts';
import { ourStory } from '../story.ts';
import type { ReasonScene } from './reason-scene.ts';

const elsewhere = aFlight({ id: '99-9', story: '9.9' });

export const agentScenes = {
  no_room: { from: 'snapshot', policy: { concurrency: 1 }, ledger: { flights: { [elsewhere.id]: elsewhere } } },
  awaiting_plan: {
    from: 'snapshot',
    world: { pass: { run: 100, attempt: 1, holder: 'settle 99-3', canDispatch: false } },
  },
  agent_at_work: { from: 'snapshot', story: ourStory(), flight: aFlight() },
  spending_high: {
    from: 'snapshot',
    world: { spending: [{ of: 'epic 1', budgetMillicents: 100, spentMillicents: 90, alertThreshold: 80 }] },
  },
  skill_too_long: { from: 'answer', hold: holdOfLongSkill },
  settling: {
    from: 'snapshot',
    story: ourStory(),
    flight: aFlight(),
    world: { runs: new Map([[99, { id: 99, attempt: 1, status: 'completed' }]]) },
  },
  backing_off: {
    from: 'snapshot',
    memory: aMemory({ infrastructure: { failures: 1, notBefore: noon + minute } }),
  },
  rejections_exhausted: { from: 'snapshot', memory: aMemory({ rejections: 3 }) },
  author_runs_exhausted: {
    from: 'snapshot',
    story: ourStory(),
    memory: opened({ authorRuns: 6 }),
    pullRequest: aPullRequest({ checks: [aCheck('failure')] }),
  },
  infrastructure_exhausted: {
    from: 'snapshot',
    memory: aMemory({ infrastructure: { failures: 4, notBefore: noon } }),
  },
  reviews_exhausted: {
    from: 'snapshot',
    story: ourStory(),
    memory: opened({ reviews: { headSha, count: 2 } }),
    pullRequest: aPullRequest(),
  },
} as const satisfies Record<keyof typeof agentReasons, ReasonScene>;

async function holdOfLongSkill(): Promise<LeftUndone['hold']> {
  const text = 'x'.repeat(50_001);
  const findSkill = (projectId: string, name: string) =>
    Promise.resolve({ id: name, name, version: 1, projectId, text });
  const project = { id: 'p', name: 'House', slug: 'house', mission: null, metadata: {} };
  const told = gatherSkills('review', { project, loopctl: { findSkill } as unknown as Pass['loopctl'] });
  const refused: unknown = await told.catch((error: unknown) => error);
  if (refused instanceof LeftUndone) return refused.hold;
  throw new Error('a skill of that length was told');
}
