import { setTimeout as sleep } from 'node:timers/promises';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { parseBacklogFile } from '../../src/pass/import-backlog.ts';

/** The demonstration's project on a loopctl server. */
export interface ServedProject {
  readonly server: LoopctlServer;
  readonly id: string;
  /** Imports a backlog's text, as a person does who changed it; one that is there already is left alone. */
  bring(backlog: string): Promise<void>;
}

/** Nobody waits for a person: past this moment a person takes what is answered. */
const patienceMs = 120_000;

/** Finds the project of this slug on a server, or makes it. */
export async function openServedProject(server: LoopctlServer, slug: string): Promise<ServedProject> {
  let brought = '';
  const open = (): ReturnType<typeof openHttpLoopctl> =>
    openHttpLoopctl({
      server,
      project: slug,
      waits: {
        until: Date.now() + patienceMs,
        now: Date.now,
        pause: (milliseconds) => sleep(milliseconds),
      },
    });
  const { id } = await open().ensureProject({ name: slug, slug });
  return {
    server,
    id,
    bring: async (backlog) => {
      if (backlog === brought) return;
      await open().importBacklog(id, parseBacklogFile(backlog, 'backlog.json'));
      brought = backlog;
    },
  };
}
