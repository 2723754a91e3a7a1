import type { Ledger } from '../core/ledger.ts';
import { parseRehearsalId } from '../core/rehearsal.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { GitHub } from '../github/client.ts';
import { readAgentsAtWork } from '../github/legs.ts';

/** Where a stray can be: in a run under way that no assignment in flight names, and that is not the asking one. */
export interface SeenRuns {
  readonly unfinishedRuns: readonly number[];
  readonly own: number;
}

/** The agents at work that the ledger does not know: one request for each run of which it remembers nothing. */
export async function gatherStrays(
  { unfinishedRuns, own }: SeenRuns,
  { flights }: Pick<Ledger, 'flights'>,
  github: Pick<GitHub, 'request'>,
): Promise<Snapshot['strays']> {
  const known = new Set([own, ...Object.values(flights).map(({ run }) => run)]);
  const unknown = unfinishedRuns.filter((run) => !known.has(run));
  const found = await Promise.all(unknown.map((run) => readStrays(run, github)));
  return found.flat();
}

async function readStrays(run: number, github: Pick<GitHub, 'request'>): Promise<Snapshot['strays']> {
  const assignments = await readAgentsAtWork(github, run);
  // In a rehearsal no agent works.
  const strays = assignments.filter((id) => parseRehearsalId(id) === null);
  return strays.map((assignment) => ({ run, assignment }));
}
