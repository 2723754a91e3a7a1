import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const config = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n';

/**
 * Makes an empty bare repository, or leaves the one that is there: all that `git init` would, without a process of its
 * own, and neither hooks nor samples (gitrepository-layout(5)).
 */
export async function ensureBareRepository(directory: string): Promise<void> {
  await Promise.all(['objects', 'refs'].map((name) => mkdir(join(directory, name), { recursive: true })));
  await writeFile(join(directory, 'config'), config);
  await writeFile(join(directory, 'HEAD'), 'ref: refs/heads/none\n');
}
