import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/core/ledger.ts';
import { gatherStrays } from '../../src/pass/gather-strays.ts';
import { aFlight, aLedger } from '../builders/ledger.ts';
import { always, type GitHubServer, serveGitHub } from './github-server.ts';

function job(name: string, status: 'in_progress' | 'completed'): Readonly<Record<string, unknown>> {
  return { id: 1, name, run_attempt: 1, status, conclusion: status === 'completed' ? 'success' : null };
}

/** Three runs: one with two agents at work, one that settles, one that rehearses, which is no agent's work. */
function serveRuns(): Promise<GitHubServer> {
  const jobs = {
    97: [job('plan', 'completed'), job('97-1 / agent', 'in_progress'), job('97-2 / agent', 'in_progress')],
    98: [job('plan', 'completed'), job('98-3 / agent', 'completed'), job('98-3 / settle', 'in_progress')],
    99: [job('plan', 'completed'), job('rehearsal-99-1 / agent', 'in_progress')],
  };
  return serveGitHub(
    Object.fromEntries(
      Object.entries(jobs).map(([run, listed]) => [
        `GET /actions/runs/${run}/jobs`,
        always({ body: { total_count: listed.length, jobs: listed } }),
      ]),
    ),
  );
}

describe('agents that the ledger does not know', () => {
  it('are found in the runs under way of which it knows nothing, by one request for each', async () => {
    await using server = await serveRuns();
    const seen = { unfinishedRuns: [99, 98, 97], own: 100 };
    expect(await gatherStrays(seen, aLedger(), server.github)).toEqual([
      { run: 97, assignment: '97-1' },
      { run: 97, assignment: '97-2' },
    ]);
    expect(server.exchanges).toHaveLength(3);
  });

  it.each<readonly [string, Ledger, readonly number[], number]>([
    ['where no run is under way but the own', aLedger(), [97], 97],
    [
      'of a run that an assignment in flight names',
      aLedger({}, { flights: { '97-1': aFlight({ run: 97 }) } }),
      [97],
      100,
    ],
    ['where no run is under way', aLedger(), [], 100],
  ])('are not asked for %s', async (_, ledger, unfinishedRuns, own) => {
    await using server = await serveRuns();
    expect(await gatherStrays({ unfinishedRuns, own }, ledger, server.github)).toEqual([]);
    expect(server.exchanges).toEqual([]);
  });
});
