import { ensureRepository, fetchTip, type Repository } from '../git/repository.ts';
import { openEmbeddedLoopctl } from '../loopctl/embedded/open.ts';
import type { CustodyGuard } from '../loopctl/http/custody.ts';
import { openHttpLoopctl, unknownProject } from '../loopctl/http/open.ts';
import type { LoopctlServer } from '../loopctl/http/server.ts';
import type { Loopctl } from '../loopctl/port.ts';
import { jobWaits } from '../waits.ts';

export interface Place {
  readonly trees: Repository;
  /** The default branch, whose tip is in `trees` afterwards, in its memory or its folder. */
  readonly branch: string;
  /** Where the embedded store keeps its state. */
  readonly stateBranch: string;
  /** What a server must not be sent. */
  readonly guard?: CustodyGuard;
}

/** Fetches the default branch's tip, and what is needed to open loopctl for the project that its configuration names. */
export async function prepareLoopctl(
  server: LoopctlServer | null,
  { trees, branch, stateBranch, guard }: Place,
): Promise<(project: string) => Loopctl> {
  if (server !== null) {
    await ensureRepository(trees);
    await fetchTip(trees, branch);
    return (project) => openServer(server, project, guard);
  }
  const loopctl = await openEmbeddedLoopctl({
    remoteUrl: trees.remoteUrl,
    token: trees.token,
    branch: stateBranch,
    directory: trees.directory,
    ...(trees.memory === undefined ? {} : { memory: trees.memory }),
    alongside: [branch],
    author: { name: 'orchestrate', email: 'orchestrate@users.noreply.github.com' },
    now: () => new Date(),
  });
  return () => loopctl;
}

/** A project of a server is found by whatever name it has there and never made: a slip of the pen is no new project. */
function openServer(server: LoopctlServer, project: string, guard: CustodyGuard | undefined): Loopctl {
  const guarded = guard === undefined ? {} : { guard };
  const loopctl = openHttpLoopctl({ server, project, waits: jobWaits(), ...guarded });
  return {
    ...loopctl,
    // Each round of a pass asks for them, and they hardly change.
    tenant: remembered(loopctl.tenant),
    listBudgets: remembered(loopctl.listBudgets),
    ensureProject: async ({ slug }) => {
      const found = await loopctl.findProject(slug);
      if (found === null) throw unknownProject(slug);
      return found;
    },
  };
}

/** Asks once for all; what was not answered is asked again. */
function remembered<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: { readonly value: Value } | null = null;
  return async () => {
    answer ??= { value: await ask() };
    return answer.value;
  };
}
