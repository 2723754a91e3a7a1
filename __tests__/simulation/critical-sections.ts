import type { WorldEvent } from '../../sandbox/github/world/events.ts';
import { type ActionWorld, ledgerFile, stateBranch } from '../acceptance/action-world.ts';

/** Something that one holder of a token did to the world. */
interface Deed {
  readonly tokenId: number;
  /** The commit that a push brought to the state branch, or null where something else was changed. */
  readonly state: string | null;
  readonly what: string;
}

/** Notes who changes what while several passes run. */
export interface DeedLog {
  /** Whatever was done by another than the holder of the lease, and every lease that was taken from its holder. */
  trespasses(): Promise<readonly string[]>;
}

/** Begins to note what is changed in a world; each pass must have a token of its own. */
export function noteDeeds(world: ActionWorld): DeedLog {
  const deeds: Deed[] = [];
  let pushed: Push | null = null;
  world.github.world.subscribe((event) => {
    if (event.kind === 'push' && event.viaMerge === null) pushed = event;
    if (event.kind !== 'request') return;
    const deed = deedOf(event, pushed);
    if (deed === null) return;
    deeds.push(deed);
    if (event.transport === 'git') pushed = null;
  });
  return { trespasses: async () => judge(deeds, await readLeases(world, deeds)) };
}

type Push = Extract<WorldEvent, { readonly kind: 'push' }>;
type Request = Extract<WorldEvent, { readonly kind: 'request' }>;

/** A push is told before its request is answered; one that was refused is not told at all. */
function deedOf({ tokenId, transport, method, path }: Request, pushed: Push | null): Deed | null {
  if (tokenId === null) return null;
  if (transport === 'git') {
    if (!path.endsWith('/git-receive-pack') || pushed === null) return null;
    const isState = pushed.ref === `refs/heads/${stateBranch}`;
    return { tokenId, state: isState ? pushed.after : null, what: `push to ${pushed.ref}` };
  }
  // The successor is woken when the lease has been given back.
  const isDeed = transport === 'rest' && method !== 'GET' && !path.endsWith('/dispatches');
  return isDeed ? { tokenId, state: null, what: `${method} ${path}` } : null;
}

/** Which of the commits on the state branch hold a lease. */
async function readLeases(world: ActionWorld, deeds: readonly Deed[]): Promise<ReadonlyMap<string, boolean>> {
  const commits = deeds.flatMap(({ state }) => state ?? []);
  if (commits.length === 0) return new Map();
  const ledgers = await world.git(['show', ...commits.map((commit) => `${commit}:${ledgerFile}`)]);
  const leases = [...ledgers.matchAll(/"lease": (null|\{)/g)].map(([, value]) => value === '{');
  return new Map(commits.map((commit, index) => [commit, leases[index] ?? false]));
}

function judge(deeds: readonly Deed[], leases: ReadonlyMap<string, boolean>): readonly string[] {
  let holder: number | null = null;
  return deeds.flatMap(({ tokenId, state, what }) => {
    const before = holder;
    if (state !== null) holder = leases.get(state) === true ? tokenId : null;
    const isAllowed = before === tokenId || (before === null && state !== null);
    return isAllowed ? [] : [`${what} by ${tokenId} while ${before ?? 'nobody'} held the lease`];
  });
}
