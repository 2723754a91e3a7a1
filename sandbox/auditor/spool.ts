import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgentFacts } from './facts.ts';

/** A process of an agent, with the files of the tree it found, each with its blob. */
export interface WitnessedAgent extends AgentFacts {
  readonly files: readonly string[];
}

/** Reads what the witness noted; processes that have ended are read once. */
export interface SpoolReader {
  read(): Promise<readonly WitnessedAgent[]>;
}

/** Opens the folder into which the witness writes, one folder per process. */
export function openSpool(directory: string): SpoolReader {
  const ended = new Map<string, WitnessedAgent>();
  return {
    read: async () => {
      const names = (await readdir(directory).catch(() => [])).sort();
      const agents = await Promise.all(
        names.map(async (name) => ended.get(name) ?? (await readNotes(directory, name))),
      );
      const known = agents.filter((agent) => agent !== null);
      for (const agent of known) if (agent.endedAt !== null) ended.set(agent.id, agent);
      return known;
    },
  };
}

/** Nothing as long as the witness has not finished the first page. */
async function readNotes(directory: string, name: string): Promise<WitnessedAgent | null> {
  const folder = join(directory, name);
  const startedAt = await modifiedAt(join(folder, 'start'));
  if (startedAt === null) return null;
  // The end first: what is on the other pages is all there once it is.
  const end = await modifiedAt(join(folder, 'end'));
  const [start, environment, gitConfig, files, result] = await Promise.all([
    readFile(join(folder, 'start'), 'utf8'),
    readFile(join(folder, 'environment'), 'utf8'),
    readFile(join(folder, 'git-config'), 'utf8'),
    readFile(join(folder, 'tree'), 'utf8').catch(() => ''),
    readFile(join(folder, 'result.json'), 'utf8').catch(() => 'null'),
  ]);
  const { task = '', pid = '', cwd = '', branch = '', head = '', tree = '' } = pairsOf(start, '\n');
  return {
    id: name,
    task,
    cwd,
    branch: branch.replace('refs/heads/', '') || null,
    head: head || null,
    tree: tree || null,
    files: files.split('\0').filter((line) => line !== ''),
    startedAt,
    endedAt: end ?? (isAlive(Number(pid)) || (await modifiedAt(join(folder, 'end'))) !== null ? null : startedAt),
    environment: pairsOf(environment, environment.includes('\0') ? '\0' : '\n'),
    gitConfig,
    result: parseResult(result),
  };
}

function pairsOf(text: string, separator: string): Readonly<Record<string, string>> {
  const entries = text.split(separator).filter((line) => line.includes('='));
  return Object.fromEntries(
    entries.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

async function modifiedAt(path: string): Promise<number | null> {
  return await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

/** A process that was killed together with its witness left no end; how long it worked is not known. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function parseResult(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
