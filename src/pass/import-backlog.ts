import { importPayload, parseBacklog } from '../core/backlog.ts';
import type { Ledger } from '../core/ledger.ts';
import { ConfigurationError } from '../errors.ts';
import { readFileAt } from '../git/repository.ts';
import type { Pass } from './pass.ts';

/**
 * Merges the backlog file of the default branch's tip into loopctl when its blob is another one than last time, and
 * returns the ledger that remembers it. A backlog with faults is refused whole, every fault named.
 */
export async function importBacklog(ledger: Ledger, tip: string, path: string, pass: Pass): Promise<Ledger> {
  const file = await readFileAt(pass.trees, tip, path);
  if (file === null) {
    throw new ConfigurationError(`There is no backlog at ${path}.`, {
      remedy: "Put it there in loopctl's import format, or name its path in the configuration (`backlog`).",
    });
  }
  if (file.sha === ledger.backlogBlob) return ledger;
  const reading = parseBacklog(parseJson(file.text, path));
  if (reading.kind === 'problems') {
    const lines = reading.problems.map(({ path: where, message }) => `${path}: ${where}: ${message}`);
    throw new ConfigurationError(lines.join('\n'), { remedy: `Mend ${path}; nothing of it was imported.` });
  }
  const result = await pass.loopctl.importBacklog(pass.project.id, importPayload(reading.backlog));
  pass.log(
    `▸ import - — ${path}: ${result.storiesCreated} stories created, ${result.storiesUpdated} updated, ${result.dependenciesCreated} dependencies`,
  );
  return { ...ledger, backlogBlob: file.sha };
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
