import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** What came in a request's body. */
export type WireBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too_large' };

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: WireBody;
}

/** What loopctl takes of one body, in bytes. */
const mostBytes = 2_000_000;

/** Reads a whole request; what is too large is read to its end, so that its sender gets as far as the answer. */
export async function readWireRequest(request: IncomingMessage): Promise<WireRequest> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopctl');
  return {
    method: request.method ?? 'GET',
    path: decodePath(pathname),
    query: Object.fromEntries(searchParams),
    headers: request.headers,
    body: await readBody(request),
  };
}

/** What cannot be decoded names nothing as it stands either. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readBody(request: IncomingMessage): Promise<WireBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  if (bytes > mostBytes) return { kind: 'too_large' };
  const isJson = request.headers['content-type']?.includes('json') === true;
  return bytes === 0 || !isJson ? { kind: 'none' } : parseBody(Buffer.concat(chunks).toString('utf8'));
}

function parseBody(text: string): WireBody {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'malformed' };
  }
}
