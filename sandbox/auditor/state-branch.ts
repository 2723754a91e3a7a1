import type { KeptEvent } from '../github/world/events.ts';
import type { StoreFact } from './facts.ts';
import { readBlobs, readGit } from './git-reader.ts';
import { type FeedRow, findStoredObjects, type Standing } from './stored-objects.ts';

export type Push = Extract<KeptEvent, { readonly kind: 'push' }>;

/** Follows the store on its branch, push by push. */
export interface StateReader {
  /** What these pushes, the newest last, say that was not known before. */
  follow(pushes: readonly Push[]): Promise<readonly StoreFact[]>;
  /** Where each story that was ever touched stands now. */
  standings(): ReadonlyMap<string, Standing>;
}

/** Opens a reader of the store in a bare repository, which has to be told of every push. */
export function createStateReader(repository: string): StateReader {
  const numbers = new Map<string, string>();
  const standings = new Map<string, Standing>();
  const rows = new Set<string>();

  function learnStanding(push: Push, standing: Standing): readonly StoreFact[] {
    const before = standings.get(standing.number)?.verifiedStatus;
    standings.set(standing.number, standing);
    if (standing.verifiedStatus !== 'verified' || before === 'verified') return [];
    return [{ kind: 'verified', seq: push.seq, at: push.at, story: standing.number }];
  }

  function learnRow(push: Push, { id, storyId, ...row }: FeedRow): readonly StoreFact[] {
    const story = numbers.get(storyId);
    if (story === undefined || rows.has(id)) return [];
    rows.add(id);
    const standing = standings.get(story);
    // A story that was given back may be untouched again, and then the store has no word about where it stands.
    if (standing !== undefined && row.agentStatus !== null) {
      standings.set(story, { ...standing, agentStatus: row.agentStatus });
    }
    return [{ kind: 'transition', seq: push.seq, at: push.at, story, ...row }];
  }

  function learn(push: Push, texts: readonly string[]): readonly StoreFact[] {
    const found = texts.map(findStoredObjects);
    for (const { id, number } of found.flatMap((one) => one.stories)) numbers.set(id, number);
    return [
      ...found.flatMap((one) => one.standings).flatMap((standing) => learnStanding(push, standing)),
      ...found.flatMap((one) => one.rows).flatMap((row) => learnRow(push, row)),
    ];
  }

  return {
    follow: async (pushes) => {
      const changes = await readChanges(repository, pushes);
      const ids = [...new Set(changes.flat())];
      const texts = await readBlobs(repository, ids);
      const textOf = new Map(ids.map((id, index) => [id, texts[index] ?? '']));
      return pushes.flatMap((push, index) =>
        learn(
          push,
          (changes[index] ?? []).map((id) => textOf.get(id) ?? ''),
        ),
      );
    },
    standings: () => standings,
  };
}

/** The blobs that each push brought; all that moved the branch are compared by one process. */
async function readChanges(repository: string, pushes: readonly Push[]): Promise<readonly (readonly string[])[]> {
  const moves = pushes.filter(({ before }) => !isNothing(before));
  const lines = moves.map(({ before, after }) => `${after} ${before}\n`).join('');
  const args = ['diff-tree', '--stdin', '-r', '-m', '--no-renames'];
  const output = lines === '' ? '' : (await readGit(repository, args, lines)).toString();
  // Each push's part starts with the commit's id on a line of its own.
  const parts = new Map(output.split(/^(?=[0-9a-f]{40}\b)/m).map((part) => [part.slice(0, 40), part]));
  return await Promise.all(
    pushes.map(({ before, after }) =>
      isNothing(before) ? readTree(repository, after) : changedBlobs(parts.get(after) ?? ''),
    ),
  );
}

/** Whether a push's side says that there was, or is, no branch. */
function isNothing(sha: string): boolean {
  return /^0+$/.test(sha);
}

function changedBlobs(part: string): readonly string[] {
  return [...part.matchAll(/^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t/gm)].map(([, id]) => id ?? '');
}

async function readTree(repository: string, commit: string): Promise<readonly string[]> {
  if (isNothing(commit)) return [];
  const output = (await readGit(repository, ['ls-tree', '-r', commit])).toString();
  return [...output.matchAll(/^\d+ blob ([0-9a-f]+)\t/gm)].map(([, id]) => id ?? '');
}
