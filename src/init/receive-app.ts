import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '../errors.ts';
import { appManifest, manifestUrl } from './app-manifest.ts';
import type { Place } from './facts.ts';

/** Where the person's browser goes next, when the App was made. */
type Receive = (code: string) => Promise<string>;

/**
 * GitHub's manifest flow on loopback: serves the page that hands the form to GitHub, and waits until GitHub sends the
 * browser back with a code. Only who has the nonce is believed, and only once. `receive` trades the code.
 */
export async function receiveApp(input: {
  readonly place: Place;
  readonly receive: Receive;
  readonly open: (url: string) => Promise<void>;
  readonly patience: number;
}): Promise<void> {
  const { place, receive, open, patience } = input;
  const state = randomBytes(24).toString('hex');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const desk = { origin, state, page: formPage(place, `${origin}/made`, state) };
  const clock: { timer?: NodeJS.Timeout } = {};
  try {
    await new Promise<void>((resolve, reject) => {
      clock.timer = setTimeout(() => reject(nobodyCame()), patience);
      let isTaken = false;

      async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const visit = judgeVisit(request, desk);
        if (visit.kind === 'told') return answer(response, visit.status, visit.body);
        if (isTaken) return answer(response, 409, 'The App was taken over already.');
        isTaken = true;
        // Once the browser has its way on, nothing is waited for: it may hold connections open for later.
        response.writeHead(302, { location: await receive(visit.code), connection: 'close' }).end(resolve);
      }

      server.on('request', (request, response) => {
        serve(request, response).catch((error: unknown) => {
          answer(response, 500, 'This went wrong: see the terminal.');
          reject(error);
        });
      });
      open(`${origin}/${state}`).catch(reject);
    });
  } finally {
    clearTimeout(clock.timer);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

interface Desk {
  readonly origin: string;
  readonly state: string;
  readonly page: string;
}

type Visit =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'told'; readonly status: number; readonly body: string };

function judgeVisit(request: IncomingMessage, { origin, state, page }: Desk): Visit {
  const told = (status: number, body: string): Visit => ({ kind: 'told', status, body });
  // A page elsewhere that points a name of its own at this machine is not who was sent here.
  if (request.headers.host !== new URL(origin).host) return told(421, 'Not here.');
  // Whoever is on this machine may ask for anything, `//` say, and must not end what waits for somebody else.
  if (!URL.canParse(request.url ?? '/', origin)) return told(400, 'This is no address.');
  const url = new URL(request.url ?? '/', origin);
  if (url.pathname === `/${state}`) return told(200, page);
  const code = url.searchParams.get('code');
  if (url.pathname !== '/made' || code === null) return told(404, 'Nothing is here.');
  if (!isSame(url.searchParams.get('state') ?? '', state)) return told(403, 'This was not asked for.');
  return { kind: 'code', code };
}

function nobodyCame(): ConfigurationError {
  return new ConfigurationError('Nobody pressed "Create GitHub App".', {
    remedy: 'Start `npx . init` again, and press it on the page that opens.',
  });
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function answer(response: ServerResponse, status: number, body: string): void {
  const type = body.startsWith('<') ? 'text/html' : 'text/plain';
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(body);
}

/** Hands the manifest to GitHub as a form, which is the only way in; by itself where scripts run. */
function formPage(place: Place, redirectUrl: string, state: string): string {
  const manifest = quote(JSON.stringify(appManifest(place, redirectUrl)));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Orchestrate</title>
<form action="${quote(manifestUrl(place, state))}" method="post">
<input type="hidden" name="manifest" value="${manifest}">
<button>Go on to GitHub</button>
</form><script>document.forms[0].submit()</script></html>`;
}

function quote(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
