import { readLooseObject } from './loose-objects.ts';
import { delimiter, flush, packet, sideBand } from './packet-lines.ts';
import { readCommand } from './protocol-command.ts';
import { listRefs } from './ref-files.ts';
import type { Repository } from './repository.ts';
import { parseTree } from './trees.ts';
import { makePack, type PackedObject, packObject } from './whole-objects.ts';

/** What a packet of the side band holds at most, without its head. */
const bandLength = 65_515;
const mostObjects = 2000;
/** More is compressed, as GitHub compresses it. */
const mostBytes = 3_000_000;
const rememberedBytes = 2 * mostBytes;
const manners: readonly string[] = ['thin-pack', 'no-progress', 'ofs-delta', 'include-tag', 'deepen 1', 'done'];

/** The commits that are wanted alone, without their parents, by somebody who has nothing yet; null for every other fetch. */
export function parseShallowFetch(body: Buffer): readonly string[] | null {
  const command = readCommand(body);
  if (command?.name !== 'fetch') return null;
  const { options } = command;
  const wants = options.flatMap((option) => /^want ([0-9a-f]{40})$/.exec(option)?.[1] ?? []);
  const others = options.filter((option) => !/^want [0-9a-f]{40}$/.test(option));
  const isAlone = others.includes('deepen 1') && others.includes('done');
  return isAlone && wants.length > 0 && others.every((option) => manners.includes(option)) ? wants : null;
}

export type AnswerShallowFetch = (wants: readonly string[]) => Promise<Buffer | null>;

/** An object, and what stands for it in a pack. */
interface KnownObject {
  readonly object: PackedObject;
  readonly packed: Buffer;
}

type Known = Map<string, KnownObject>;

/**
 * Answers the fetch of a few commits alone as git's own upload-pack does, without its two processes; null where that is
 * better left to git: what is wanted is no commit, or large.
 */
export function createShallowFetch(repository: Repository): AnswerShallowFetch {
  const known: Known = new Map();
  return async (wants) => {
    const tags = listRefs(repository.directory, { prefixes: ['refs/tags/'], hidden: null });
    if (tags.some(({ name }) => name.startsWith('refs/tags/'))) return null;
    const found: Known = new Map();
    const collection = { known, found, bytes: 0 };
    for (const want of wants) {
      const commit = await repository.commit(want);
      if (commit?.sha !== want || !(await collect(repository, [want, commit.tree], collection))) return null;
    }
    const packed = [...found.values()].map((one) => one.packed);
    remember(found, known);
    const shallow = [...new Set(wants)].map((want) => packet(`shallow ${want}\n`));
    const told = [packet('shallow-info\n'), ...shallow, delimiter, packet('packfile\n')].join('');
    return Buffer.concat([Buffer.from(told), ...inBands(makePack(packed)), Buffer.from(flush)]);
  };
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
  readonly found: Known;
  /** Of what was found. */
  bytes: number;
}

/** Adds objects and all that is below their trees; false where that is too much, or something is missing. */
async function collect(repository: Repository, roots: readonly string[], collection: Collection): Promise<boolean> {
  const { known, found } = collection;
  const open = [...roots];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (found.has(sha)) continue;
    const one = known.get(sha) ?? (await readObject(repository, sha));
    collection.bytes += one?.packed.length ?? 0;
    if (one === null || found.size >= mostObjects || collection.bytes > mostBytes) return false;
    found.set(sha, one);
    if (one.object.type === 'tree') {
      // A submodule's commit is in another repository.
      open.push(...parseTree(one.object.content).flatMap((entry) => (entry.type === 'commit' ? [] : entry.sha)));
    }
  }
  return true;
}

async function readObject(repository: Repository, sha: string): Promise<KnownObject | null> {
  const read = readLooseObject(repository.directory, sha) ?? (await repository.object(sha));
  if (read === undefined || read.type === 'tag') return null;
  const object = { sha, type: read.type, content: read.content };
  return { object, packed: packObject(object) };
}

function inBands(bytes: Buffer): readonly Buffer[] {
  const count = Math.ceil(bytes.length / bandLength);
  return Array.from({ length: count }, (_, index) =>
    sideBand(1, bytes.subarray(index * bandLength, (index + 1) * bandLength)),
  );
}
