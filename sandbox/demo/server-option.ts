import { findAddressFault } from '../../src/inputs/faults.ts';
import { findKeyProblems, readServer } from '../../src/inputs/read-server.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';

export type ServerReading =
  | { readonly kind: 'server'; readonly server: LoopctlServer | null }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** The loopctl server that `--loopctl-url` names, with the keys that the environment holds; none without an address. */
export function readServerOption(url: unknown, environment: Environment): ServerReading {
  if (typeof url !== 'string' || url === '') return { kind: 'server', server: null };
  const fault = findAddressFault(url);
  const problems =
    fault === null
      ? findKeyProblems(url, environment, 'plan').map(({ where, what }) => `${where} ${what}`)
      : [`--loopctl-url ${fault}`];
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'server', server: readServer(url, environment) };
}

/** Why a kept world cannot be gone on with so: its stories are where they were from the beginning. */
export function findMismatch(
  server: LoopctlServer | null,
  world: { readonly path: string; readonly isServed: boolean },
): string | null {
  if (server === null && world.isServed) {
    return `The stories of the world in ${world.path} are on a loopctl server: give its --loopctl-url.`;
  }
  if (server !== null && !world.isServed) {
    return `The stories of the world in ${world.path} are in its own repository: leave --loopctl-url out.`;
  }
  return null;
}
