import type { KeptEvent } from '../github/world/events.ts';
import { readBlobs, readGit } from './git-reader.ts';
import { createStoreBook } from './store-book.ts';
import type { StoreReader } from './store-reader.ts';

type Push = Extract<KeptEvent, { readonly kind: 'push' }>;

/** Opens a reader of the store on a branch of a bare repository: every push that the events tell of is read, once. */
export function createStateReader(repository: string, branch: string): StoreReader {
  const book = createStoreBook();
  let followed = 0;

  return {
    look: async (events) => {
      const pushes = events
        .filter((event) => event.kind === 'push')
        .filter(({ ref, seq }) => seq > followed && ref === `refs/heads/${branch}`);
      const changes = await readChanges(repository, pushes);
      const ids = [...new Set(changes.flat())];
      const texts = await readBlobs(repository, ids);
      const textOf = new Map(ids.map((id, index) => [id, texts[index] ?? '']));
      followed = pushes.at(-1)?.seq ?? followed;
      return pushes.flatMap(({ seq, at }, index) => {
        const told = (changes[index] ?? []).map((id) => textOf.get(id) ?? '');
        return book.learn(told, () => ({ seq, at }));
      });
    },
    standings: book.standings,
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
