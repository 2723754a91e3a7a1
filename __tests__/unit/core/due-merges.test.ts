import { describe, expect, it } from 'vitest';
import { listDueMerges, type SeenMerges } from '../../../src/core/due-merges.ts';
import { aCheck } from '../../builders/checks.ts';
import { aLedger, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSha, tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { ourStory } from '../../builders/story.ts';

const mergeSha = aSha('merge');
const merged = aPullRequest({ state: 'MERGED', mergedBy: 'orchestrate-app', mergeSha });
const reported = ourStory({ agentStatus: 'reported_done' });
const pending = { branch: 'main', sha: tip, checks: [aCheck('pending')] };

interface Row {
  readonly behaviour: string;
  readonly pullRequest?: typeof merged;
  readonly story?: typeof reported;
  readonly world?: Partial<SeenMerges>;
  readonly isDue: boolean;
}

const rows: readonly Row[] = [
  { behaviour: 'is due where the base is proven', isDue: true },
  { behaviour: 'is not due while the base is not', world: { base: pending }, isDue: false },
  {
    behaviour: 'is due where its own checks are green, whatever the base',
    world: { base: pending, mergeChecks: new Map([[mergeSha, [aCheck()]]]) },
    isDue: true,
  },
  {
    behaviour: 'is not due where its own checks are red too',
    world: { base: pending, mergeChecks: new Map([[mergeSha, [aCheck('failure')]]]) },
    isDue: false,
  },
  {
    behaviour: 'is not proven by the checks of another',
    world: { base: pending, mergeChecks: new Map([[aSha('other'), [aCheck()]]]) },
    isDue: false,
  },
  {
    behaviour: 'is not due while its commit is not known',
    pullRequest: { ...merged, mergeSha: null },
    world: { base: pending, mergeChecks: new Map([[mergeSha, [aCheck()]]]) },
    isDue: false,
  },
  { behaviour: 'is not due before it is made', pullRequest: { ...merged, state: 'OPEN' }, isDue: false },
  { behaviour: 'is not ours where a person made it', pullRequest: { ...merged, mergedBy: 'ada' }, isDue: false },
  { behaviour: 'is not ours where it is a fork’s', pullRequest: { ...merged, isFork: true }, isDue: false },
  { behaviour: 'is not due in another branch', pullRequest: { ...merged, baseRef: 'next' }, isDue: false },
  { behaviour: 'is none of a story’s', pullRequest: { ...merged, headRef: 'tidy' }, isDue: false },
  { behaviour: 'is due of a later generation', pullRequest: { ...merged, headRef: 'orchestrate/1.1-2' }, isDue: true },
  { behaviour: 'is not due of a story that is not reported', story: ourStory(), isDue: false },
  { behaviour: 'is not due once it is verified', story: { ...reported, verifiedStatus: 'verified' }, isDue: false },
];

describe('a merge', () => {
  it.each(rows)('$behaviour', ({ pullRequest = merged, story = reported, world = {}, isDue }) => {
    const seen = aSnapshot([story], { pullRequests: [pullRequest], ...world });
    expect(listDueMerges(seen, aLedger(), aPolicy(), noon)).toEqual(isDue ? [pullRequest] : []);
  });
});
