import { setTimeout as sleep } from 'node:timers/promises';
import { createLoopctl } from '../loopctl/client.ts';
import type { Transport } from '../loopctl/transport.ts';
import { openLazily } from './lazy-transport.ts';
import type { Place } from './place.ts';
import type { OpenRepository, RepositoryFacts } from './repository.ts';
import type { Session, Where } from './session.ts';
import { UsageError } from './usage-error.ts';

export interface OpenSession {
  readonly session: Session;
  readonly close: () => Promise<void>;
}

type Rest = Omit<Session, 'loopctl' | 'transport' | 'where' | 'repository'>;

/** As long as a server's window of counting lasts, and a little more. */
const patienceMs = 75_000;

/*
 * What one command needs and another does not is imported when it is needed, here and in the commands: an agent's
 * question is answered sooner than all of it is loaded.
 */

/** Opens loopctl where the command is to be carried out; nothing is asked of it yet. */
export function openSession(
  place: Exclude<Place, { kind: 'assignment' }>,
  facts: Omit<RepositoryFacts, 'repository'>,
  rest: Rest,
): OpenSession {
  if (place.kind === 'server') {
    const repository = (): Promise<never> =>
      Promise.reject(
        new UsageError(
          'This is for the store in a repository, and loopctl is a server here: name the repository, as --repo . does.',
        ),
      );
    const where: Where = { kind: 'server', url: place.url };
    return {
      session: sessionOver(
        openLazily(() => openServer(place)),
        { ...rest, where, repository },
      ),
      close: async () => {},
    };
  }
  let opened: Promise<OpenRepository> | null = null;
  const repository = (): Promise<OpenRepository> => {
    opened ??= import('./repository.ts').then((module) =>
      module.openRepository({ ...facts, repository: place.repository }),
    );
    return opened;
  };
  const transport = openLazily(async () => {
    const { openEmbeddedTransport } = await import('../loopctl/embedded/embedded-transport.ts');
    return await openEmbeddedTransport((await repository()).stored);
  });
  const where: Where = { kind: 'repository', repository: place.repository ?? facts.directory, branch: facts.branch };
  return {
    session: sessionOver(transport, { ...rest, where, repository }),
    close: async () => await (await opened)?.close(),
  };
}

function sessionOver(transport: Transport, rest: Omit<Session, 'loopctl' | 'transport'>): Session {
  return { ...rest, transport, loopctl: createLoopctl(transport) };
}

async function openServer({ url, key, keyName }: Extract<Place, { kind: 'server' }>): Promise<Transport> {
  const { createHttpTransport } = await import('../loopctl/http/http-transport.ts');
  const { probeCustody } = await import('../loopctl/http/probe-custody.ts');
  const keys = { implementer: key, reviewer: key, orchestrator: key };
  const waits = { until: Date.now() + patienceMs, now: Date.now, pause: (milliseconds: number) => sleep(milliseconds) };
  const learn = (): Promise<never> => Promise.reject(new Error('one key is one agent, and no call tells which'));
  return createHttpTransport({ url, keys, keyName }, waits, learn, probeCustody);
}
