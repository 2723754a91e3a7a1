import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { LoopctlRequest, LoopctlResponse } from '../transport.ts';
import { readStoryCall } from './story-call.ts';
import { toJson } from './to-json.ts';

/** How a request whose answer was lost may go on: sent again, looked after first, or not at all. */
export type Repetition =
  | { readonly kind: 'again' }
  | {
      readonly kind: 'look';
      readonly reading: LoopctlRequest;
      /** The answer that was lost, where the reading shows that the request had its effect. */
      readonly find: (seen: LoopctlResponse) => LoopctlResponse | null;
    }
  | { readonly kind: 'never' };

const storySeen = z.object({
  story: z.looseObject({
    agent_status: z.string(),
    verified_status: z.string(),
    assigned_agent_id: z.string().nullable(),
  }),
});
type StorySeen = z.infer<typeof storySeen>['story'];

/** What a story is after a call; each is refused where it already was so, and can be sent again where it is not. */
const effects: Readonly<Record<string, (story: StorySeen, agentId: string) => boolean>> = {
  contract: (story) => story.agent_status === 'contracted',
  claim: (story, agentId) => story.agent_status === 'assigned' && story.assigned_agent_id === agentId,
  start: (story, agentId) => story.agent_status === 'implementing' && story.assigned_agent_id === agentId,
  report: (story) => story.agent_status === 'reported_done',
  verify: (story) => story.verified_status === 'verified',
  unclaim: (story) => story.agent_status === 'pending',
  'force-unclaim': (story) => story.agent_status === 'pending',
};

/**
 * Whether a request may be repeated. Reads, merging imports and backfills can be; a story's steps and a save of state
 * when reading shows no effect. Anything else (an artifact, usage, a review, a rejection) could come twice, or its
 * effect cannot be told from an earlier one's: the next look of the loop decides it anew.
 */
export function decideRepetition(request: LoopctlRequest, agentId: string | null): Repetition {
  const { method, path, query } = request;
  const isMerge = query?.['merge'] === 'true';
  if (method === 'GET' || (method === 'POST' && (isMerge || path.endsWith('/backfill')))) return { kind: 'again' };
  if (method === 'PUT') return lookForState(request);
  const step = readStoryCall(path);
  const effect = effects[step?.call ?? ''];
  return step === null || effect === undefined || agentId === null
    ? { kind: 'never' }
    : lookForStory(step.story, effect, agentId);
}

function lookForStory(
  path: string,
  effect: (story: StorySeen, agentId: string) => boolean,
  agentId: string,
): Repetition {
  return {
    kind: 'look',
    reading: { method: 'GET', path },
    find: ({ status, body }) => {
      const seen = storySeen.safeParse(body);
      return seen.success && effect(seen.data.story, agentId) ? { status, body } : null;
    },
  };
}

const saving = z.object({ state_key: z.string(), state_data: z.unknown(), version: z.number() });
const stateSeen = z.object({ state: z.looseObject({ state_data: z.unknown(), version: z.number() }) });

/** A save under a version that is not the current one any more is refused: to send it again is safe. */
function lookForState({ path, body }: LoopctlRequest): Repetition {
  const sent = saving.parse(body);
  // What went over the wire: keys without a value did not.
  const data: unknown = JSON.parse(toJson(sent.state_data));
  return {
    kind: 'look',
    reading: { method: 'GET', path, query: { state_key: sent.state_key } },
    find: ({ status, body: seen }) => {
      const state = stateSeen.safeParse(seen).data?.state;
      const isOurs = state?.version === sent.version + 1 && isDeepStrictEqual(state.state_data, data);
      return isOurs ? { status, body: seen } : null;
    },
  };
}
