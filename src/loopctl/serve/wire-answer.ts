import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { renderErrorPage } from './html-page.ts';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text is a page; anything else is JSON. */
  readonly body: unknown;
  /** Whether the connection is gone afterwards, and nothing says so: as the real server does after some answers. */
  readonly isDropped: boolean;
}

const compress = promisify(gzip);

/** An answer in JSON. */
export function jsonAnswer(status: number, body: unknown, headers: WireAnswer['headers'] = {}): WireAnswer {
  return { status, headers, body, isDropped: status >= 500 };
}

/** An answer that is a page. */
export function pageAnswer(status: number, more: { readonly isDropped?: boolean } = {}): WireAnswer {
  return { status, headers: {}, body: renderErrorPage(status), isDropped: more.isDropped ?? false };
}

/** A refusal in loopctl's envelope. */
export function refusalAnswer(
  status: number,
  message: string,
  extras: Readonly<Record<string, unknown>> = {},
): WireAnswer {
  return jsonAnswer(status, { error: { ...extras, message, status } });
}

/** Sends an answer over the connection on which its request came, compressed where that is welcome. */
export async function sendWireAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body, isDropped }: WireAnswer,
): Promise<void> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  const isEmpty = status === 204 || status === 304;
  const isWelcome = !isEmpty && request.headers['accept-encoding']?.includes('gzip') === true;
  const bytes = isWelcome ? await compress(text, { level: constants.Z_BEST_SPEED }) : Buffer.from(text);
  response.writeHead(status, {
    'cache-control': 'max-age=0, private, must-revalidate',
    ...(isEmpty ? {} : { 'content-type': `${type}; charset=utf-8`, 'content-length': bytes.length }),
    ...(isWelcome ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    ...headers,
  });
  await new Promise<void>((resolve) => {
    // Also when whoever asked is gone.
    response.once('close', resolve);
    response.end(isEmpty ? undefined : bytes, () => {
      if (isDropped) request.socket.destroySoon();
      resolve();
    });
  });
}
