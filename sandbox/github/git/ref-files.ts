import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ListedRef {
  readonly name: string;
  /** Null for a symbolic ref whose branch is not born yet. */
  readonly sha: string | null;
  /** What a symbolic ref stands for. */
  readonly target: string | null;
}

const deepestSymref = 5;

export interface RefSelection {
  /** Only refs that begin with one of these; all where there is none. */
  readonly prefixes: readonly string[];
  /** No refs that begin with this. */
  readonly hidden: string | null;
}

/**
 * HEAD and the refs of a bare repository in git's order, read from its files as git itself reads them: no process, and
 * never staler than git's own answer. Files that cannot hold a wanted ref are not read.
 */
export function listRefs(gitDir: string, selection: RefSelection): readonly ListedRef[] {
  const packed = readPackedRefs(gitDir);
  const names = new Set(['HEAD', ...packed.keys(), ...looseNames(gitDir, 'refs', selection)]);
  const wanted = [...names].filter((name) => isSelected(name, selection));
  return wanted.sort(inGitsOrder).flatMap((name) => resolveRef(gitDir, packed, name) ?? []);
}

function isSelected(name: string, { prefixes, hidden }: RefSelection): boolean {
  if (hidden !== null && name.startsWith(hidden)) return false;
  return prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix));
}

type PackedRefs = ReadonlyMap<string, string>;

function readPackedRefs(gitDir: string): PackedRefs {
  const lines = (readText(join(gitDir, 'packed-refs')) ?? '').split('\n');
  return new Map(
    lines.filter((line) => /^[0-9a-f]{40} /.test(line)).map((line) => [line.slice(41), line.slice(0, 40)]),
  );
}

function looseNames(gitDir: string, folder: string, selection: RefSelection): readonly string[] {
  return readFolder(join(gitDir, folder)).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return mayHold(`${name}/`, selection) ? looseNames(gitDir, name, selection) : [];
    // A lock lies beside a ref for as long as it is being written.
    return entry.name.endsWith('.lock') ? [] : [name];
  });
}

function mayHold(folder: string, selection: RefSelection): boolean {
  return isSelected(folder, selection) || selection.prefixes.some((prefix) => prefix.startsWith(folder));
}

function readFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    // The folder went with its last ref.
    if (isAbsence(error)) return [];
    throw error;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}

// HEAD comes first; the rest by their bytes, which for UTF-8 is not the order of JavaScript's strings.
function inGitsOrder(left: string, right: string): number {
  if (left === 'HEAD' || right === 'HEAD') return left === right ? 0 : left === 'HEAD' ? -1 : 1;
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

function resolveRef(gitDir: string, packed: PackedRefs, name: string): ListedRef | null {
  let [at, target]: [string, string | null] = [name, null];
  for (let depth = 0; depth <= deepestSymref; depth += 1) {
    const text = readText(join(gitDir, at))?.trim() ?? packed.get(at);
    if (text === undefined) return at === name ? null : { name, sha: null, target };
    if (/^[0-9a-f]{40}$/.test(text)) return { name, sha: text, target };
    if (!text.startsWith('ref:')) return null;
    at = text.slice('ref:'.length).trim();
    target = at;
  }
  return null;
}
