import { z } from 'zod';
import { ConfigurationError } from '../../errors.ts';
import type { Identity } from '../port.ts';
import type { LoopctlRequest } from '../transport.ts';
import type { Send, Sent } from './patience.ts';
import { readStoryCall } from './story-call.ts';

/** The steps for which a tenant with an audit key wants a capability. */
const guarded: ReadonlySet<string> = new Set(['start', 'report', 'verify']);
const recovered = z.object({ data: z.looseObject({ cap_id: z.string() }) });
const missing = z.object({ error: z.looseObject({ code: z.literal('missing_capability') }) });

/**
 * What became of a step, sent once more with its capability where the tenant has an audit key and wants one. loopctl
 * 1.0.0 never reads it: then a story that could not be started is given back, and the reason is told, before anything
 * else is claimed.
 */
export async function withCapability(
  sent: Sent,
  identity: Identity,
  request: LoopctlRequest,
  send: Send,
): Promise<Sent> {
  const found = readStoryCall(request.path);
  if (found === null || !guarded.has(found.call) || !mayLack(sent)) return sent;
  const { story, call: step } = found;
  const capability = await recover(story, step, send);
  if (capability === null) return sent;
  const again = await send(identity, { ...request, body: { ...bodyOf(request), cap_id: capability } });
  if (!mayLack(again)) return again;
  if (step === 'start') await send('implementer', { method: 'POST', path: `${story}/unclaim`, body: {} });
  throw new ConfigurationError(`This loopctl server cannot ${step} stories of a tenant with an audit key.`, {
    remedy:
      'Use a tenant without an audit key, or the embedded store (leave `loopctl-url` empty), until the server reads the capability that it asks for.',
  });
}

/** A start without its capability is answered 500 and not 403. */
function mayLack(sent: Sent): boolean {
  return sent.kind === 'unknown' ? sent.status === 500 : missing.safeParse(sent.answer.body).success;
}

/** Only a tenant with an audit key has one to give, and only to the agent that the story is assigned to. */
async function recover(story: string, step: string, send: Send): Promise<string | null> {
  const body = { cap_type: `${step}_cap`, lineage: [] };
  const sent = await send('implementer', { method: 'POST', path: `${story}/recover-cap`, body });
  return sent.kind === 'unknown' ? null : (recovered.safeParse(sent.answer.body).data?.data.cap_id ?? null);
}

function bodyOf({ body }: LoopctlRequest): object {
  return typeof body === 'object' && body !== null ? body : {};
}
