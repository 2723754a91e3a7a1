import { describe, expect, it } from 'vitest';
import { createSavesReader } from '../../../report/history/read-saves.ts';
import type { Save } from '../../../report/history/spans.ts';
import type { Attempt } from '../../../src/core/attempts.ts';
import type { Flight, Ledger, StoryMemory } from '../../../src/core/ledger.ts';
import { aFlight, aLedger, aMemory, minute, noon } from '../../builders/ledger.ts';
import { aSha } from '../../builders/sha.ts';

const ended: Attempt = {
  assignment: '99-3',
  role: 'implement',
  run: 99,
  since: noon - 10 * minute,
  at: noon,
  ended: 'accepted',
  said: 'it stands',
};

describe('agents, told by the saves of a ledger', () => {
  it('is at work as long as it is in flight', () => {
    const { agents } = told([flying()]);
    expect(agents).toMatchObject([{ assignment: '99-3', role: 'implement', story: '1.1', until: null, ending: null }]);
  });

  it('begins when it was dispatched and ends with the save that does not have it any more', () => {
    const { agents } = told([flying(), flying(), landed({ attempts: [ended] })]);
    expect(agents).toEqual([
      {
        assignment: '99-3',
        role: 'implement',
        story: '1.1',
        from: noon - 10 * minute,
        until: noon + 2 * minute,
        ending: 'accepted',
      },
    ]);
  });

  it.each([
    ['whose story has left the ledger', aLedger()],
    ['whose end an older ledger did not note', landed({ attempts: [{ ...ended, assignment: '99-4' }] })],
  ])('does not guess how an agent ended %s', (_, after) => {
    expect(told([flying(), after]).agents).toMatchObject([{ ending: null }]);
  });
});

describe('waits, told by the saves of a ledger', () => {
  const waiting = (code: string, since: number): Ledger =>
    aLedger({ '1.1': aMemory() }, { waits: { '1.1': { code, since } } });

  it('waits from when it was noted until it is noted no more', () => {
    const { waits } = told([waiting('checks_pending', noon - minute), aLedger({ '1.1': aMemory() })]);
    expect(waits).toEqual([{ story: '1.1', code: 'checks_pending', from: noon - minute, until: noon + minute }]);
  });

  it('is another wait when it is for something else, or begins anew', () => {
    const { waits } = told([
      waiting('checks_pending', noon),
      waiting('no_room', noon + minute),
      waiting('no_room', noon + 2 * minute),
    ]);
    expect(waits.map(({ code, until }) => [code, until])).toEqual([
      ['checks_pending', noon + minute],
      ['no_room', noon + 2 * minute],
      ['no_room', null],
    ]);
  });

  it('knows of an older ledger, which noted none, what a person must lift', () => {
    const sticky = { code: 'closed_by_human', detail: '', since: noon - minute };
    const { waits } = told([aLedger({ '1.1': aMemory({ sticky }) })]);
    expect(waits).toEqual([{ story: '1.1', code: 'closed_by_human', from: noon - minute, until: null }]);
  });

  it('does not count the time of an agent as a wait', () => {
    expect(told([waiting('agent_at_work', noon)]).waits).toEqual([]);
  });
});

describe('the project, told by the saves of its ledger', () => {
  it('was red from the save that first told of it to the one that did not', () => {
    const red = { sha: aSha('red'), jobs: ['test'], reverts: null, asked: null };
    const reds = [aLedger(), aLedger({}, { repair: { red, tries: 0 } }), aLedger()];
    expect(told(reds).projectSpans).toEqual([{ kind: 'base_red', from: noon + minute, until: noon + 2 * minute }]);
  });

  it('says from when to when it knows the ledger, and nothing where it knows none', () => {
    expect(told([aLedger(), aLedger()]).ledgerSeen).toEqual({ from: noon, until: noon + minute });
    expect(told([]).ledgerSeen).toBeNull();
  });
});

/** Saves of these ledgers, a minute apart. */
function told(ledgers: readonly Ledger[]): ReturnType<ReturnType<typeof createSavesReader>['told']> {
  const reader = createSavesReader();
  for (const save of ledgers.map((ledger, place): Save => ({ at: noon + place * minute, ledger }))) reader.add(save);
  return reader.told();
}

function flying(change: Partial<Flight> = {}): Ledger {
  return aLedger({ '1.1': aMemory() }, { flights: { '99-3': aFlight(change) } });
}

function landed(memory: Partial<StoryMemory>): Ledger {
  return aLedger({ '1.1': aMemory(memory) });
}
