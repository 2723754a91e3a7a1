import { beforeAll, expect, test } from 'vitest';
import { createEngineServer } from '../../scripts/conformance/loopctl/engine-server.ts';
import {
  bodiesMadeUp,
  keptInPart,
  keysHandedOut,
  listedDifferences,
} from '../../scripts/conformance/loopctl/exceptions.ts';
import { gaps } from '../../scripts/conformance/loopctl/gaps.ts';
import { readScenarios } from '../../scripts/conformance/loopctl/recording.ts';
import { type Judged, replay } from '../../scripts/conformance/loopctl/replay.ts';

const scenarios = readScenarios();

/** Scenario 01 is about HTTP: it is replayed where the store is served. */
const played = scenarios.filter(({ name }) => name !== '01-discovery');

let judged: readonly Judged[];

beforeAll(async () => {
  judged = await replay(played, createEngineServer(new Date('2026-11-22T11:34:56.000Z')));
});

test('the embedded engine answers as the recorded server did', () => {
  const failed = judged.flatMap(({ scenario, exchange, verdict }) =>
    verdict.kind === 'failed' ? [`${scenario}: ${exchange}: ${verdict.problems.slice(0, 6).join('; ')}`] : [],
  );
  expect(failed).toEqual([]);
});

test.each([
  ['02-projects-import', { passed: 56, differs: 3 }],
  ['03-queries', { passed: 37 }],
  ['04-happy-path', { passed: 68, differs: 1 }],
  ['06-reject-reset', { passed: 30 }],
  ['07-orchestrator-state', { passed: 21 }],
  ['08-skills', { passed: 36, differs: 1 }],
  ['09-backfill-bulk', { passed: 24 }],
  ['10-tokens-budgets', { passed: 28, out_of_scope: 2 }],
  ['11-webhooks', { out_of_scope: 27 }],
  ['12-witness-v2', { out_of_scope: 47 }],
  ['13-cli', { out_of_scope: 73 }],
  ['14-walk', { passed: 51 }],
])('of %s nothing is left out that is not named', (scenario, counts) => {
  const own = judged.filter((one) => one.scenario === scenario);
  expect(
    Object.fromEntries([...Map.groupBy(own, ({ verdict }) => verdict.kind)].map(([k, v]) => [k, v.length])),
  ).toEqual(counts);
});

test('ten differences at most are listed, and every exception names an exchange that was recorded', () => {
  const recorded = scenarios.flatMap(({ name, exchanges }) => exchanges.map((exchange) => `${name}: ${exchange.name}`));
  const named = [
    ...listedDifferences.flatMap(({ shows }) => Object.keys(shows)),
    ...[keysHandedOut, bodiesMadeUp, gaps].flatMap((table) => Object.keys(table)),
    ...keptInPart,
  ];
  expect(listedDifferences.length).toBeLessThanOrEqual(10);
  expect(named.filter((name) => !recorded.includes(name))).toEqual([]);
});
