import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import type { SpendingFacts } from '../../../src/core/spending.ts';
import { followCommand } from '../../builders/command-scene.ts';
import { aLedger, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory } from '../../builders/story.ts';

const spent: SpendingFacts = {
  of: 'epic 1',
  budgetMillicents: 1_000_000,
  spentMillicents: 1_000_000,
  alertThreshold: 80,
};
const stop = aPolicy({ limits: { ...aPolicy().limits, budget: 'stop' } });

function plan(spending: readonly SpendingFacts[], ledger: Partial<Ledger> = {}, policy = stop) {
  return decide(aSnapshot([aStory()], { spending }), aLedger({}, ledger), policy, noon);
}

describe('a budget that is spent', () => {
  it('stops the project where the team wants that: nobody is sent, and the line says why', () => {
    const found = plan([spent]);
    expect(found.ledger.paused).toEqual({ by: 'epic 1 $10.00', at: noon, cause: 'budget' });
    expect(found.line).toEqual({ code: 'budget_spent', detail: 'epic 1 $10.00' });
    expect([found.decisions, found.holds.get('1.1')?.code]).toEqual([[], 'budget_spent']);
  });

  it('is only told of where the team wants no more', () => {
    const found = plan([spent], {}, aPolicy());
    expect([found.ledger.paused, found.notes.map(({ code }) => code)]).toEqual([null, ['spending_high']]);
  });

  it.each([
    ['not spent to its end', [{ ...spent, spentMillicents: 999_999 }], {}],
    ['spent, and a person went on in spite of it', [spent], { overspent: ['epic 1 $10.00'] }],
  ])('stops nothing that is %s', (_what, spending, ledger) => {
    expect(plan(spending, ledger).ledger.paused).toBeNull();
  });

  it('leaves a person’s pause as it is', () => {
    const paused = { by: 'ada', at: 1, cause: 'person' as const };
    expect(plan([spent], { paused }).ledger.paused).toEqual(paused);
  });

  it('stops again once it was raised and is spent again', () => {
    const raised = { ...spent, budgetMillicents: 2_000_000 };
    const between = plan([raised], { overspent: ['epic 1 $10.00'] });
    expect([between.ledger.paused, between.ledger.overspent]).toEqual([null, []]);
    const again = plan([{ ...raised, spentMillicents: 2_000_000 }], { overspent: ['epic 1 $10.00'] });
    expect(again.ledger.paused?.by).toBe('epic 1 $20.00');
  });

  it('goes on by resume, which says in spite of what', () => {
    const paused = { by: 'epic 1 $10.00', at: 1, cause: 'budget' as const };
    const { ledger, said } = followCommand({ command: 'resume', ledger: { paused }, world: { spending: [spent] } });
    expect([ledger.paused, ledger.overspent]).toEqual([null, ['epic 1 $10.00']]);
    expect(said).toBe('The project goes on. What is spent stops it no more: epic 1 $10.00.');
    expect(plan([spent], ledger).ledger.paused).toBeNull();
  });

  it('is taken over by a person who pauses', () => {
    const paused = { by: 'epic 1 $10.00', at: 1, cause: 'budget' as const };
    expect(followCommand({ command: 'pause', ledger: { paused } }).ledger.paused?.cause).toBe('person');
  });
});
