import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/decision.ts';
import { recall } from '../../../src/core/ledger.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import { aHead, aLedger, approved, aVerdict, minute, noon, opened } from '../../builders/ledger.ts';
import { aMerge } from '../../builders/merge.ts';
import { afterwards, type RememberedRow } from '../../builders/remembered.ts';
import { aSha, headSha, tip } from '../../builders/sha.ts';
import { ourStory } from '../../builders/story.ts';

const story = ourStory();
const because = 'it is so';

const shown: Decision = {
  kind: 'record_merge',
  story,
  because,
  pullRequest: 12,
  merged: { sha: aSha('merge'), headSha, by: null },
};

const rows: readonly RememberedRow[] = [
  {
    behaviour: 'a merge is remembered with the tip it was made into',
    decision: aMerge(),
    before: approved(),
    applied: { mergeSha: aSha('merge') },
    expected: { merged: { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon } },
  },
  {
    behaviour: 'a merge whose commit was not told is left for the next look at GitHub',
    decision: aMerge(),
    before: approved(),
    expected: { merged: null },
  },
  {
    behaviour: 'a merge that is under way is remembered by GitHub’s name for it',
    decision: aMerge(),
    before: approved(),
    applied: { merging: { uuid: 'u-1' } },
    expected: { merged: null, merging: { headSha, baseSha: tip, uuid: 'u-1', at: noon } },
  },
  {
    behaviour: 'a merge under way that GitHub then shows is remembered with the tip it was asked for',
    decision: shown,
    before: approved({ merging: { headSha, baseSha: tip, uuid: null, at: noon } }),
    expected: { merging: null, merged: { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon } },
  },
  {
    behaviour: 'a merge that was not made is counted, and asked for later each time',
    decision: { kind: 'drop_merge', story, because, headSha, detail: 'failed checks' },
    before: approved({
      merging: { headSha, baseSha: tip, uuid: null, at: noon },
      unmerged: { headSha, detail: 'earlier', times: 1, notBefore: noon },
    }),
    expected: {
      merging: null,
      unmerged: { headSha, detail: 'failed checks', times: 2, notBefore: noon + 2 * minute },
    },
  },
  {
    behaviour: 'a merge that was not made is counted anew for another head',
    decision: { kind: 'drop_merge', story, because, headSha, detail: 'failed checks' },
    before: approved({ unmerged: { headSha: aSha('earlier'), detail: '', times: 3, notBefore: noon } }),
    expected: { unmerged: { headSha, detail: 'failed checks', times: 1, notBefore: noon + 15_000 } },
  },
  {
    behaviour: 'a branch that GitHub says is up to date holds the tip',
    decision: { kind: 'update_branch', story, because, pullRequest: 11, headSha, baseSha: tip, verdict: aVerdict() },
    before: approved(),
    applied: { isUpToDate: true },
    expected: { head: aHead({ diffBase: tip }) },
  },
  {
    behaviour: 'a branch that was brought up to date is remembered when its head is seen',
    decision: { kind: 'update_branch', story, because, pullRequest: 11, headSha, baseSha: tip, verdict: aVerdict() },
    before: approved(),
    expected: { head: aHead() },
  },
  {
    behaviour: 'an approval that was given is seen at GitHub, and what was refused before is forgotten',
    decision: { kind: 'approve', story, because, pullRequest: 11, headSha, verdict: aVerdict() },
    before: approved({ unapproved: { headSha, detail: 'not permitted', notBefore: noon } }),
    expected: { unapproved: null },
  },
  {
    behaviour: 'an approval that GitHub would not take is remembered in its words, for half an hour',
    decision: { kind: 'approve', story, because, pullRequest: 11, headSha, verdict: aVerdict() },
    before: approved(),
    applied: { refusal: 'not permitted' },
    expected: { unapproved: { headSha, detail: 'not permitted', notBefore: noon + 30 * minute } },
  },
  {
    behaviour: 'so is one that GitHub would not give back',
    decision: { kind: 'withdraw_approval', story, because, pullRequest: 11, headSha },
    before: approved(),
    applied: { refusal: 'not allowed to dismiss' },
    expected: { unapproved: { headSha, detail: 'not allowed to dismiss', notBefore: noon + 30 * minute } },
  },
  {
    behaviour: 'a merge that GitHub shows is remembered without the tip before it',
    decision: shown,
    before: opened(),
    expected: { pullRequest: 12, merged: { sha: aSha('merge'), headSha, baseBefore: null, by: null, at: noon } },
  },
];

describe('what is remembered of a merge', () => {
  it.each(rows)('$behaviour', ({ expected, ...row }) => {
    expect(recall(afterwards(row), '1.1')).toMatchObject(expected);
  });

  it('leaves every other story as it is', () => {
    const ledger = aLedger({ '1.2': opened() });
    for (const { decision } of rows) {
      expect(rememberApplied(ledger, decision, {}, noon).stories['1.2']).toBe(ledger.stories['1.2']);
    }
  });
});
