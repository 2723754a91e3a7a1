import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBareRepository } from '../../src/git/bare-repository.ts';
import { runGit } from '../../src/git/git.ts';
import { GitError } from '../../src/git/git-error.ts';
import { readObjects } from '../../src/git/read-objects.ts';
import { readTree } from '../../src/git/read-tree.ts';
import { readDb } from '../../src/loopctl/embedded/files/read-files.ts';
import type { Records } from '../history/history.ts';
import { createSavesReader } from '../history/read-saves.ts';
import { parseSave } from './parse-save.ts';
import { recordsOfStore } from './records-of-store.ts';
import { SourceProblem } from './source-problem.ts';

interface BranchSource {
  /** A repository's path or URL, or a bundle: whatever `git fetch` takes. */
  readonly repository: string;
  readonly branch: string;
  /** The project's slug; null where the store has only one. */
  readonly project: string | null;
}

const localBranch = 'refs/report/branch';

/**
 * Reads a project from the branch that holds its state: the store as it stands now, and every save of the ledger that
 * the branch's history has, that of squashed histories included where they were kept in the repository.
 */
export async function readBranch(source: BranchSource): Promise<Records> {
  const gitDir = await mkdtemp(join(tmpdir(), 'orchestrate-report-'));
  try {
    await ensureBareRepository(gitDir);
    await fetchBranch(source, gitDir);
    const { files } = await readTree(gitDir, localBranch);
    const { records, stateFile } = recordsOfStore(readDb(files), source.project);
    const reader = createSavesReader();
    await readSaves(gitDir, stateFile, (text) => {
      const save = parseSave(text);
      if (save !== null) reader.add(save);
    });
    return { ...records, ...reader.told() };
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}

/** A clone of somebody's has the branch below its remote's name only; a bundle that squashing made, under a name of its own. */
async function fetchBranch({ repository, branch }: BranchSource, gitDir: string): Promise<void> {
  const places = [`refs/heads/${branch}`, `refs/remotes/origin/${branch}`, 'refs/store/whole'];
  for (const [index, place] of places.entries()) {
    try {
      const refspecs = [`+${place}:${localBranch}`, '+refs/orchestrate/history/*:refs/report/history/*'];
      await runGit(
        ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--end-of-options', repository, ...refspecs],
        { gitDir },
      );
      return;
    } catch (cause) {
      if (!(cause instanceof GitError)) throw cause;
      if (cause.stderr.includes("couldn't find remote ref") && index < places.length - 1) continue;
      throw new SourceProblem(`The branch ${branch} of ${repository} cannot be read: ${cause.stderr.trim()}`, {
        cause,
      });
    }
  }
}

const together = 200;

/** Every text that the file had, oldest first, so many in memory at once. */
async function readSaves(gitDir: string, path: string, take: (text: string) => void): Promise<void> {
  const log = [
    'log',
    '--reverse',
    '--date-order',
    '--raw',
    '--no-abbrev',
    '--format=',
    '--diff-filter=AM',
    '--all',
    '--',
    path,
  ];
  const { stdout } = await runGit(log, { gitDir, maxBytes: 500_000_000 });
  const blobs = stdout.split('\n').flatMap((line) => /^:\S+ \S+ \S+ ([0-9a-f]+) /.exec(line)?.[1] ?? []);
  for (let start = 0; start < blobs.length; start += together) {
    const objects = await readObjects(gitDir, blobs.slice(start, start + together));
    for (const object of objects) if (object !== null) take(object.content.toString('utf8'));
  }
}
