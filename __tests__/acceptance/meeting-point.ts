import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface MeetingPoint extends AsyncDisposable {
  readonly url: string;
  /** How many came to push before any of them was let through. */
  met(): number;
}

/**
 * Stands before a GitHub and lets nobody push until so many want to, then one after another: each has read before any
 * of them writes, and each but the first finds what the one before it wrote.
 */
export async function openMeetingPoint(target: string, awaited: number): Promise<MeetingPoint> {
  const waiting: (() => void)[] = [];
  let met = 0;

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const { method, headers, url = '/' } = incoming;
    const isPush = isPushOf(incoming);
    const outgoing = request(`${target}${url}`, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      if (isPush) response.on('end', () => waiting.shift()?.());
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  }

  function isPushOf({ method, url }: IncomingMessage): boolean {
    return method === 'POST' && url?.endsWith('/git-receive-pack') === true;
  }

  const server = createServer((incoming, answer) => {
    if (!isPushOf(incoming) || met >= awaited) {
      pass(incoming, answer);
      return;
    }
    waiting.push(() => pass(incoming, answer));
    met += 1;
    if (met === awaited) waiting.shift()?.();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    met: () => met,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
