import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AnsweringOptions, createAnswerer } from './answer-request.ts';
import { refusalAnswer, sendWireAnswer, type WireAnswer } from './wire-answer.ts';
import { readWireRequest } from './wire-request.ts';

export interface ServeOptions extends AnsweringOptions {
  /** Of 127.0.0.1; any that is free unless told. */
  readonly port?: number;
  readonly onAnswered?: (line: AnsweredLine) => void;
  /** What kept a request from being answered. */
  readonly onTrouble?: (error: unknown) => void;
}

export interface AnsweredLine {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

export interface ServedLoopctl extends AsyncDisposable {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a store on this machine as a loopctl server would, so that any client of loopctl can talk to it. */
export async function serveLoopctl(options: ServeOptions): Promise<ServedLoopctl> {
  const answerRequest = createAnswerer(options);
  const underWay = new Set<Promise<void>>();

  async function answer(request: IncomingMessage): Promise<WireAnswer> {
    try {
      return await answerRequest(await readWireRequest(request));
    } catch (error) {
      options.onTrouble?.(error);
      return { ...refusalAnswer(500, 'Internal server error'), isDropped: true };
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const answered = await answer(request);
    const headers = { 'x-request-id': randomBytes(15).toString('base64url'), ...answered.headers };
    await sendWireAnswer(request, response, { ...answered, headers });
    const { method = '', url = '' } = request;
    options.onAnswered?.({ method, path: url, status: answered.status, ms: performance.now() - startedAt });
  }

  const server = createServer((request, response) => {
    const handling = handle(request, response).finally(() => underWay.delete(handling));
    underWay.add(handling);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const close = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    // What was begun is answered: half of it may be done.
    await Promise.allSettled(underWay);
    server.closeAllConnections();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}
