import type { Transport } from '../loopctl/transport.ts';

/** A transport that is opened by the first request: not every command asks loopctl. */
export function openLazily(open: () => Promise<Transport>): Transport {
  let opened: Promise<Transport> | null = null;
  const transport = (): Promise<Transport> => {
    opened ??= open();
    return opened;
  };
  return {
    send: async (identity, request) => (await transport()).send(identity, request),
    identities: async () => (await transport()).identities(),
    flush: async (message) => {
      if (opened !== null) await (await opened).flush(message);
    },
    reload: async () => (await transport()).reload(),
  };
}
