import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Decision } from '../../../src/core/decision.ts';
import type { CommentFacts } from '../../../src/core/heard.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import { noteActivity } from '../../../src/core/note-activity.ts';
import { noteWaits } from '../../../src/core/note-waits.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import type { DashboardFacts } from '../../../src/core/ticks.ts';
import { aLedger, minute, noon, opened } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
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
  const holds = (...entries: readonly (readonly [string, Hold])[]): Parameters<typeof noteWaits>[1] => ({
    holds: new Map(entries),
    line: null,
  });
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

  it('is not remembered of each story where the whole line waits', () => {
    const paused = { code: 'paused', detail: 'by ada' } as const;
    const waiting = { ...holds(['1.1', paused], ['1.2', paused]), line: paused };
    expect(Object.keys(noteWaits(aLedger({ '1.1': opened() }), waiting, noon).waits)).toEqual(['1.1']);
  });

  it('is remembered of some hundreds, however many wait that nobody has begun', () => {
    const waiting = Array.from(
      { length: 10_000 },
      (_, at) => [`1.${at}`, { code: 'no_criteria', detail: '' }] as const,
    );
    expect(Object.keys(noteWaits(aLedger({ '1.9999': opened() }), holds(...waiting), noon).waits)).toHaveLength(201);
  });
});

describe('what people said', () => {
  const actor = { login: 'ada', isBot: false, canWrite: true, canMaintain: false, isAdmin: false, teams: [] };
  const comment = {
    id: '7',
    source: 'comment' as const,
    on: 3,
    branch: null,
    actor,
    writtenAt: noon,
    aboutUntil: noon,
    body: 'Well.\n/orchestrate pause',
  };
  const decided = (
    heard: readonly CommentFacts[],
    ledger = aLedger(),
    dashboard: DashboardFacts | null = null,
  ): Ledger =>
    decide(aSnapshot([aStory()], { heard: { comments: heard, until: null }, dashboard }), ledger, aPolicy(), noon)
      .ledger;

  it('is told with who asked, for what, and what was answered, once', () => {
    const { recent, ...ledger } = decided([comment]);
    expect(recent).toEqual([
      { at: noon, kind: 'command', story: null, said: expect.stringMatching(/^ada: pause → The project is paused/) },
    ]);
    expect(decided([comment], { ...ledger, recent }).recent).toEqual(recent);
  });

  it('is told by the command that was followed, and not by one that was only shown', () => {
    const shown = { ...comment, body: '```\n/orchestrate cancel 1.1\n```\n/orchestrate pause' };
    expect(decided([shown]).recent).toMatchObject([{ said: expect.stringMatching(/^ada: pause → /) }]);
  });

  it('is not told of whoever may not ask, but for a tick, which gets no other answer', () => {
    const stranger = { ...comment, actor: { ...actor, login: 'eve', canWrite: false } };
    expect(decided([stranger]).recent).toEqual([]);
    const tick = { ...stranger, id: 'tick 1 pause', source: 'tick' as const };
    expect(decided([tick]).recent).toMatchObject([{ said: expect.stringMatching(/^eve: pause → eve may not/) }]);
  });

  it('is told of boxes that are cleared since nobody knows who ticked them, once', () => {
    const unsure = {
      kind: 'unsure',
      at: noon - minute,
      commands: ['retry 1.1'],
      because: 'more than one edited it',
    } as const;
    const dashboard = { number: 3, isOpen: true, digest: 'x', editedAt: noon, unsure };
    const { recent, ...ledger } = decided([], aLedger(), dashboard);
    expect(recent).toEqual([
      {
        at: noon - minute,
        kind: 'tick',
        story: null,
        said: expect.stringContaining('(retry 1.1): more than one edited it'),
      },
    ]);
    expect(decided([], { ...ledger, recent }, dashboard).recent).toEqual(recent);
  });

  it('is known as followed for a week where it was a tick, and no longer', () => {
    const day = 24 * 60 * minute;
    const handled = { on: 3, login: 'ada', outcome: 'done' as const, replies: [], answered: true };
    const heard = {
      since: null,
      handled: { 'tick 1 a': { ...handled, at: noon - 6 * day }, 'tick 1 b': { ...handled, at: noon - 8 * day } },
    };
    expect(Object.keys(decided([], aLedger({}, { heard })).heard.handled)).toEqual(['tick 1 a']);
  });
});
