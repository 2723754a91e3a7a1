import { expect, it } from 'vitest';
import type { Decision } from '../../../../src/core/decision.ts';
import { comparePlans } from '../../../../src/core/record/compare-plans.ts';
import type { DecidedPlan } from '../../../../src/core/record/pass-record.ts';
import { aMerge } from '../../../builders/merge.ts';
import { aSha } from '../../../builders/sha.ts';
import { aStory } from '../../../builders/story.ts';

const story = aStory();
const merge = aMerge();
const lose: Decision = { kind: 'lose', story, because: 'its run was lost', assignment: '99-3' };
const finish: Decision = { kind: 'finish', because: 'all done' };

function aPlan(change: Partial<DecidedPlan> = {}): DecidedPlan {
  return { decisions: [merge, lose], holds: new Map(), line: null, notes: [], wantsRun: false, ...change };
}

it.each<[behaviour: string, today: DecidedPlan, differences: readonly string[]]>([
  ['nothing where both are the same', aPlan(), []],
  [
    'nothing where only the order of fields is another',
    aPlan({ decisions: [merge, { assignment: '99-3', because: 'its run was lost', story, kind: 'lose' }] }),
    [],
  ],
  [
    'a decision that is missing',
    aPlan({ decisions: [merge] }),
    ['lose 1.1: decided then, not today (its run was lost)'],
  ],
  ['one more', aPlan({ decisions: [merge, lose, finish] }), ['finish -: decided today, not then (all done)']],
  [
    'one that is made otherwise, and by what',
    aPlan({ decisions: [{ ...merge, headSha: aSha('other'), method: 'squash' }, lose] }),
    ['merge 1.1: decided otherwise today, by its headSha, method'],
  ],
  ['another order', aPlan({ decisions: [lose, merge] }), ['the decisions are in another order']],
  [
    'another hold',
    aPlan({ holds: new Map([['1.2', { code: 'blocked', detail: '1.1' }]]) }),
    ['1.2: then not held; today blocked (1.1)'],
  ],
  [
    'another hold of everything',
    aPlan({ line: { code: 'base_red', detail: 'test failed' } }),
    ['the whole line: then not held; today base_red (test failed)'],
  ],
  [
    'another note',
    aPlan({ notes: [{ code: 'token_degraded', detail: '' }] }),
    [expect.stringMatching(/^notes: then none; today Orchestrate works with GITHUB_TOKEN/)],
  ],
  ['another wish for a run', aPlan({ wantsRun: true }), ['another run: then false; today true']],
])('tells %s', (_behaviour, today, differences) => {
  expect(comparePlans(aPlan(), today)).toEqual(differences);
});

it('tells two decisions of one kind about one thing apart', () => {
  const twice = aPlan({ decisions: [lose, { ...lose, assignment: '99-4' }] });
  expect(comparePlans(twice, aPlan({ decisions: [lose] }))).toHaveLength(1);
});
