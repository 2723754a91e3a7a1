import { once } from 'node:events';
import { createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { RemoteError } from '../../../src/errors.ts';
import type { Transport } from '../../../src/loopctl/transport.ts';

/**
 * What goes wrong with the request of this number (from 0): it is carried out, and then its answer is lost; or the
 * process ends there, and nothing that it would have sent after it ever comes.
 */
export interface Fault {
  readonly kind: 'answer lost' | 'killed';
  readonly at: number;
}

/** One process's way to GitHub and to loopctl, every request counted in the order in which they are sent. */
export interface Wire extends AsyncDisposable {
  /** Where GitHub is for this process. */
  readonly url: string;
  readonly requests: readonly string[];
  /** loopctl as this process reaches it. */
  loopctl(transport: Transport): Transport;
  /** Starts to count; what went before was no part of what is tried. */
  begin(fault: Fault | null): void;
  /** Runs before a request is carried out. */
  before: (name: string) => Promise<void>;
  /** Runs when a request was carried out, before its answer goes back: what the process is held up by. */
  after: (name: string) => Promise<void>;
}

/** Opens a wire to the GitHub at this address. */
export async function openWire(upstream: string): Promise<Wire> {
  let fault: Fault | null = null;
  let requests: string[] = [];
  const isDead = (): boolean => fault?.kind === 'killed' && requests.length > fault.at;

  /** Carries a request out and returns its answer; null where no answer comes. */
  async function carry<Answer>(name: string, carryOut: () => Promise<Answer>): Promise<Answer | null> {
    if (isDead()) return null;
    const turn = requests.push(name) - 1;
    await wire.before(name);
    const answer = await carryOut();
    await wire.after(name);
    return turn === fault?.at || isDead() ? null : answer;
  }

  const server = createServer((request, response) => {
    carry(nameOf(request), () => forward(upstream, request)).then(
      (answer) => reply(response, answer),
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const wire: Wire = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    begin(next) {
      fault = next;
      requests = [];
    },
    before: () => Promise.resolve(),
    after: () => Promise.resolve(),
    loopctl: (transport) => ({
      ...transport,
      async send(identity, request) {
        const name = `loopctl ${request.method} ${request.path.replace(/^.*\//, '')}`;
        const answer = await carry(name, () => transport.send(identity, request));
        if (answer === null) throw lost(name);
        return answer;
      },
    }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return wire;
}

function lost(request: string): RemoteError {
  return new RemoteError('The answer was lost.', { request, status: null, requestId: null, retryable: true });
}

function nameOf({ method, url }: IncomingMessage): string {
  return `${method} ${url?.replace(/^\/api\/v3\/repos\/[^/]+\/[^/]+/, '').replace(/\?.*/, '')}`;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

async function forward(upstream: string, request: IncomingMessage): Promise<Answer> {
  const { connection: _, host: __, ...headers } = request.headers;
  const sent = open(new URL(request.url ?? '/', upstream), { method: request.method, headers, agent: false });
  request.pipe(sent);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 502, headers: response.headers, body: await buffer(response) };
}

function reply(response: ServerResponse, answer: Answer | null): void {
  if (answer === null) {
    response.destroy();
    return;
  }
  const { connection: _, 'transfer-encoding': __, ...headers } = answer.headers;
  response.writeHead(answer.status, headers).end(answer.body);
}
