import { channel } from 'node:diagnostics_channel';

/** A request to the API and its answer, as they went over the wire. */
export interface AnsweredExchange {
  readonly transport: 'rest' | 'graphql';
  readonly method: string;
  /** Below the API's root: `/repos/acme/lib/pulls/7`. */
  readonly path: string;
  /** Names of the parameters in the query. */
  readonly query: readonly string[];
  readonly requestBody: unknown;
  readonly status: number;
  readonly body: unknown;
  /** Who asks, as it calls itself. */
  readonly userAgent: string;
}

type Answering = (request: Request) => Response | Promise<Response>;

// Where the exchanges of every GitHub in this process can be overheard; nobody pays for it while nobody listens.
const exchanges = channel('orchestrate:sandbox-github:exchange');

/** Overhears every API exchange of this process until it is disposed. */
export function overhearExchanges(hear: (exchange: AnsweredExchange) => void): Disposable {
  const listener = (message: unknown): void => hear(message as AnsweredExchange);
  exchanges.subscribe(listener);
  return { [Symbol.dispose]: () => void exchanges.unsubscribe(listener) };
}

/** The same handler, which can be overheard. */
export function publishExchanges(answer: Answering): Answering {
  return async (request) => {
    if (!exchanges.hasSubscribers) return answer(request);
    const asked = await request.clone().text();
    const response = await answer(request);
    exchanges.publish(await describeExchange(request, asked, response));
    return response;
  };
}

async function describeExchange(request: Request, asked: string, response: Response): Promise<AnsweredExchange> {
  const url = new URL(request.url);
  return {
    transport: url.pathname === '/api/graphql' ? 'graphql' : 'rest',
    method: request.method,
    path: decodeURIComponent(url.pathname.replace(/^\/api(\/v3)?/, '')),
    query: [...new Set(url.searchParams.keys())],
    requestBody: readJson(asked),
    status: response.status,
    body: readJson(await response.clone().text()),
    userAgent: request.headers.get('user-agent') ?? '',
  };
}

function readJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
