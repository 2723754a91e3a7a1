import fc from 'fast-check';
import type { StoryMemory } from '../../src/core/ledger.ts';
import type { Snapshot, StoryFacts } from '../../src/core/snapshot.ts';
import { aHead, aMemory, approved, aVerdict, minute, noon } from './ledger.ts';
import { mostly } from './mostly.ts';
import { aFailedReview, aReview } from './outcome.ts';
import { aSha, headSha, tip } from './sha.ts';
import { aStory } from './story.ts';

/** The stories of every situation. */
export const numbers = ['1.1', '1.2', '2.1'] as const;

function story(number: string): fc.Arbitrary<StoryFacts> {
  return fc
    .record({
      agentStatus: mostly<StoryFacts['agentStatus']>(
        'reported_done',
        'pending',
        'pending',
        'pending',
        'contracted',
        'assigned',
        'implementing',
      ),
      verifiedStatus: mostly<StoryFacts['verifiedStatus']>('unverified', 'rejected', 'verified'),
      assignedAgentId: mostly<string | null>('implementer', null, 'a-person'),
      reportedDoneAt: mostly<string | null>('2', null, '1'),
      rejectedAt: mostly<string | null>(null, '1', '2'),
      criteria: mostly([{ id: 'AC-1', text: 'It works.' }], []),
      criteriaHash: mostly(`criteria-${number}`, 'criteria-of-today'),
    })
    .map((change) => aStory({ number, ...change, ...(isUnheld(change) ? { assignedAgentId: null } : {}) }));
}

/** Nobody's yet, by loopctl's own account. */
function isUnheld({ agentStatus }: Pick<StoryFacts, 'agentStatus'>): boolean {
  return agentStatus === 'pending' || agentStatus === 'contracted';
}

const done = { agentStatus: 'reported_done', verifiedStatus: 'verified' } as const;

/** Now and then everything is done. */
export const stories = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(story('1.1'), story('1.2'), story('2.1')) },
  fc.constant(numbers.map((number) => aStory({ number, ...done }))),
);

/** What is remembered of one of them, often all that a merge needs. */
export function memory(index: number): fc.Arbitrary<StoryMemory> {
  const number = numbers[index] ?? '';
  const verdict = aVerdict({ criteriaHash: `criteria-${number}` });
  const good = approved({ agreement: `criteria-${number}`, pullRequest: index + 1, verdict });
  return fc
    .record({
      head: mostly(
        aHead(),
        null,
        aHead({ missingDeliverables: ['a'] }),
        aHead({ patchId: 'x' }),
        aHead({ sha: aSha('x') }),
        aHead({ by: 'update' }),
        aHead({ changedPaths: null }),
        aHead({ changedPaths: ['docs/a.md'] }),
        aHead({ changedPaths: ['migrations/1.sql', 'docs/a.md'] }),
      ),
      verdict: mostly(
        verdict,
        null,
        { ...verdict, review: aFailedReview() },
        { ...verdict, patchId: 'x' },
        { ...verdict, reviewer: 'implementer' },
        { ...verdict, review: aReview({ acs_verified: [], acs_human: ['AC-1'] }) },
        { ...verdict, review: aFailedReview(), by: 'ada' },
      ),
      vouched: mostly<StoryMemory['vouched']>(
        [],
        [{ criterion: 'AC-1', by: 'ada', criteriaHash: `criteria-${number}`, patchId: 'patch-1', at: noon }],
      ),
      reported: mostly<string | null>('91-2', null, 'x'),
      merged: mostly<StoryMemory['merged']>(
        null,
        { sha: aSha('m'), headSha, baseBefore: null, by: null, at: noon },
        { sha: aSha('m'), headSha, baseBefore: tip, by: null, at: noon },
        { sha: aSha('m'), headSha, baseBefore: aSha('before'), by: null, at: noon },
        { sha: aSha('m'), headSha, baseBefore: null, by: 'ada', at: noon },
      ),
      generation: mostly(1, 2),
      agreement: mostly<string | null>(`criteria-${number}`, null, 'criteria-of-today'),
      pullRequest: mostly<number | null>(index + 1, null),
      kept: mostly<StoryMemory['kept']>(null, {
        head: aHead({ sha: aSha('kept') }),
        protectedPaths: ['.github/workflows/ci.yml'],
      }),
      merging: mostly<StoryMemory['merging']>(
        null,
        { headSha, baseSha: tip, uuid: 'u-1', at: noon },
        { headSha, baseSha: tip, uuid: null, at: noon },
        { headSha: aSha('x'), baseSha: tip, uuid: null, at: noon },
      ),
      unmerged: mostly<StoryMemory['unmerged']>(
        null,
        { headSha, detail: 'failed checks', times: 1, notBefore: noon + minute },
        { headSha, detail: 'failed checks', times: 4, notBefore: noon - minute },
        { headSha: aSha('x'), detail: 'failed checks', times: 4, notBefore: noon + minute },
      ),
      approvedHead: mostly<string | null>(null, aSha('kept'), aSha('x')),
      startOver: mostly(false, true),
      sticky: mostly<StoryMemory['sticky']>(
        null,
        { code: 'declined', detail: '', since: noon },
        { code: 'x', detail: '', since: noon },
        { code: 'closed_by_human', detail: '', since: noon },
        { code: 'cancelled', detail: 'by ada', since: noon },
        { code: 'released', detail: 'by ada', since: noon },
        { code: 'escalated', detail: 'by ada', since: noon },
      ),
      feedback: mostly<StoryMemory['feedback']>([], [{ kind: 'review_failed', summary: '', items: [], headSha }]),
      rejections: mostly(0, 3),
      authorRuns: mostly(1, 6),
      infrastructure: mostly(
        { failures: 0, notBefore: 0 },
        { failures: 4, notBefore: 0 },
        { failures: 1, notBefore: noon + minute },
      ),
      reviews: mostly<StoryMemory['reviews']>({ headSha: null, count: 0 }, { headSha, count: 2 }),
    })
    .chain((change) => mostly({ ...good, ...change }, aMemory(), aMemory({ agreement: `criteria-${number}` })));
}

/** What loopctl says of each story besides the story itself. */
export const waiting = fc
  .record({
    ready: fc.subarray([...numbers], { minLength: 2 }),
    blockers: fc.constantFrom<Snapshot['blockers']>(new Map(), new Map([['2.1', ['1.1', '1.2']]])),
    drift: fc.constantFrom<Snapshot['drift']>(
      new Map(),
      new Map([['2.1', ['1.1', '1.2']]]),
      new Map([['2.1', ['1.1']]]),
    ),
    contractedBy: mostly<Snapshot['contractedBy']>(
      new Map(),
      new Map(numbers.map((number) => [number, 'implementer'])),
      new Map(numbers.map((number) => [number, 'a-person'])),
    ),
    rejections: mostly<Snapshot['rejections']>(new Map(), new Map([['1.1', 3]])),
    strays: mostly<Snapshot['strays']>(
      [],
      [{ run: 97, assignment: '97-1' }],
      [97, 98].map((run) => ({ run, assignment: `${run}-9` })),
    ),
  })
  .map(({ ready, ...facts }) => ({ ...facts, ready: new Set<string>(ready) }));
