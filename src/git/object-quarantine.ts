import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type GitOptions, runGit } from './git.ts';

/**
 * Objects that a repository does not hold yet, in a folder beside its own, as git's receive-pack keeps a push until it
 * is judged: they are seen only by commands that are told of them.
 */
export interface ObjectQuarantine {
  readonly git: GitOptions;
  /** Gives the objects to the repository. */
  release(): Promise<void>;
  discard(): Promise<void>;
}

/** Unpacks a pack into a quarantine of a bare repository, every object checked by fsck's strict rules. */
export async function openQuarantine(repository: string, pack: Uint8Array): Promise<ObjectQuarantine> {
  const folder = await mkdtemp(join(resolve(repository), 'quarantine-'));
  const objects = join(folder, 'objects');
  const known = join(resolve(repository), 'objects');
  // The limits are against small packs that unpack to much: large files are streamed, larger trees are an error.
  const git: GitOptions = {
    gitDir: repository,
    env: { GIT_OBJECT_DIRECTORY: objects, GIT_ALTERNATE_OBJECT_DIRECTORIES: known, GIT_ALLOC_LIMIT: '500m' },
    config: { 'core.hooksPath': '/dev/null', 'core.bigFileThreshold': '5m', 'protocol.allow': 'never' },
    timeoutSeconds: 120,
  };
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await mkdir(join(objects, 'pack'), { recursive: true });
    await runGit(['index-pack', '--stdin', '--fix-thin', '--strict'], { ...git, input: pack });
  } catch (error) {
    await discard();
    throw error;
  }
  return { git, discard, release: () => movePacks(join(objects, 'pack'), join(known, 'pack')) };
}

/** A pack is found by its index, which therefore goes last. */
async function movePacks(from: string, to: string): Promise<void> {
  const names = await readdir(from);
  await mkdir(to, { recursive: true });
  for (const name of names.sort((left, right) => Number(left.endsWith('.idx')) - Number(right.endsWith('.idx')))) {
    await rename(join(from, name), join(to, name));
  }
}
