import type { Actor } from './actor.ts';
import type { Db } from './db.ts';
import { identifier } from './identifier.ts';
import { keyIdOf } from './keys.ts';
import type { Feed, FeedRow } from './rows.ts';
import { shiftMicroseconds } from './timestamp.ts';

/**
 * Rows per segment; the segment of a row is its `seq` divided by it, rounded down. Only the last segment grows, so what
 * is stored of the earlier ones never changes.
 */
export const segmentSize = 100;

export interface FeedEntry {
  readonly entityType: string;
  readonly entityId: string;
  readonly action: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly projectId?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Adds a row in the actor's name, one microsecond after whatever was written last. */
export function record(db: Db, actor: Actor, entry: FeedEntry): Db {
  return append(db, entry, {
    actor_type: 'api_key',
    actor_id: keyIdOf(actor),
    actor_label: actorLabel(actor),
  });
}

/** Adds a row that loopctl itself is the author of. */
export function recordSystem(db: Db, label: string, entry: FeedEntry): Db {
  return append(db, entry, { actor_type: 'system', actor_id: null, actor_label: `system:${label}` });
}

/** Adds a row that nobody is named as the author of. */
export function recordUnnamed(db: Db, entry: FeedEntry): Db {
  return append(db, entry, { actor_type: 'system', actor_id: null, actor_label: null });
}

/** How the feed names an actor. */
export function actorLabel(actor: Actor): string {
  return `${actor.role}:${actor.keyName}`;
}

/** The rows that the predicate lets pass, oldest first. */
export function selectRows(feed: Feed, keep: (row: FeedRow) => boolean): readonly FeedRow[] {
  return feed.flatMap((segment) => segment().filter(keep));
}

/** The rows after a moment, oldest first; segments that are older than that are not looked into. */
export function rowsSince(feed: Feed, moment: string): readonly FeedRow[] {
  const last = feed.findLastIndex((segment) => (segment()[0]?.inserted_at ?? moment) < moment);
  return selectRows(feed.slice(Math.max(last, 0)), (row) => row.inserted_at > moment);
}

function append(db: Db, entry: FeedEntry, author: Pick<FeedRow, 'actor_type' | 'actor_id' | 'actor_label'>): Db {
  const clock = shiftMicroseconds(db.clock, 1);
  const row: FeedRow = {
    seq: db.feedLength,
    id: identifier('feed', entry.entityId, entry.action, db.feedLength),
    entity_type: entry.entityType,
    entity_id: entry.entityId,
    action: entry.action,
    ...author,
    old_state: entry.before ?? null,
    new_state: entry.after,
    project_id: entry.projectId ?? null,
    metadata: entry.metadata ?? {},
    inserted_at: clock,
  };
  const index = Math.floor(row.seq / segmentSize);
  const rows = [...(db.feed[index]?.() ?? []), row];
  const feed = index >= db.feed.length ? [...db.feed, () => rows] : db.feed.with(index, () => rows);
  return { ...db, clock, feed, feedLength: row.seq + 1 };
}
