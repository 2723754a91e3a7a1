import { readLooseObject } from './loose-objects.ts';
import { bandHead, delimiter, flush, packet } from './packet-lines.ts';
import { readCommand } from './protocol-command.ts';
import { listRefs } from './ref-files.ts';
import type { Repository } from './repository.ts';
import { parseTree } from './trees.ts';
import { makePack, packObject } from './whole-objects.ts';

/** What a packet of the side band holds at most, without its head. */
const bandLength = 65_515;
const mostObjects = 20_000;
/** More is compressed, as GitHub compresses it. */
const mostBytes = { alone: 3_000_000, history: 10_000_000 } as const;
const rememberedBytes = 12_000_000;
const alone = 'deepen 1';
const bare = 'filter blob:none';
const manners: readonly string[] = ['thin-pack', 'no-progress', 'ofs-delta', 'include-tag', alone, bare, 'done'];

/** What somebody wants who has nothing yet. */
export interface FirstFetch {
  readonly wants: readonly string[];
  /** The commits without their parents. */
  readonly isShallow: boolean;
  /** The trees without their files, but for files that are wanted by name. */
  readonly isBare: boolean;
}

/**
 * Reads the fetch of somebody who has nothing yet, of commits with all their history or with none, or of files; null for
 * every other.
 */
export function parseFirstFetch(body: Buffer): FirstFetch | null {
  const command = readCommand(body);
  if (command?.name !== 'fetch') return null;
  const { options } = command;
  const wants = options.flatMap((option) => /^want ([0-9a-f]{40})$/.exec(option)?.[1] ?? []);
  const others = options.filter((option) => !/^want [0-9a-f]{40}$/.test(option));
  const isKnown = others.includes('done') && others.every((option) => manners.includes(option));
  return isKnown && wants.length > 0
    ? { wants, isShallow: others.includes(alone), isBare: others.includes(bare) }
    : null;
}

export type AnswerFirstFetch = (fetch: FirstFetch) => Promise<Buffer | null>;

interface KnownObject {
  /** What stands for it in a pack. */
  readonly packed: Buffer;
  /** What a tree names. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

type Known = Map<string, KnownObject>;

/**
 * Answers a first fetch as git's own upload-pack does, without its two processes; null where that is better left to git:
 * what is wanted is neither commit nor file, or large.
 */
export function createFirstFetch(repository: Repository): AnswerFirstFetch {
  const known: Known = new Map();
  return async (fetch) => {
    const { wants, isShallow, isBare } = fetch;
    const tags = listRefs(repository.directory, { prefixes: ['refs/tags/'], hidden: null });
    if (tags.some(({ name }) => name.startsWith('refs/tags/'))) return null;
    const most = mostBytes[isShallow ? 'alone' : 'history'];
    const collection = { known, isBare, found: new Map(), bytes: 0, mostBytes: most };
    const commits = await collectWanted(repository, fetch, collection);
    if (commits === null) return null;
    remember(collection.found, known);
    const shallow = [...new Set(wants)].filter((want) => commits.has(want)).map((want) => packet(`shallow ${want}\n`));
    const told = isShallow ? [packet('shallow-info\n'), ...shallow, delimiter] : [];
    const packed = [...collection.found.values()].map((one) => one.packed);
    return Buffer.concat([
      Buffer.from([...told, packet('packfile\n')].join('')),
      ...inBands(makePack(packed)),
      Buffer.from(flush),
    ]);
  };
}

/**
 * Adds what is wanted with what belongs to it, and returns the commits of it; null where that is too much, or something
 * is missing, or neither commit nor file.
 */
async function collectWanted(
  repository: Repository,
  { wants, isShallow }: FirstFetch,
  collection: Collection,
): Promise<ReadonlySet<string> | null> {
  const open = [...wants];
  const commits = new Set<string>();
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (collection.found.has(sha)) continue;
    const wanted = await readWanted(repository, sha);
    if (wanted === null || !(await collect(repository, wanted.roots, collection))) return null;
    if (wanted.isCommit) commits.add(sha);
    if (!isShallow) open.push(...wanted.parents);
  }
  return commits;
}

interface Wanted {
  readonly isCommit: boolean;
  readonly roots: readonly string[];
  readonly parents: readonly string[];
}

async function readWanted(repository: Repository, sha: string): Promise<Wanted | null> {
  const commit = await repository.commit(sha);
  if (commit?.sha === sha) return { isCommit: true, roots: [sha, commit.tree], parents: commit.parents };
  const object = await repository.object(sha);
  return object?.type === 'blob' ? { isCommit: false, roots: [sha], parents: [] } : null;
}

/** From one fetch to the next most is the same; what was not asked for the longest is forgotten. */
function remember(found: Known, known: Known): void {
  for (const [sha, one] of found) {
    known.delete(sha);
    known.set(sha, one);
  }
  let length = [...known.values()].reduce((sum, { packed }) => sum + packed.length, 0);
  for (const [sha, { packed }] of known) {
    if (length <= rememberedBytes) return;
    known.delete(sha);
    length -= packed.length;
  }
}

interface Collection {
  readonly known: Known;
  readonly isBare: boolean;
  readonly found: Known;
  /** Of what was found. */
  bytes: number;
  readonly mostBytes: number;
}

/** Adds objects and all that is below their trees; false where that is too much, or something is missing. */
async function collect(repository: Repository, roots: readonly string[], collection: Collection): Promise<boolean> {
  const { known, found, isBare } = collection;
  const open = [...roots];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (found.has(sha)) continue;
    const one = known.get(sha) ?? (await readObject(repository, sha));
    collection.bytes += one?.packed.length ?? 0;
    if (one === null || found.size >= mostObjects || collection.bytes > collection.mostBytes) return false;
    found.set(sha, one);
    open.push(...one.folders, ...(isBare ? [] : one.files));
  }
  return true;
}

async function readObject(repository: Repository, sha: string): Promise<KnownObject | null> {
  const read = readLooseObject(repository.directory, sha) ?? (await repository.object(sha));
  if (read === undefined || read.type === 'tag') return null;
  const entries = read.type === 'tree' ? parseTree(read.content) : [];
  return {
    packed: packObject({ sha, type: read.type, content: read.content }),
    // A submodule's commit is in another repository.
    folders: entries.flatMap((entry) => (entry.type === 'tree' ? entry.sha : [])),
    files: entries.flatMap((entry) => (entry.type === 'blob' ? entry.sha : [])),
  };
}

function inBands(bytes: Buffer): readonly Buffer[] {
  const count = Math.ceil(bytes.length / bandLength);
  return Array.from({ length: count }).flatMap((_, index) => {
    const part = bytes.subarray(index * bandLength, (index + 1) * bandLength);
    return [bandHead(1, part.length), part];
  });
}
