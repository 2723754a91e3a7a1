import { expect, it } from 'vitest';
import type { OutcomeFacts } from '../../../src/core/snapshot.ts';
import { RemoteError } from '../../../src/errors.ts';
import type { UsageRecord } from '../../../src/loopctl/usage-record.ts';
import { LeaseOver } from '../../../src/pass/lease-over.ts';
import type { Pass } from '../../../src/pass/pass.ts';
import { tellUsage } from '../../../src/pass/tell-usage.ts';
import type { LeasedPass } from '../../../src/pass/under-lease.ts';
import { aFlight, aLedger } from '../../builders/ledger.ts';
import { anOutcome } from '../../builders/outcome.ts';
import { ourStory } from '../../builders/story.ts';

const flight = aFlight({ id: '99-3', story: '1.1' });
const { run, attempt } = flight;
const usage = { inputTokens: 10, outputTokens: 5, model: 'claude', costMillicents: 7000 };
const outcome: OutcomeFacts = {
  kind: 'outcome',
  assignment: flight.id,
  outcome: anOutcome({ assignment: flight.id, run, attempt, usage }),
  work: null,
  workFault: null,
};
const world = { outcome, stories: [ourStory({ number: '1.1', id: 's' })] };
const settled = { before: aLedger({}, { flights: { [flight.id]: flight } }), after: aLedger() };

interface Desk {
  readonly pass: Pick<LeasedPass, 'loopctl' | 'log' | 'requireLease'>;
  readonly told: readonly unknown[];
  readonly lines: readonly string[];
}

function deskWith(sessions: readonly string[], report: () => Promise<void> = async () => undefined): Desk {
  const told: unknown[] = [];
  const lines: string[] = [];
  const loopctl = {
    listUsage: async () => sessions.map((sessionId) => ({ sessionId }) as UsageRecord),
    reportUsage: async (...args: readonly unknown[]) => {
      told.push(args);
      await report();
    },
  };
  const pass = {
    loopctl: loopctl as unknown as Pass['loopctl'],
    log: (line: string) => void lines.push(line),
    requireLease: () => undefined,
  };
  return { pass, told, lines };
}

it('what was told under this assignment is not told again', async () => {
  const [fresh, again] = [deskWith(['99-1']), deskWith(['99-1', '99-3'])];
  await tellUsage(world, settled, fresh.pass);
  await tellUsage(world, settled, again.pass);
  expect(fresh.told).toMatchObject([['implementer', 's', { sessionId: '99-3', costMillicents: 7000 }]]);
  expect(again.told).toEqual([]);
  expect(fresh.lines).toEqual(['· usage 1.1 — 10 + 5 tokens, $0.07, as its agent says']);
});

it.each([
  ['was not settled', world, { ...settled, after: settled.before }],
  ['was settled before', world, { ...settled, before: settled.after }],
  ['is of a story that is gone', { ...world, stories: [] }, settled],
  ['cannot be used', { ...world, outcome: { kind: 'unusable', assignment: '99-3', detail: '' } as const }, settled],
  ['is nobody’s', { ...world, outcome: null }, settled],
])('an outcome that %s tells nothing', async (_, seen, landing) => {
  const desk = deskWith([]);
  await tellUsage(seen, landing, desk.pass);
  expect(desk.told).toEqual([]);
});

it('where loopctl does not take it, that is said, and the pass goes on; a bug is none of that', async () => {
  const lost = new RemoteError('got no answer', { request: 'POST /x', status: null, requestId: null, retryable: true });
  const desk = deskWith([], () => Promise.reject(lost));
  await tellUsage(world, settled, desk.pass);
  expect(desk.lines).toEqual(['! usage 1.1 — not told: got no answer']);
  const broken = deskWith([], () => Promise.reject(new TypeError('x is not a function')));
  await expect(tellUsage(world, settled, broken.pass)).rejects.toThrow('x is not a function');
});

it('nothing is told by a pass whose lease ran out while it looked', async () => {
  const desk = deskWith([]);
  const requireLease = (): void => {
    throw new LeaseOver();
  };
  await expect(tellUsage(world, settled, { ...desk.pass, requireLease })).rejects.toThrow(LeaseOver);
  expect(desk.told).toEqual([]);
});
