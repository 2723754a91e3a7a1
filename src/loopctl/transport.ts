import type { Identities, Identity } from './port.ts';

export interface LoopctlRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without the query, from `/api/v1/` on. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface LoopctlResponse {
  readonly status: number;
  readonly body: unknown;
}

/** How a request of one of our identities reaches loopctl: over the network, or into the embedded engine. */
export interface Transport {
  send(identity: Identity, request: LoopctlRequest): Promise<LoopctlResponse>;
  identities(): Promise<Identities>;
  /** Makes what was sent so far lasting. */
  flush(message: string): Promise<void>;
  /** Forgets what was not made lasting, and everything that was read. */
  reload(): Promise<void>;
}
