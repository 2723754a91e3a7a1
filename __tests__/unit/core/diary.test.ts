import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/decision.ts';
import { noteActivity } from '../../../src/core/note-activity.ts';
import { noteWaits } from '../../../src/core/note-waits.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import { aLedger, minute, noon, opened } from '../../builders/ledger.ts';
import { aStory } from '../../builders/story.ts';

const escalate: Decision = {
  kind: 'escalate',
  story: aStory(),
  because: 'rejected three times',
  hold: { code: 'rejections_exhausted', detail: '' },
};

describe('recent activity', () => {
  it('is what was done, to which story, why and when, the newest last', () => {
    const finished = noteActivity(aLedger(), escalate, noon);
    expect(noteActivity(finished, { kind: 'finish', because: '2 stories verified' }, noon + minute).recent).toEqual([
      { at: noon, kind: 'escalate', story: '1.1', said: 'rejected three times' },
      { at: noon + minute, kind: 'finish', story: null, said: '2 stories verified' },
    ]);
  });

  it('leaves out what nobody would look for', () => {
    const ledger = aLedger();
    expect(noteActivity(ledger, { kind: 'forget', assignment: '9-1', because: 'its story is gone' }, noon)).toBe(
      ledger,
    );
  });

  it('stays short, however much is done and said', () => {
    const long = { ...escalate, because: 'x'.repeat(5000) };
    let ledger = aLedger();
    for (let nth = 0; nth < 40; nth += 1) ledger = noteActivity(ledger, long, noon + nth);
    expect(ledger.recent).toHaveLength(30);
    expect(ledger.recent.at(-1)?.at).toBe(noon + 39);
    expect(JSON.stringify(ledger.recent).length).toBeLessThan(10_000);
  });
});

describe('since when a story waits', () => {
  const holds = (...entries: readonly (readonly [string, Hold])[]): ReadonlyMap<string, Hold> => new Map(entries);
  const pending = { code: 'ci_pending', detail: 'test' } as const;

  it('is remembered for as long as the reason is the same, whatever else is said of it', () => {
    const first = noteWaits(aLedger({ '1.1': opened() }), holds(['1.1', pending]), noon);
    expect(first.waits).toEqual({ '1.1': { code: 'ci_pending', since: noon } });
    expect(noteWaits(first, holds(['1.1', { ...pending, detail: 'lint' }]), noon + minute)).toBe(first);
    const other = noteWaits(first, holds(['1.1', { code: 'verdict_missing', detail: '' }]), noon + minute);
    expect(other.waits).toEqual({ '1.1': { code: 'verdict_missing', since: noon + minute } });
    expect(noteWaits(other, holds(), noon).waits).toEqual({});
  });

  it('is remembered of what is under way or waits for a person, and of nothing else', () => {
    const backlog = holds(
      ['1.2', { code: 'blocked', detail: '', stories: ['1.1'] }],
      ['1.3', { code: 'no_criteria', detail: '' }],
      ['1.4', { code: 'project_done', detail: '' }],
    );
    expect(Object.keys(noteWaits(aLedger(), backlog, noon).waits)).toEqual(['1.3']);
  });
});
