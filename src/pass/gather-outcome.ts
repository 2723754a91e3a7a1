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
  const base = flight.role === 'review' ? Promise.resolve(null) : fetchBase(flight, pass);
  // What it needs is fetched meanwhile; a failure is told by whoever waits for it.
  base.catch(() => undefined);
  const read = await readOutcome(pass.github, { ...reference, run: flight.run });
  if (read.kind === 'unusable') return { kind: 'unusable', assignment, detail: read.detail };
  const { outcome, bundle } = read;
  const examined = await examineWork({ outcome, flight, bundle, base, ...reference }, pass);
  return { kind: 'outcome', assignment, outcome, ...examined };
}

/** The base's tip, with its history and the commit that the agent started from; null where one of them is gone. */
async function fetchBase({ startSha }: Flight, { history, settings }: Pass): Promise<string | null> {
  await ensureRepository(history);
  const isFetched = await fetchInto(history, { branches: [settings.base], commits: [startSha] });
  return isFetched ? await readTip(history, settings.base) : null;
}

interface Examined {
  readonly work: WorkFacts | null;
  readonly workFault: string | null;
}

interface Examining extends Pick<OutcomeReference, 'directory'> {
  readonly outcome: Outcome;
  readonly flight: Flight;
  readonly bundle: Uint8Array | undefined;
  readonly base: Promise<string | null>;
}

async function examineWork({ outcome, flight, bundle, base, directory }: Examining, pass: Pass): Promise<Examined> {
  if (flight.role === 'review' || outcome.head === null) return { work: null, workFault: null };
  if (bundle === undefined) return { work: null, workFault: `the artifact holds no ${outcomeFiles.bundle}` };
  const { history, settings } = pass;
  const path = join(directory, outcomeFiles.bundle);
  await writeFile(path, bundle);
  const baseSha = await base;
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
