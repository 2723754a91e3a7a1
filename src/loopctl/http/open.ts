import { ConfigurationError } from '../../errors.ts';
import type { Waits } from '../../waits.ts';
import { createLoopctl } from '../client.ts';
import type { Identities, Loopctl } from '../port.ts';
import type { Transport } from '../transport.ts';
import type { CustodyGuard } from './custody.ts';
import { createHttpTransport } from './http-transport.ts';
import { learnIdentities } from './learn-identities.ts';
import type { LoopctlServer } from './server.ts';

export interface HttpLoopctlOptions {
  readonly server: LoopctlServer;
  /** Slug, name or id of the project in which we work, and find out who we are. */
  readonly project: string;
  readonly waits: Waits;
  /** What must not be sent; default: what would halt the tenant. */
  readonly guard?: CustodyGuard;
}

/** Opens loopctl as a server has it. */
export function openHttpLoopctl({ server, project, waits, guard }: HttpLoopctlOptions): Loopctl {
  const learn = async (transport: Transport): Promise<Identities> => {
    const found = await loopctl.findProject(project);
    if (found === null) throw unknownProject(project);
    return await learnIdentities({ keys: server.keys, projectId: found.id, loopctl, transport });
  };
  const loopctl = createLoopctl(createHttpTransport(server, waits, learn, guard));
  return loopctl;
}

/** The error for a project that the server does not have. */
export function unknownProject(project: string): ConfigurationError {
  return new ConfigurationError(`loopctl has no project \`${project}\`.`, {
    remedy: 'Give `project` in the configuration the slug (or id) that the project has in loopctl.',
  });
}
