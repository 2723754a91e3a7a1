import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Plan } from '../../../src/core/decision.ts';
import type { BudgetFacts, OutcomeFacts, Snapshot } from '../../../src/core/snapshot.ts';
import { aFlight, aLedger, aMemory, approved, aVerdict, minute, noon } from '../../builders/ledger.ts';
import { aReview, settled } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { headSha } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

function aBudget(remaining: number, change: Partial<BudgetFacts> = {}): BudgetFacts {
  return { resource: 'core', limit: 1000, remaining, resetsAt: noon + 31 * minute, ...change };
}

const reviewed = ourStory({ number: '1.1', agentStatus: 'reported_done' });
const news = [aStory({ number: '2.1' }), aStory({ number: '2.2' })];

/** One story to merge, and two that agents could be sent at. */
function planWith(budgets: readonly BudgetFacts[], change: Partial<Snapshot> = {}): Plan {
  const world = aSnapshot([reviewed, ...news], { pullRequests: [aPullRequest()], budgets, ...change });
  return decide(world, aLedger({ '1.1': approved() }), aPolicy({ concurrency: 5 }), noon);
}

function done({ decisions }: Plan): readonly string[] {
  return decisions.map((decision) =>
    'story' in decision ? `${decision.kind} ${decision.story.number}` : decision.kind,
  );
}

const everything = ['dispatch 2.1', 'dispatch 2.2', 'merge 1.1'];

describe('a budget of GitHub', () => {
  it.each([
    ['that is not told of', []],
    ['that is plenty', [aBudget(900)]],
    ['that is given anew by now', [aBudget(0, { resetsAt: noon })]],
  ])('%s holds up nothing and changes no order', (_, budgets) => {
    const plan = planWith(budgets);
    expect(done(plan)).toEqual(everything);
    expect(plan.notes).toEqual([]);
  });

  it('that is short lets the merge through and leaves agents to the next run, which is told', () => {
    const plan = planWith([aBudget(60)]);
    const short = { code: 'budget_short', detail: '60 of 1000 requests left, more in 31 min' };
    expect(done(plan)).toEqual(['merge 1.1']);
    expect(plan.holds.get('2.1')).toEqual(short);
    expect(plan.holds.get('2.2')).toEqual(short);
    expect(plan.notes).toEqual([short]);
    expect(plan.wantsRun).toBe(false);
  });

  it('that does for one agent more sends one, after the merge', () => {
    const plan = planWith([aBudget(15 + 30 + 50 + 29)]);
    expect(done(plan)).toEqual(['merge 1.1', 'dispatch 2.1']);
    expect(plan.ledger.sequence).toBe(1);
    expect(plan.ledger.stories['2.2']).toBeUndefined();
  });

  it('that does not do for a merge either leaves it undone, and says so', () => {
    const plan = planWith([aBudget(14)]);
    expect(done(plan)).toEqual([]);
    expect(plan.holds.get('1.1')?.code).toBe('budget_short');
  });

  it('counts where it is the scarcest of several, by what each keeps back', () => {
    const queries = aBudget(20, { resource: 'graphql', limit: 5000 });
    const plan = planWith([aBudget(900), queries]);
    expect(plan.notes[0]?.detail).toBe('20 of 5000 requests (graphql) left, more in 31 min');
  });

  it('that is short keeps no verdict from being told, and starts no run for agents', () => {
    const flight = aFlight({ id: '91-2', role: 'review', startSha: headSha });
    const outcome: OutcomeFacts = settled(
      { assignment: flight.id, run: flight.run, head: null, restatement: null, review: aReview() },
      { work: null },
    );
    const world = aSnapshot([ourStory(), ...news], {
      pullRequests: [aPullRequest()],
      outcome,
      budgets: [aBudget(20)],
      pass: { run: 91, attempt: 1, holder: 'settle 91-2', canDispatch: false },
    });
    const memory = aMemory({ ...approved(), verdict: null, reported: null });
    const ledger = aLedger({ '1.1': memory }, { flights: { [flight.id]: { ...flight, run: 99 } } });
    const plan = decide(world, ledger, aPolicy(), noon);
    expect(done(plan)).toEqual(['record_verdict 1.1']);
    expect(plan.holds.get('2.1')?.code).toBe('budget_short');
    expect(plan.wantsRun).toBe(false);
    const rich = decide({ ...world, budgets: [aBudget(900)] }, ledger, aPolicy(), noon);
    expect(rich.holds.get('2.1')?.code).toBe('awaiting_plan');
    expect(rich.wantsRun).toBe(true);
  });

  it('keeps free of charge what asks nothing of GitHub', () => {
    const merged = approved({
      merged: { sha: headSha, headSha, baseBefore: null, by: null, at: noon },
      verdict: aVerdict(),
    });
    const world = aSnapshot([reviewed], { budgets: [aBudget(0)] });
    const plan = decide(world, aLedger({ '1.1': merged }), aPolicy(), noon);
    expect(done(plan)).toEqual(['verify 1.1']);
  });

  it('never adds a decision, and holds every story whose decision it leaves out', () => {
    const budget = fc.record({
      resource: fc.constantFrom('core', 'graphql'),
      limit: fc.constantFrom(1000, 5000),
      remaining: fc.nat(400),
      resetsAt: fc.integer({ min: noon - minute, max: noon + 60 * minute }),
    });
    fc.assert(
      fc.property(fc.array(budget, { maxLength: 2 }), (budgets) => {
        const plan = planWith(budgets);
        const kept = done(plan);
        const left = everything.filter((one) => !kept.includes(one));
        expect(everything).toEqual(expect.arrayContaining([...kept]));
        expect(left.map((one) => plan.holds.get(one.split(' ')[1] ?? '')?.code)).toEqual(
          left.map(() => 'budget_short'),
        );
        expect(plan.notes).toHaveLength(left.length === 0 ? 0 : 1);
      }),
    );
  });
});
