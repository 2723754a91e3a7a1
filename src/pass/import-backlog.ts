import { type BacklogPayload, importPayload, parseBacklog } from '../core/backlog.ts';
import { type Dependency, findDrift, withDrift } from '../core/drift.ts';
import type { Ledger } from '../core/ledger.ts';
import { ConfigurationError } from '../errors.ts';
import { findFile } from '../git/repository.ts';
import { readDependencies } from './gather-drift.ts';
import type { Pass } from './pass.ts';

/**
 * Merges the backlog file of the default branch's tip into loopctl when its blob is another one than last time, and
 * returns the ledger that remembers it, with what loopctl keeps although the file does not name it. A backlog with
 * faults is refused whole, every fault named.
 */
export async function importBacklog(ledger: Ledger, tip: string, path: string, pass: Pass): Promise<Ledger> {
  const file = await findFile(pass.trees, tip, path);
  if (file === null) {
    throw new ConfigurationError(`There is no backlog at ${path}.`, {
      remedy: "Put it there in loopctl's import format, or name its path in the configuration (`backlog`).",
    });
  }
  if (file.sha === ledger.backlogBlob) return ledger;
  const payload = parseBacklogFile(await file.read(), path);
  const drift = findDrift(payload, await readDependencies(pass));
  refuseCircles(payload, drift, path);
  const result = await pass.loopctl.importBacklog(pass.project.id, payload);
  pass.log(
    `▸ import - — ${path}: ${result.storiesCreated} stories created, ${result.storiesUpdated} updated, ${result.dependenciesCreated} dependencies`,
  );
  return { ...ledger, backlogBlob: file.sha, drift: [...drift] };
}

/** The body of the import call that a backlog's file is; one with faults is refused whole, every fault named. */
export function parseBacklogFile(text: string, path: string): BacklogPayload {
  const reading = parseBacklog(parseJson(text, path));
  if (reading.kind === 'backlog') return importPayload(reading.backlog);
  const lines = reading.problems.map(({ path: where, message }) => `${path}: ${where}: ${message}`);
  throw new ConfigurationError(lines.join('\n'), { remedy: `Mend ${path}; nothing of it was imported.` });
}

/** Refuses a circle that closes only through what loopctl keeps: some of them it would accept, and wait for ever. */
export function refuseCircles(payload: BacklogPayload, drift: readonly Dependency[], path: string): void {
  const together = parseBacklog(withDrift(payload, drift));
  if (together.kind === 'backlog') return;
  const lines = together.problems.map(({ message }) => `${path}: ${message}`);
  const kept = `loopctl keeps what the file does not name: ${drift.map(describe).join(', ')}.`;
  throw new ConfigurationError([...lines, kept].join('\n'), {
    remedy:
      'An import never removes a dependency: remove it in loopctl, or put it back into the file; nothing was imported.',
  });
}

function describe({ kind, from, to }: Dependency): string {
  return `that ${kind} ${from} waits for ${to}`;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigurationError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      remedy: `Mend ${path}.`,
      cause: error,
    });
  }
}
