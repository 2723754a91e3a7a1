import { appendFileSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a demonstration keeps its world. */
export interface WorldFolder {
  readonly path: string;
  readonly github: string;
  readonly repository: string;
  readonly runner: string;
  readonly spool: string;
  /** Whether it was there before. */
  readonly isOld: boolean;
  /** The concurrency the world was made with. */
  readonly concurrency: number;
  /** Whether it plays the sample's own backlog. */
  readonly isSample: boolean;
  /** The scenario it plays, if it plays one. */
  readonly scenario: string | null;
  /** The slug of its project on a loopctl server; null where its backlog and state are in its own repository. */
  readonly servedProject: string | null;
  /** Log lines of the trusted jobs that earlier runs of the demonstration heard. */
  readonly heard: readonly string[];
  keepLine(line: string): void;
  /** Says that the world is whole: from now on it can be gone on with. */
  finishFounding(): Promise<void>;
  remove(): Promise<void>;
}

/** What a world is made with. */
type Founding = Pick<WorldFolder, 'concurrency' | 'isSample'> &
  Partial<Pick<WorldFolder, 'scenario' | 'servedProject'>>;

/** Opens the folder of a world, or a new one in the temporary folder. */
export async function openWorldFolder(keep: string | null, founding: Founding): Promise<WorldFolder> {
  const path = keep ?? (await mkdtemp(join(tmpdir(), 'orchestrate-')));
  const mark = join(path, 'demonstration.json');
  const isOld = existsSync(mark);
  // A world whose founding was interrupted is founded again.
  if (!isOld) await rm(join(path, 'github'), { recursive: true, force: true });
  await Promise.all(['github', 'runner', 'spool'].map((name) => mkdir(join(path, name), { recursive: true })));
  const {
    concurrency,
    isSample,
    scenario = null,
    servedProject = null,
  } = isOld ? (JSON.parse(await readFile(mark, 'utf8')) as Founding) : founding;
  const lines = join(path, 'decisions.log');
  const heard = await readFile(lines, 'utf8').catch(() => '');
  return {
    path,
    github: join(path, 'github'),
    repository: join(path, 'github/repo.git'),
    runner: join(path, 'runner'),
    spool: join(path, 'spool'),
    isOld,
    concurrency,
    isSample,
    scenario,
    servedProject,
    heard: heard.split('\n').filter((line) => line !== ''),
    keepLine: (line) => appendFileSync(lines, `${line}\n`),
    finishFounding: () =>
      writeFile(mark, `${JSON.stringify({ version: 1, concurrency, isSample, scenario, servedProject })}\n`),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
