import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runGit } from './git.ts';

export interface RefStoreAuthor {
  readonly name: string;
  readonly email: string;
}

export interface FastImportCommit {
  readonly parent: string | null;
  /** New text by path; null removes the file. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly message: string;
  readonly author: RefStoreAuthor;
  readonly at: Date;
}

export interface ImportedCommit {
  readonly commit: string;
  /**
   * The commit and what is new in it, as it may be sent to whoever has the parent; null where nothing but the commit is
   * new here: an attempt before made the same files, and who they are sent to may lack them all the same.
   */
  readonly pack: Uint8Array | null;
}

/** Makes one commit on top of its parent in a bare repository, in one process; no ref of others moves. */
export async function fastImport(gitDir: string, commit: FastImportCommit): Promise<ImportedCommit> {
  const edges = join(gitDir, 'fast-import-edges');
  const args = ['fast-import', '--quiet', '--force', '--done', `--export-pack-edges=${edges}`];
  const { stdout } = await runGit(args, { gitDir, input: stream(commit) });
  const [packFile = ''] = (await readFile(edges, 'utf8')).split(': ');
  await rm(edges);
  return { commit: stdout.trim(), pack: packFile === '' ? null : await readFile(packFile) };
}

function stream(commit: FastImportCommit): Buffer {
  const { name, email } = commit.author;
  const head = [
    'commit refs/store/next',
    'mark :1',
    `committer ${plain(name)} <${plain(email)}> ${Math.floor(commit.at.getTime() / 1000)} +0000`,
    data(commit.message),
    ...(commit.parent === null ? [] : [`from ${commit.parent}`]),
  ];
  const files = [...commit.changes].flatMap(([path, text]) =>
    text === null ? [`D ${checked(path)}`] : [`M 100644 inline ${checked(path)}`, data(text)],
  );
  return Buffer.from([...head, ...files, '', 'get-mark :1', 'done', ''].join('\n'));
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function plain(text: string): string {
  return text.replaceAll(/[<>\n\0]/g, '');
}

function checked(path: string): string {
  if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)) {
    throw new Error(`not a path of the store: ${JSON.stringify(path)}`);
  }
  return path;
}
