import { type FileTree, makeTrees } from './file-tree.ts';
import { type GitObject, makeObject } from './git-object.ts';

export interface RefStoreAuthor {
  readonly name: string;
  readonly email: string;
}

export interface NewCommit {
  readonly parent: string | null;
  /** What the parent holds. */
  readonly files: FileTree;
  /** New text by path; null removes the file. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly message: string;
  readonly author: RefStoreAuthor;
  readonly at: Date;
}

export interface MadeCommit {
  readonly commit: string;
  readonly files: FileTree;
  /** The commit and all that its parent has not. */
  readonly objects: readonly GitObject[];
}

/** A commit on top of its parent, every file that is not named left as it was; nothing is written anywhere. */
export function makeCommit({ parent, files, changes, message, author, at }: NewCommit): MadeCommit {
  const blobs: GitObject[] = [];
  const changed = new Map(files);
  for (const [path, text] of changes) {
    requirePath(path);
    changed.delete(path);
    if (text === null) continue;
    const blob = makeObject('blob', Buffer.from(text));
    blobs.push(blob);
    changed.set(path, { mode: '100644', id: blob.id });
  }
  const known = new Set(parent === null ? [] : makeTrees(files).map(({ id }) => id));
  const trees = makeTrees(changed);
  const who = `${plain(author.name)} <${plain(author.email)}> ${Math.floor(at.getTime() / 1000)} +0000`;
  const head = [
    `tree ${trees.at(-1)?.id}`,
    ...(parent === null ? [] : [`parent ${parent}`]),
    `author ${who}`,
    `committer ${who}`,
  ];
  const commit = makeObject('commit', Buffer.from(`${head.join('\n')}\n\n${message}`));
  const objects = [commit, ...trees.filter(({ id }) => !known.has(id)), ...blobs];
  return { commit: commit.id, files: changed, objects: [...new Map(objects.map((one) => [one.id, one])).values()] };
}

function plain(text: string): string {
  return text.replaceAll(/[<>\n\0]/g, '');
}

function requirePath(path: string): void {
  if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)) {
    throw new Error(`not a path of the store: ${JSON.stringify(path)}`);
  }
}
