import { expect, test } from 'vitest';
import { isConforming, renderJudgements } from '../../scripts/conformance/loopctl/findings.ts';
import { readScenarios } from '../../scripts/conformance/loopctl/recording.ts';
import type { Judged } from '../../scripts/conformance/loopctl/replay.ts';
import { replayServed } from '../../scripts/conformance/loopctl/replay-served.ts';

const scenarios = readScenarios();

test.each(['01-discovery', '14-walk'])(
  'served over HTTP, the store answers %s as the recorded server did',
  async (name) => {
    const judged = await replayServed(scenarios.filter((scenario) => scenario.name === name));
    expect(
      judged.flatMap(({ exchange, verdict }) => (verdict.kind === 'failed' ? [exchange, verdict.problems] : [])),
    ).toEqual([]);
    expect(judged.filter(({ verdict }) => verdict.kind === 'passed').length).toBeGreaterThanOrEqual(20);
  },
);

test('an exchange that failed is named with what was wrong, and fails the whole', () => {
  const failed: Judged = {
    scenario: '14-walk',
    exchange: 'claim',
    verdict: { kind: 'failed', problems: ['status 409'] },
  };
  const passed: Judged = { scenario: '14-walk', exchange: 'start', verdict: { kind: 'passed' } };
  const scope: Judged = {
    scenario: '11-webhooks',
    exchange: 'x',
    verdict: { kind: 'out_of_scope', reason: 'nobody waits' },
  };
  const lines = renderJudgements([passed, failed, scope]);
  expect(
    lines
      .find((line) => line.includes('together'))
      ?.trim()
      .split(/\s+/),
  ).toEqual(['together', '1', '1', '0', '1']);
  expect(lines).toEqual(
    expect.arrayContaining(['     1 × nobody waits', '✗ 14-walk: claim: status 409', '✗ 1 exchanges failed']),
  );
  expect(isConforming([passed, scope])).toBe(true);
  expect(isConforming([passed, failed])).toBe(false);
});
