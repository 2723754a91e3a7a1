import { readLooseObject } from './loose-objects.ts';
import { delimiter, flush, packet, sideBand } from './packet-lines.ts';
import { readCommand } from './protocol-command.ts';
import { listRefs } from './ref-files.ts';
import type { Repository } from './repository.ts';
import { parseTree } from './trees.ts';
import { type PackedObject, packWholeObjects } from './whole-objects.ts';

/** What a packet of the side band holds at most, without its head. */
const bandLength = 65_515;
const mostObjects = 2000;
/** More is compressed, as GitHub compresses it. */
const mostBytes = 3_000_000;
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

/**
 * Answers the fetch of a few commits alone as git's own upload-pack does, without its two processes; null where that is
 * better left to git: what is wanted is no commit, or large.
 */
export async function answerShallowFetch(repository: Repository, wants: readonly string[]): Promise<Buffer | null> {
  const tags = listRefs(repository.directory, { prefixes: ['refs/tags/'], hidden: null });
  if (tags.some(({ name }) => name.startsWith('refs/tags/'))) return null;
  const objects = new Map<string, PackedObject>();
  for (const want of wants) {
    const commit = await readObject(repository, want);
    if (commit?.type !== 'commit') return null;
    objects.set(want, commit);
    const { tree = '' } = (await repository.commit(want)) ?? {};
    if (!(await collect(repository, tree, objects))) return null;
  }
  const bytes = [...objects.values()].reduce((sum, { content }) => sum + content.length, 0);
  if (bytes > mostBytes) return null;
  const shallow = [...new Set(wants)].map((want) => packet(`shallow ${want}\n`));
  const told = [packet('shallow-info\n'), ...shallow, delimiter, packet('packfile\n')].join('');
  return Buffer.concat([Buffer.from(told), ...inBands(packWholeObjects([...objects.values()])), Buffer.from(flush)]);
}

/** Adds a tree and all below it; false where that is too much, or something is missing. */
async function collect(repository: Repository, root: string, objects: Map<string, PackedObject>): Promise<boolean> {
  const open = [root];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (objects.has(sha)) continue;
    const object = await readObject(repository, sha);
    if (object === null || objects.size >= mostObjects) return false;
    objects.set(sha, object);
    if (object.type === 'tree') {
      // A submodule's commit is in another repository.
      open.push(...parseTree(object.content).flatMap((entry) => (entry.type === 'commit' ? [] : entry.sha)));
    }
  }
  return true;
}

async function readObject(repository: Repository, sha: string): Promise<PackedObject | null> {
  const object = readLooseObject(repository.directory, sha) ?? (await repository.object(sha));
  if (object === undefined || object.type === 'tag') return null;
  return { sha, type: object.type, content: object.content };
}

function inBands(bytes: Buffer): readonly Buffer[] {
  const count = Math.ceil(bytes.length / bandLength);
  return Array.from({ length: count }, (_, index) =>
    sideBand(1, bytes.subarray(index * bandLength, (index + 1) * bandLength)),
  );
}
