import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Route } from './routes.ts';

const downloadLimitMs = 120_000;

/** Where GitHub put what the route names: a signed address on another host, good for a minute. Nothing when it is gone. */
export async function locateDownload(
  github: Pick<GitHub, 'request' | 'protocol'>,
  route: Route,
  parameters: Readonly<Record<string, unknown>>,
): Promise<URL | null> {
  const answer = await github.request(route, parameters, [302, 404, 410]);
  if (answer.status !== 302) return null;
  const location = new URL(parseAnswer(z.string(), answer.headers['location'], route));
  if (location.protocol === github.protocol) return location;
  throw failDownload(`it leads to ${location.protocol}`, { status: 302, retryable: false });
}

/** What lies at a signed address, fetched without the token; nothing as soon as more of it has come than it may be. */
export async function fetchDownload(location: URL, most: number): Promise<Buffer | null> {
  const signal = AbortSignal.timeout(downloadLimitMs);
  const response = await fetch(location, { redirect: 'error', signal }).catch((error: unknown) => {
    throw failDownload(String(error), { status: null, retryable: true });
  });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw failDownload(`answered ${response.status}`, { status: response.status, retryable: response.status >= 500 });
  }
  return readUpTo(response.body, most);
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.length;
      // Leaving the loop cancels the stream.
      if (length > most) return null;
      chunks.push(chunk);
    }
  } catch (error) {
    throw failDownload(String(error), { status: null, retryable: true });
  }
  return Buffer.concat(chunks);
}

function failDownload(
  message: string,
  facts: { readonly status: number | null; readonly retryable: boolean },
): RemoteError {
  return new RemoteError(`GitHub's download failed: ${message}`, {
    // Not the address: it is signed, and whoever reads it can fetch what it names.
    request: 'GET <download>',
    requestId: null,
    ...facts,
  });
}
