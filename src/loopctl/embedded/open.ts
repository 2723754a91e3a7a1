import type { ObjectMemory } from '../../git/object-memory.ts';
import { openRefStore } from '../../git/ref-store.ts';
import { createLoopctl } from '../client.ts';
import type { Loopctl } from '../port.ts';
import { openEmbeddedTransport } from './embedded-transport.ts';

export interface EmbeddedLoopctlOptions {
  readonly remoteUrl: string;
  readonly branch: string;
  readonly token?: string;
  /** A folder of our own for a bare repository; made when missing. */
  readonly directory: string;
  /** Branches whose tips are fetched with the first read. */
  readonly alongside?: readonly string[];
  /** Where what is read is kept; what is too large for it comes into the folder. */
  readonly memory?: ObjectMemory;
  /** In whose name the state branch is written. */
  readonly author: { readonly name: string; readonly email: string };
  readonly now: () => Date;
}

/** Opens loopctl as it lives on a branch of the repository itself: no server, no keys. */
export async function openEmbeddedLoopctl(options: EmbeddedLoopctlOptions): Promise<Loopctl> {
  const { author, now, ...place } = options;
  return createLoopctl(await openEmbeddedTransport({ store: await openRefStore(place), author, now }));
}
