import { describe, expect, it } from 'vitest';
import {
  emptyLedger,
  freshStoryMemory,
  ledgerVersion,
  parseLedger,
  recall,
  remember,
} from '../../../src/core/ledger.ts';
import { aFlight, aLedger, approved, noon } from '../../builders/ledger.ts';
import { headSha, tip } from '../../builders/sha.ts';

const full = aLedger(
  { '1.1': approved({ merged: { sha: tip, headSha, baseBefore: null, by: null, at: noon } }) },
  {
    flights: { '99-3': aFlight() },
    lease: { run: 1, attempt: 1, holder: 'plan', until: noon },
    intents: [{ kind: 'merge', key: '1.1' }],
    paused: { by: 'ada', at: noon, cause: 'person' },
  },
);

const unreadable: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['a text', 'ledger'],
  ['an empty object', {}],
  ['a version that is no number', { ...full, version: '1' }],
  ['an older version', { ...full, version: 0 }],
  ['a part that is missing', { ...full, flights: undefined }],
  ['a story that is no memory', { ...full, stories: { '1.1': {} } }],
  ['a head that is no commit', { ...full, stories: { '1.1': approved({ handedOver: 'main' }) } }],
];

describe('a saved ledger', () => {
  it('is read as it was written', () => {
    expect(parseLedger(JSON.parse(JSON.stringify(full)))).toEqual({ kind: 'ledger', ledger: full });
    expect(parseLedger(JSON.parse(JSON.stringify(emptyLedger)))).toEqual({ kind: 'ledger', ledger: emptyLedger });
  });

  it('that does not know of rulesets yet is read all the same', () => {
    const { rulesetCache: _, ...older } = full;
    expect(parseLedger(older)).toEqual({ kind: 'ledger', ledger: full });
  });

  it('that does not know of merges under way yet is read all the same', () => {
    const { merging: _, unmerged: __, ...memory } = approved();
    const older = { ...full, stories: { '1.1': memory } };
    expect(parseLedger(older)).toEqual({ kind: 'ledger', ledger: { ...full, stories: { '1.1': approved() } } });
  });

  it('of a newer version is told apart, whatever else is in it', () => {
    expect(parseLedger({ version: ledgerVersion + 1, stories: 'elsewhere' })).toEqual({
      kind: 'newer',
      version: ledgerVersion + 1,
    });
  });

  it.each(unreadable)('that is %s is unreadable, never repaired', (_, saved) => {
    expect(parseLedger(saved).kind).toBe('unreadable');
  });

  it('that is unreadable says where', () => {
    expect(parseLedger({ ...full, sequence: 'many' })).toMatchObject({ detail: expect.stringContaining('sequence') });
  });
});

describe('the memory of a story', () => {
  it('is fresh for a story never touched', () => {
    expect(recall(full, '9.9')).toBe(freshStoryMemory);
  });

  it('changes without a change to any other ledger', () => {
    const changed = remember(full, '1.1', { rejections: 2 });
    expect(recall(changed, '1.1')).toEqual({ ...recall(full, '1.1'), rejections: 2 });
    expect(recall(full, '1.1').rejections).toBe(0);
  });
});
