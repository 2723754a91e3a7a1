import type { z } from 'zod';
import { RemoteError } from '../errors.ts';
import { parseAnswer } from '../github/parse-answer.ts';

interface ApiLook {
  readonly status: number;
  readonly data: unknown;
  header(name: string): string | null;
}

/** Reads below the API's root. */
export type Look = (path: string) => Promise<ApiLook>;

/** Reads GitHub's API with one token; a refusal is an answer like any other, no answer is a `RemoteError`. */
export function lookWith(apiUrl: string, token: string): Look {
  return (path) => send(apiUrl, path, { headers: { authorization: `Bearer ${token}` } });
}

/** What stands at a path; null where the status says that nothing does. Every other refusal is no answer to that. */
export async function readFound<T>(
  look: Look,
  path: string,
  schema: z.ZodType<T>,
  absent: readonly number[] = [404],
): Promise<T | null> {
  const request = `GET ${path}`;
  const { status, data } = await look(path);
  if (absent.includes(status)) return null;
  if (status === 200) return parseAnswer(schema, data, request);
  const retryable = status === 429 || status >= 500;
  throw new RemoteError(`GitHub answered ${request} with ${status}`, { request, status, requestId: null, retryable });
}

/** Trades the code that GitHub sent back for the App, its key included; the code is good once, and for an hour. */
export function tradeCode(apiUrl: string, code: string): Promise<ApiLook> {
  return send(apiUrl, `app-manifests/${encodeURIComponent(code)}/conversions`, { method: 'POST' });
}

async function send(apiUrl: string, path: string, init: RequestInit): Promise<ApiLook> {
  const method = init.method ?? 'GET';
  try {
    const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', ...init.headers };
    const answer = await fetch(`${apiUrl.replace(/\/$/, '')}/${path}`, { ...init, headers, redirect: 'manual' });
    const body = await answer.text();
    return {
      status: answer.status,
      data: body === '' ? null : JSON.parse(body),
      header: (name) => answer.headers.get(name),
    };
  } catch (error) {
    const request = `${method} ${path.replace(/app-manifests\/[^/]+/, 'app-manifests/…')}`;
    throw new RemoteError('GitHub did not answer', {
      request,
      status: null,
      requestId: null,
      retryable: true,
      cause: error,
    });
  }
}
