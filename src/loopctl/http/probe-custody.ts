import { nameOf } from '../ask.ts';
import { LoopctlTrouble } from '../loopctl-error.ts';
import type { Identity } from '../port.ts';
import type { LoopctlRequest } from '../transport.ts';
import { type Custody, readJudged, selfJudged } from './custody.ts';

/**
 * As `requireCustody`, for who has one key and nothing to compare it with: only the agent that a story is assigned to is
 * asked for more when it wants a capability, everybody else hears that there is no such story of theirs. An answer that
 * is neither keeps the request back.
 */
export async function probeCustody(
  identity: Identity,
  request: LoopctlRequest,
  { read }: Pick<Custody, 'read'>,
): Promise<void> {
  const story = readJudged(request);
  if (story === null) return;
  const probe = { method: 'POST', path: `${story}/recover-cap`, body: { cap_type: 'start_cap', lineage: [] } } as const;
  const { status } = await read(probe);
  if (status === 404) return;
  if (status === 422 || status === 201) {
    throw selfJudged(request, identity, "the story is assigned to this key's own agent");
  }
  throw new LoopctlTrouble(
    `Nobody could tell whether the story is assigned to this key's own agent (${nameOf(probe)} was answered ${status}).`,
    {
      request: nameOf(request),
      status,
      requestId: null,
      retryable: false,
    },
  );
}
