import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Flight, Ledger } from '../core/ledger.ts';
import { type Outcome, outcomeFiles } from '../core/outcome.ts';
import type { OutcomeFacts, WorkFacts } from '../core/snapshot.ts';
import { quarantine } from '../git/quarantine.ts';
import { ensureRepository, fetchInto, readTip } from '../git/repository.ts';
import type { Pass } from './pass.ts';
import { type OutcomeArtifact, readOutcome } from './read-outcome.ts';

export interface OutcomeReference extends Omit<OutcomeArtifact, 'run'> {
  /** Where the quarantine may put what it looks at. */
  readonly directory: string;
}

/**
 * What an agent job left behind, as facts: hostile input, taken only while its assignment is in flight. Null when the
 * assignment is not in flight (any more): it was settled before.
 */
export async function gatherOutcome(
  reference: OutcomeReference,
  ledger: Ledger,
  pass: Pass,
): Promise<OutcomeFacts | null> {
  const { assignment } = reference;
  const flight = ledger.flights[assignment];
  if (flight === undefined) return null;
  const read = await readOutcome(pass.github, { ...reference, run: flight.run });
  if (read.kind === 'unusable') return { kind: 'unusable', assignment, detail: read.detail };
  const { outcome, bundle } = read;
  const examined = await examineWork(outcome, flight, bundle, reference, pass);
  return { kind: 'outcome', assignment, outcome, ...examined };
}

interface Examined {
  readonly work: WorkFacts | null;
  readonly workFault: string | null;
}

async function examineWork(
  outcome: Outcome,
  flight: Flight,
  bundle: Uint8Array | undefined,
  { directory }: OutcomeReference,
  pass: Pass,
): Promise<Examined> {
  if (flight.role === 'review' || outcome.head === null) return { work: null, workFault: null };
  if (bundle === undefined) return { work: null, workFault: `the artifact holds no ${outcomeFiles.bundle}` };
  const { history, settings } = pass;
  const path = join(directory, outcomeFiles.bundle);
  await writeFile(path, bundle);
  await ensureRepository(history);
  const isFetched = await fetchInto(history, { branches: [settings.base], commits: [flight.startSha] });
  const baseSha = isFetched ? await readTip(history, settings.base) : null;
  if (baseSha === null) {
    return { work: null, workFault: 'the commit it was to start from is gone from the repository' };
  }
  const examined = await quarantine({
    repository: history.directory,
    bundle: path,
    head: outcome.head,
    startSha: flight.startSha,
    baseSha,
    deliverables: await promisedFiles(outcome, flight, pass),
    protectedPaths: settings.protectedPaths,
  });
  return examined.kind === 'fault'
    ? { work: null, workFault: examined.detail }
    : { work: examined.work, workFault: null };
}

/** What the story asks for by name, and what the agent itself said would be there. */
async function promisedFiles(outcome: Outcome, flight: Flight, { loopctl, project }: Pass): Promise<readonly string[]> {
  const stories = await loopctl.listStories(project.id);
  const story = stories.find(({ number }) => number === flight.story);
  const promised = outcome.restatement?.criteria.flatMap(({ deliverables }) => deliverables) ?? [];
  return [...new Set([...(story?.deliverables ?? []), ...promised])];
}
