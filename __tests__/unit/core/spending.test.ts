import { expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import { findSpending, noteSpending, type SpendingFacts, type SpendingScopes } from '../../../src/core/spending.ts';
import { readSpent } from '../../../src/core/spent.ts';
import { aFlight, aLedger, noon } from '../../builders/ledger.ts';
import { anOutcome } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory } from '../../builders/story.ts';

function budget(change: Partial<SpendingFacts> = {}): SpendingFacts {
  return { of: 'story 1.1', budgetMillicents: 100_000, spentMillicents: 0, alertThreshold: 80, ...change };
}

const scopes: SpendingScopes = {
  project: 'p',
  epics: [
    {
      id: 'e1',
      number: 1,
      stories: [
        { id: 's1', number: '1.1', verifiedStatus: 'verified' },
        { id: 's2', number: '1.2', verifiedStatus: 'rejected' },
      ],
    },
    { id: 'e2', number: 2, stories: [{ id: 's3', number: '2.1', verifiedStatus: 'verified' }] },
    { id: 'e3', number: 3, stories: [] },
  ],
};

it.each([
  ['the project’s', 'p', 'the project'],
  ['an epic’s with something left to do', 'e1', 'epic 1'],
  ['a rejected story’s', 's2', 'story 1.2'],
  ['a verified story’s', 's1', null],
  ['an epic’s whose stories are all verified', 'e2', null],
  ['an epic’s without stories', 'e3', null],
  ['another project’s', 'q', null],
])('of the tenant’s budgets %s concerns the project as it should', (_, scopeId, of) => {
  const kept = { scopeId, budgetMillicents: 100_000, spentMillicents: 5, alertThreshold: 80 };
  const facts = { budgetMillicents: 100_000, spentMillicents: 5, alertThreshold: 80 };
  expect(findSpending([kept], scopes)).toEqual(of === null ? [] : [{ of, ...facts }]);
});

it.each<[what: string, spending: readonly SpendingFacts[], detail: string | null]>([
  ['nothing where there is no budget', [], null],
  ['nothing below its threshold', [budget({ spentMillicents: 79_999 })], null],
  ['one that is nearly spent', [budget({ spentMillicents: 80_000 })], 'story 1.1 $0.80 of $1.00'],
  ['one that is more than spent', [budget({ spentMillicents: 250_000 })], 'story 1.1 $2.50 of $1.00'],
  [
    'only those',
    [
      budget(),
      budget({ of: 'epic 2', spentMillicents: 100_000 }),
      budget({ of: 'the project', spentMillicents: 90_000 }),
    ],
    'epic 2 $1.00 of $1.00, the project $0.90 of $1.00',
  ],
])('of budgets it tells %s', (_, spending, detail) => {
  expect(noteSpending(spending)).toEqual(detail === null ? [] : [{ code: 'spending_high', detail }]);
});

it('a budget that is spent is told, and stops nobody', () => {
  const planWith = (spending: readonly SpendingFacts[]) =>
    decide(aSnapshot([aStory({ number: '1.1' })], { spending }), aLedger(), aPolicy(), noon);
  const [spent, unspent] = [planWith([budget({ spentMillicents: 100_000 })]), planWith([])];
  expect(spent).toEqual({ ...unspent, notes: noteSpending([budget({ spentMillicents: 100_000 })]) });
});

const usage = { inputTokens: 10, outputTokens: 5, model: 'claude', costMillicents: 7 };

it.each([
  ['implement', 'implementer', 'implementing'],
  ['fix', 'implementer', 'implementing'],
  ['review', 'reviewer', 'reviewing'],
] as const)('what it cost to %s is told in the name of the %s', (role, identity, phase) => {
  const flight = aFlight({ id: '99-3', role });
  const told = { inputTokens: 10, outputTokens: 5, modelName: 'claude', costMillicents: 7, phase, sessionId: '99-3' };
  expect(readSpent(outcomeOf(usage), flight)).toEqual({ identity, usage: told });
});

it.each([
  ['no cost', outcomeOf(null)],
  ['a cost of nothing', outcomeOf({ ...usage, inputTokens: 0, outputTokens: 0, costMillicents: 0 })],
  ['another attempt', { ...outcomeOf(usage), attempt: 2 }],
  ['another run', { ...outcomeOf(usage), run: 7 }],
])('an outcome with %s costs nothing that could be told', (_, outcome) => {
  expect(readSpent(outcome, aFlight())).toBeNull();
});

it('a model without a name is not known', () => {
  expect(readSpent(outcomeOf({ ...usage, model: ' ' }), aFlight())?.usage.modelName).toBe('unknown');
});

function outcomeOf(spent: typeof usage | null) {
  const { run, attempt } = aFlight();
  return { ...anOutcome(), run, attempt, usage: spent };
}
