import { z } from 'zod';
import { nameOf } from '../ask.ts';
import { requireDistinct } from '../distinct.ts';
import { LoopctlRefusal } from '../loopctl-error.ts';
import type { Identities, Identity } from '../port.ts';
import type { LoopctlRequest, LoopctlResponse } from '../transport.ts';
import { readStoryCall } from './story-call.ts';

const judging: ReadonlySet<string> = new Set(['report', 'report-done', 'review-complete', 'verify', 'reject']);
const storySeen = z.object({ story: z.looseObject({ assigned_agent_id: z.string().nullable() }) });

export interface Custody {
  identities(): Promise<Identities>;
  read(request: LoopctlRequest): Promise<LoopctlResponse>;
}

/** Refuses what must never be sent. */
export type CustodyGuard = (identity: Identity, request: LoopctlRequest, custody: Custody) => Promise<void>;

/** The story that a report or a judgement is about; null for every other request. */
export function readJudged(request: LoopctlRequest): string | null {
  const step = readStoryCall(request.path);
  return step === null || !judging.has(step.call) || request.method !== 'POST' ? null : step.story;
}

/**
 * Refuses a report or a judgement in the name of the very agent that the story is assigned to. A server would not only
 * refuse it but halt the whole tenant, so it is never sent: the story is read right before.
 */
export async function requireCustody(identity: Identity, request: LoopctlRequest, custody: Custody): Promise<void> {
  const story = readJudged(request);
  if (story === null) return;
  const { [identity]: judge } = requireDistinct(await custody.identities());
  const seen = storySeen.safeParse((await custody.read({ method: 'GET', path: story })).body);
  // A story that is not there is refused by the call itself, and halts nothing.
  if (!seen.success || seen.data.story.assigned_agent_id !== judge.agentId) return;
  throw selfJudged(request, identity, `the story is assigned to the ${identity}'s own agent`);
}

/** loopctl's own refusal, without what it does to the tenant. */
export function selfJudged(request: LoopctlRequest, identity: Identity, why: string): LoopctlRefusal {
  return new LoopctlRefusal({
    request: nameOf(request),
    status: 409,
    code: identity === 'reviewer' ? 'self_report_blocked' : 'self_verify_blocked',
    message: `${why}; sent, it would have halted the tenant`,
    context: {},
  });
}
