import type { Waits } from '../../waits.ts';
import { nameOf } from '../ask.ts';
import { LoopctlTrouble } from '../loopctl-error.ts';
import type { Identity } from '../port.ts';
import type { LoopctlRequest } from '../transport.ts';
import { type Answer, exchange } from './exchange.ts';
import { readPauseMs } from './pace.ts';
import type { LoopctlServer } from './server.ts';

/** What became of a request: answered, or nobody knows whether it had its effect. */
export type Sent =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'unknown'; readonly status: number | null; readonly cause: unknown };

export type Send = (identity: Identity, request: LoopctlRequest) => Promise<Sent>;

/**
 * One job's way to a loopctl server, under the rate limit that its answers announce for each key. What was refused as
 * too much had no effect and is sent again in time; whether to repeat what was lost is for the caller to say.
 */
export function createPatientSend(server: LoopctlServer, waits: Waits): Send {
  const openAt = new Map<Identity, number>();

  async function waitFor(identity: Identity, request: LoopctlRequest): Promise<void> {
    for (let at = openAt.get(identity) ?? 0; at > waits.now(); at = openAt.get(identity) ?? 0) {
      if (at > waits.until) throw tooMuch(request, at - waits.now());
      await waits.pause(at - waits.now());
    }
  }

  function note(identity: Identity, answer: Answer): void {
    const pause = readPauseMs(answer, waits.now());
    if (pause > 0) openAt.set(identity, Math.max(openAt.get(identity) ?? 0, waits.now() + spread(pause)));
  }

  return async (identity, request) => {
    for (;;) {
      await waitFor(identity, request);
      const sent = await exchange(server, identity, request).then(toSent, toUnknown);
      if (sent.kind === 'unknown') return sent;
      note(identity, sent.answer);
      if (sent.answer.status !== 429) return sent.answer.status < 500 ? sent : toFailed(sent.answer);
    }
  };
}

/** Jobs that waited for the same moment should not all ask at it. */
export function spread(milliseconds: number): number {
  return milliseconds * (1 + Math.random() / 10);
}

function tooMuch(request: LoopctlRequest, waitMs: number): LoopctlTrouble {
  const message = `Too much was asked of loopctl, and it is not asked again for ${Math.ceil(waitMs / 1000)} s.`;
  return new LoopctlTrouble(message, {
    request: nameOf(request),
    status: 429,
    requestId: null,
    retryable: true,
    isTooMuch: true,
  });
}

function toSent(answer: Answer): Sent {
  return { kind: 'answered', answer };
}

function toUnknown(cause: unknown): Sent {
  return { kind: 'unknown', status: null, cause };
}

function toFailed({ status, body }: Answer): Sent {
  return { kind: 'unknown', status, cause: body };
}
