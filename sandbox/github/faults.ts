import { matchesGlob } from 'node:path';
import type { Fault } from './conditions.ts';
import type { Site } from './site.ts';

type Answering = (request: Request) => Response | Promise<Response>;

/** The same handler on a bad day: each fault happens to the first requests it fits, and then no more. */
export function spoilAnswers(faults: readonly Fault[], answer: Answering, site: Pick<Site, 'happen'>): Answering {
  const planned = faults.map((fault) => ({ fault, left: fault.times }));
  return async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/api(\/v3)?/, '');
    const candidates = planned.filter(({ fault, left }) => left > 0 && fits(fault, request.method, path));
    const body = candidates.some(({ fault }) => fault.body !== '') ? await request.clone().text() : '';
    const hit = candidates.find(({ fault }) => body.includes(fault.body));
    if (hit === undefined) return answer(request);
    hit.left -= 1;
    if (hit.fault.isCarriedOut) await (await answer(request)).body?.cancel();
    const { method, status, isCarriedOut } = hit.fault;
    site.happen({ kind: 'fault', method, path, status, isCarriedOut });
    return answerOf(hit.fault);
  };
}

function fits(fault: Fault, method: string, path: string): boolean {
  return fault.method === method && matchesGlob(path, fault.path);
}

/** What stands in front of GitHub answers in HTML; a limit answers as the API does. */
function answerOf({ status, retryAfter }: Fault): Response {
  const wait = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  if (status >= 500) {
    const headers = { 'content-type': 'text/html', ...wait };
    return new Response('<html><body><h1>Unicorn!</h1></body></html>', { status, headers });
  }
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  const documentation_url =
    'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits';
  return Response.json({ message, documentation_url, status: String(status) }, { status, headers: wait });
}
