import type { Waits } from '../../waits.ts';
import { nameOf } from '../ask.ts';
import { LoopctlTrouble } from '../loopctl-error.ts';
import type { Identities, Identity } from '../port.ts';
import type { LoopctlRequest, LoopctlResponse, Transport } from '../transport.ts';
import { withCapability } from './capability.ts';
import { type CustodyGuard, requireCustody } from './custody.ts';
import { createPatientSend, type Sent, spread } from './patience.ts';
import { decideRepetition } from './repeat.ts';
import { keyNameOf, type LoopctlServer } from './server.ts';
import { findUnmendable } from './unmendable.ts';

/** Before a request that got no answer is sent again. */
const pausesMs: readonly number[] = [500, 2000];

/**
 * Requests as a loopctl server takes them; `learn` finds out, with this very transport, who we are there, and `guard`
 * keeps back what would halt the tenant.
 */
export function createHttpTransport(
  server: LoopctlServer,
  waits: Waits,
  learn: (transport: Transport) => Promise<Identities>,
  guard: CustodyGuard = requireCustody,
): Transport {
  const sendOnce = createPatientSend(server, waits);
  let identities: Promise<Identities> | null = null;
  let agents: Identities | null = null;

  const read = (reading: LoopctlRequest): Promise<LoopctlResponse> => send('orchestrator', reading);

  async function send(identity: Identity, request: LoopctlRequest): Promise<LoopctlResponse> {
    await guard(identity, request, { identities: transport.identities, read });
    for (let turn = 0; ; turn += 1) {
      const sent = await withCapability(await sendOnce(identity, request), identity, request, sendOnce);
      const answer =
        answerOf(sent, keyNameOf(server, identity), request) ?? (await repair(sent, turn, identity, request));
      if (answer !== null) return answer;
    }
  }

  /** The answer that was lost, where reading shows it; null when the request is to be sent again. */
  async function repair(
    sent: Sent,
    turn: number,
    identity: Identity,
    request: LoopctlRequest,
  ): Promise<LoopctlResponse | null> {
    const repetition = decideRepetition(request, agents?.[identity].agentId ?? null);
    const pause = repetition.kind === 'never' ? undefined : pausesMs[turn];
    if (pause === undefined || waits.now() + pause > waits.until) throw lost(sent, request);
    await waits.pause(spread(pause));
    return repetition.kind === 'look' ? repetition.find(await read(repetition.reading)) : null;
  }

  const transport: Transport = {
    send,
    identities: () => {
      identities ??= learn(transport).then((learnt) => {
        agents = learnt;
        return learnt;
      });
      return identities;
    },
    // A server keeps what it answered, and is read every time.
    flush: () => Promise.resolve(),
    reload: () => Promise.resolve(),
  };
  return transport;
}

/** The answer that stands; null where nobody knows what came of the request. What only a person can mend is thrown. */
function answerOf(sent: Sent, key: string, request: LoopctlRequest): LoopctlResponse | null {
  const response = sent.kind === 'answered' ? sent.answer : { status: sent.status ?? 0, body: sent.cause };
  const unmendable = findUnmendable(key, request, response);
  if (unmendable !== null) throw unmendable;
  return sent.kind === 'answered' ? { status: response.status, body: response.body } : null;
}

function lost(sent: Sent, request: LoopctlRequest): LoopctlTrouble {
  const status = sent.kind === 'unknown' ? sent.status : null;
  const what = status === null ? 'got no whole answer' : `was answered ${status}`;
  const facts = { request: nameOf(request), status, requestId: null, retryable: true };
  const cause = sent.kind === 'unknown' && sent.cause instanceof Error ? sent.cause : undefined;
  return new LoopctlTrouble(`loopctl: ${nameOf(request)} ${what}.`, { ...facts, cause });
}
