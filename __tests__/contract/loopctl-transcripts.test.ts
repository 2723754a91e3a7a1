import { describe, expect, test } from 'vitest';
import { EngineWorld } from './loopctl-engine-world.ts';
import {
  type Bindings,
  differences,
  type Exchange,
  newBindings,
  readRecording,
  shortened,
  translate,
  withoutRemarks,
} from './loopctl-recording.ts';

type Gap = (world: EngineWorld) => void;

/** Calls that the recorder made without recording them, before the exchange of this number. */
const gaps: Readonly<Record<string, Gap>> = {
  '04-happy-path 7': (world) => world.addAgent('impl-3'),
  '06-reject-reset 3': (world) => drive(world, 'reject', '1.1', 'report'),
  '06-reject-reset 9': (world) => drive(world, 'reject', '1.1', 'report'),
  '06-reject-reset 11': (world) => {
    drive(world, 'reject', '1.1', 'report');
    world.step('orchestrator', '1.1', 'reject', 'review-complete', { review_type: 'enhanced' });
  },
  '06-reject-reset 17': (world) => drive(world, 'reject', '1.2', 'claim'),
  '06-reject-reset 20': (world) => drive(world, 'reject', '1.2', 'claim'),
  '06-reject-reset 24': (world) => drive(world, 'reject', '1.3', 'report'),
  '06-reject-reset 27': (world) => drive(world, 'reject', '1.3', 'report'),
  '09-backfill-bulk 10': (world) => drive(world, 'bulk', '1.2', 'contract'),
  '09-backfill-bulk 17': (world) => drive(world, 'bulk', '1.4', 'report'),
  '09-backfill-bulk 18': (world) => drive(world, 'bulk', '1.5', 'report'),
  '09-backfill-bulk 19': (world) => drive(world, 'bulk', '1.5', 'contract'),
  '09-backfill-bulk 20': (world) => {
    drive(world, 'bulk', '2.1', 'report');
    world.step('orchestrator', '2.1', 'bulk', 'review-complete', { review_type: 'enhanced' });
    drive(world, 'bulk', '2.2', 'report');
  },
};

/** Exchanges about what the embedded store is not asked for. */
const outOfScope: readonly RegExp[] = [
  /^\S+ \/api\/v1\/(dispatches|api_keys|agents|audit|token-budgets|cost-anomalies|analytics)\b/,
  /^\S+ \/api\/v1\/projects\/[^/]+\/export$/,
  /^GET \/api\/v1\/changes\?.*entity_type=token_budget$/,
  /^(DELETE \/api\/v1\/token-usage\/[^/]+|POST \/api\/v1\/token-usage\/[^/]+\/correction)$/,
];

/** Exchanges whose request or answer the recorder left out in part. */
const bodyLeftOut = ['07-orchestrator-state 20', '04-happy-path 12'];
const answerShortened = [
  '03-queries 8',
  '03-queries 13',
  '03-queries 15',
  '03-queries 18',
  '03-queries 23',
  '03-queries 24',
  '03-queries 27',
  '06-reject-reset 2',
  '06-reject-reset 15',
  '09-backfill-bulk 2',
  '10-tokens-budgets 17',
];

/** Answers that name ids of rows which the refusal itself took back: ours are the same each time, the server's not. */
const rolledBack = ['02-projects-import 21', '02-projects-import 22', '02-projects-import 23'];

/** Differences by design: the embedded store has no dispatches that could be picked as verifier. */
const withoutDispatches = ['04-happy-path 47', '04-happy-path 58'];

/** How many exchanges of each scenario pass, and how many are out of scope. */
const expectedCounts = {
  '02-projects-import': [58, 1],
  '03-queries': [33, 4],
  '04-happy-path': [50, 19],
  '06-reject-reset': [30, 0],
  '07-orchestrator-state': [20, 1],
  '09-backfill-bulk': [24, 0],
  '10-tokens-budgets': [14, 16],
} as const;

