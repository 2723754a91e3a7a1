import { type ActionWorld, stateBranch } from './action-world.ts';

interface FeedFile {
  readonly rows: readonly {
    readonly entity_id: string;
    readonly new_state: { readonly agent_status?: string } | null;
  }[];
}

interface EpicFile {
  readonly stories: readonly { readonly id: string; readonly number: string }[];
}

/** The stories that were ever claimed, one entry per claim, as the store itself recorded them. */
export async function readClaims(world: ActionWorld): Promise<readonly string[]> {
  const [epic, feed] = await Promise.all([
    readState<EpicFile>(world, 'projects/demo/epics/1.json'),
    readState<FeedFile>(world, 'feed/000000.json'),
  ]);
  const numbers = new Map(epic.stories.map(({ id, number }) => [id, number]));
  return feed.rows
    .filter(({ new_state: state }) => state?.agent_status === 'assigned')
    .map(({ entity_id: id }) => numbers.get(id) ?? id)
    .sort();
}

async function readState<Shape>(world: ActionWorld, path: string): Promise<Shape> {
  return JSON.parse(await world.git(['show', `${stateBranch}:${path}`])) as Shape;
}
