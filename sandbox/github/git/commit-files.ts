import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Signature } from './commits.ts';
import type { Repository } from './repository.ts';

/** Makes a commit with some files changed on top of `parent` (or of nothing) and returns it; moves no ref. */
export async function commitFiles(
  repository: Repository,
  input: {
    readonly parent: string | null;
    readonly files: Readonly<Record<string, string | null>>;
    readonly message: string;
    readonly signature: Signature;
  },
): Promise<string> {
  const index = join(repository.directory, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    if (input.parent !== null) await repository.run(['read-tree', input.parent], { env });
    const lines = Object.entries(input.files).map(([path, text]) => indexLine(repository, path, text));
    await repository.run(['update-index', '--add', '--index-info'], { env, input: `${lines.join('\n')}\n` });
    const tree = (await repository.run(['write-tree'], { env })).trim();
    return repository.writeCommit({
      tree,
      parents: input.parent === null ? [] : [input.parent],
      author: input.signature,
      committer: input.signature,
      message: input.message,
    });
  } finally {
    rmSync(index, { force: true });
  }
}

function indexLine(repository: Repository, path: string, text: string | null): string {
  if (text === null) return `0 ${'0'.repeat(40)}\t${path}`;
  // A script keeps its bit, as it would from a work tree.
  return `${text.startsWith('#!') ? '100755' : '100644'} ${repository.writeBlob(text)}\t${path}`;
}
