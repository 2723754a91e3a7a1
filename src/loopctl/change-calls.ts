import { z } from 'zod';
import { ask } from './ask.ts';
import type { Change, ChangeCursor, Changes, Loopctl } from './port.ts';
import type { Transport } from './transport.ts';

const feedSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      entity_type: z.string(),
      entity_id: z.string(),
      action: z.string(),
      actor_label: z.string().nullable(),
      new_state: z.record(z.string(), z.unknown()).nullable(),
      inserted_at: z.string(),
    }),
  ),
  has_more: z.boolean(),
});

const pageSize = 1000;
const beginning: ChangeCursor = { at: '1970-01-01T00:00:01.000000Z', seen: [] };

/** The feed. `since` is strict, and rows can share a moment across a page's border: each page is asked from just before. */
export function changeCalls(transport: Transport): Pick<Loopctl, 'changesSince'> {
  return {
    async changesSince(from) {
      const changes: Change[] = [];
      let cursor = from ?? beginning;
      for (let more = true; more; ) {
        const page = await readPage(transport, cursor);
        changes.push(...page.changes);
        more = page.hasMore;
        cursor = page.cursor;
      }
      return { changes: changes.filter(({ entityType }) => entityType !== 'orchestrator_state'), cursor };
    },
  };
}

async function readPage(transport: Transport, cursor: ChangeCursor): Promise<Changes & { readonly hasMore: boolean }> {
  const query = { since: justBefore(cursor.at), limit: String(pageSize) };
  const answer = await ask(transport, 'orchestrator', { method: 'GET', path: '/api/v1/changes', query }, feedSchema);
  const fresh = answer.data.filter((row) => row.inserted_at > cursor.at || !cursor.seen.includes(row.id));
  const at = answer.data.at(-1)?.inserted_at ?? cursor.at;
  const here = answer.data.filter((row) => row.inserted_at === at).map(({ id }) => id);
  return {
    changes: fresh.map((row) => ({
      id: row.id,
      entityType: row.entity_type,
      entityId: row.entity_id,
      action: row.action,
      actorLabel: row.actor_label,
      newState: row.new_state ?? {},
      insertedAt: row.inserted_at,
    })),
    // A page full of rows that were all seen cannot be got past but by going on after its moment.
    cursor: fresh.length === 0 && answer.has_more ? { at: justAfter(at), seen: [] } : { at, seen: here },
    hasMore: answer.has_more,
  };
}

function justBefore(moment: string): string {
  return shift(moment, -1);
}

function justAfter(moment: string): string {
  return shift(moment, 1);
}

/** Moments have microseconds, which Date does not know. */
function shift(moment: string, microseconds: 1 | -1): string {
  const sum = Number(moment.slice(20, 26)) + microseconds;
  const seconds = Date.parse(`${moment.slice(0, 19)}Z`) + Math.floor(sum / 1_000_000) * 1000;
  const fraction = String((sum + 1_000_000) % 1_000_000).padStart(6, '0');
  return `${new Date(seconds).toISOString().slice(0, 19)}.${fraction}Z`;
}