describe('the embedded engine answers as the recorded server did', () => {
  test('in one world, project after project', () => {
    const world = new EngineWorld('2026-11-22T11:34:56.000Z');
    const bindings = newBindings();
    const tallies = Object.entries(expectedCounts).map(([scenario]) => replay(world, scenario, bindings));
    expect(tallies.flatMap(({ failed }) => failed)).toEqual([]);
    expect(tallies.map(({ passed, skipped }) => [passed, skipped])).toEqual(Object.values(expectedCounts));
  });

  test("to the letter on the loop's own walk", () => {
    const world = new EngineWorld('2026-11-22T12:35:15.000Z');
    world.waitUntil('2026-11-22T12:35:16.500Z');
    expect(replay(world, '14-walk', newBindings())).toEqual({ passed: 51, skipped: 0, failed: [] });
  });
});

interface Tally {
  passed: number;
  skipped: number;
  readonly failed: string[];
}

function replay(world: EngineWorld, scenario: string, bindings: Bindings): Tally {
  const tally: Tally = { passed: 0, skipped: 0, failed: [] };
  for (const [index, exchange] of readRecording(scenario).entries()) {
    const key = `${scenario} ${index}`;
    gaps[key]?.(world);
    if (isSkipped(exchange, key)) {
      tally.skipped += 1;
      continue;
    }
    const problems = problemsOf(world, exchange, key, bindings);
    if (problems.length === 0) {
      tally.passed += 1;
    } else {
      tally.failed.push(`${key} ${exchange.name}: ${problems.slice(0, 6).join('; ')}`);
    }
  }
  return tally;
}

function problemsOf(world: EngineWorld, exchange: Exchange, key: string, bindings: Bindings): readonly string[] {
  const target = translate(decodeURIComponent(exchange.path), bindings);
  const body = exchange.body === undefined ? undefined : JSON.parse(translate(JSON.stringify(exchange.body), bindings));
  const ours = world.request(exchange.actor, exchange.method, target, body);
  const { response, last } = withoutRemarks(adapted(exchange.response, key));
  const expected = inOurOrder(response, bindings);
  const kept = answerShortened.includes(key) ? shortened(response, ours.body, last) : ours.body;
  const actual = inOurOrder(kept, bindings);
  return [
    ...(ours.status === exchange.status ? [] : [`status ${ours.status} instead of ${exchange.status}`]),
    ...differences(expected, actual, rolledBack.includes(key) ? newBindings() : bindings),
  ];
}

function isSkipped(exchange: Exchange, key: string): boolean {
  const call = `${exchange.method} ${exchange.path}`;
  return bodyLeftOut.includes(key) || outOfScope.some((pattern) => pattern.test(call));
}

/** Takes a story from pending to where the call named leads. */
function drive(
  world: EngineWorld,
  project: string,
  number: string,
  last: 'contract' | 'claim' | 'start' | 'report',
): void {
  const { title, acceptance_criteria: criteria } = world.story(number, project);
  const terms = { story_title: title, ac_count: criteria?.length ?? 0 };
  const calls = ['contract', 'claim', 'start', 'report'] as const;
  for (const call of calls.slice(0, calls.indexOf(last) + 1)) {
    world.step(
      call === 'report' ? 'agent_review' : 'agent_impl',
      number,
      project,
      call,
      call === 'contract' ? terms : {},
    );
  }
}

function adapted(response: unknown, key: string): unknown {
  const text = JSON.stringify(response);
  return withoutDispatches.includes(key)
    ? JSON.parse(
        text.replace(
          /"verifier_dispatch_id":"[^"]+","verifier_needed":false/,
          '"verifier_dispatch_id":null,"verifier_needed":true',
        ),
      )
    : response;
}

/** Bulk results are sorted by id, and ids are ours; the order of blockers is the database's own. */
function inOurOrder(answer: unknown, bindings: Bindings): unknown {
  if (Array.isArray(answer)) {
    return answer.map((item) => inOurOrder(item, bindings));
  }
  if (typeof answer !== 'object' || answer === null) {
    return answer;
  }
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, sorted(key, inOurOrder(value, bindings), bindings)]),
  );
}

function sorted(key: string, value: unknown, bindings: Bindings): unknown {
  const field = { results: 'story_id', blocking_dependencies: 'number' }[key];
  if (field === undefined || !Array.isArray(value)) {
    return value;
  }
  const rank = (item: Readonly<Record<string, unknown>>): string => translate(String(item[field]), bindings);
  return value.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
