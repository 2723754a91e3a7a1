import type { AgentStatus, VerifiedStatus } from '../../src/core/story.ts';
import { type Founding, type PlacedStory, placeStory, type Step } from './loopctl-story.ts';

export type Holder = 'nobody' | 'us' | 'somebody else';

/** Where a story can stand in loopctl, and a way of calls that leads there. */
export interface Situation {
  readonly agentStatus: AgentStatus;
  readonly verifiedStatus: VerifiedStatus;
  readonly holder: Holder;
  /** A report since the last rejection: the rejection is answered, though loopctl still says rejected. */
  readonly isAnswered: boolean;
  readonly way: readonly Step[];
  readonly founding: Partial<Founding>;
}

const ours: readonly Step[] = ['contract', 'claim', 'start'];
const theirs: readonly Step[] = ['contract', 'somebody_claims', 'somebody_starts'];
const reviewed: readonly Step[] = ['report', 'review_complete'];
const failed: readonly Step[] = [...ours, 'report', 'reject'];
/** Verified, and then its claim taken away: pending, and verified still. */
const loosened: readonly Step[] = [...ours, ...reviewed, 'verify', 'force_unclaim'];

const imported = { import: 'reported_done' } as const;
const stays = { rejection: 'stays' } as const;

/** Every place that a story can come to, held by whoever can hold it there. */
export const situations: readonly Situation[] = [
  ...begun('unverified', []),
  ...begun('rejected', failed),
  ...begun('verified', loosened),
  reported('unverified', 'us', { way: [...ours, ...reviewed] }),
  reported('unverified', 'somebody else', { way: [...theirs, ...reviewed] }),
  reported('unverified', 'nobody', { way: ['review_complete'], founding: imported }),
  reported('rejected', 'us', { way: [...ours, 'report', 'reject'], founding: stays }),
  reported('rejected', 'somebody else', { way: [...theirs, 'report', 'reject'], founding: stays }),
  reported('rejected', 'nobody', { way: ['reject'], founding: { ...imported, ...stays } }),
  reported('rejected', 'us', { way: [...failed, ...ours, ...reviewed], isAnswered: true }),
  reported('rejected', 'somebody else', { way: [...failed, ...theirs, ...reviewed], isAnswered: true }),
  reported('verified', 'us', { way: [...ours, ...reviewed, 'verify'] }),
  reported('verified', 'somebody else', { way: [...theirs, ...reviewed, 'verify'] }),
  reported('verified', 'nobody', { way: ['backfill'] }),
];

/** Nobody holds what is not claimed, and a claim is always somebody's; an import alone can say reported of nobody's. */
export function isReachable({ agentStatus, holder }: Pick<Situation, 'agentStatus' | 'holder'>): boolean {
  const isClaimed = agentStatus === 'assigned' || agentStatus === 'implementing';
  return agentStatus === 'reported_done' || isClaimed === (holder !== 'nobody');
}

/** The situation in a few words, for a test's title. */
export function describeSituation({ agentStatus, verifiedStatus, isAnswered, holder }: Situation): string {
  return `${agentStatus}, ${verifiedStatus}${isAnswered ? ' before that' : ''}, held by ${holder}`;
}

/** A story that was brought into the situation. */
export function enter({ way, founding }: Situation): PlacedStory {
  return placeStory(way, founding);
}

/** The statuses before a report, on the way that begins where these calls have led. */
function begun(verifiedStatus: VerifiedStatus, before: readonly Step[]): readonly Situation[] {
  const unheld = [
    ['pending', []],
    ['contracted', ['contract']],
  ] as const;
  const held = [
    ['us', ours],
    ['somebody else', theirs],
  ] as const;
  const usual = { verifiedStatus, isAnswered: false, founding: {} };
  return [
    ...unheld.map(([agentStatus, steps]) => ({
      ...usual,
      agentStatus,
      holder: 'nobody' as const,
      way: [...before, ...steps],
    })),
    ...held.flatMap(([holder, steps]) => [
      { ...usual, agentStatus: 'assigned' as const, holder, way: [...before, ...steps.slice(0, 2)] },
      { ...usual, agentStatus: 'implementing' as const, holder, way: [...before, ...steps] },
    ]),
  ];
}

function reported(
  verifiedStatus: VerifiedStatus,
  holder: Holder,
  rest: Pick<Situation, 'way'> & Partial<Situation>,
): Situation {
  return { agentStatus: 'reported_done', verifiedStatus, holder, isAnswered: false, founding: {}, ...rest };
}
