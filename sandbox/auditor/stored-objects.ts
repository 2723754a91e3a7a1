/** What a story is; told once, when it comes into the store. */
export interface StoredStory {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Where a story stands. */
export interface Standing {
  readonly number: string;
  readonly agentStatus: string;
  readonly verifiedStatus: string;
}

/** A row of the store's audit feed about a story, or about an artifact of one. */
export interface FeedRow {
  readonly id: string;
  readonly storyId: string;
  readonly action: string;
  readonly agentStatus: string | null;
  readonly verifiedStatus: string | null;
  /** The identity in whose name it was done. */
  readonly agent: string | null;
  /** When the store says that it happened, ISO 8601; empty where it does not. */
  readonly insertedAt: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Finds the stories and feed rows in a JSON text, wherever they stand: loopctl's own words are known here, how a store
 * arranges its files is not. What is no JSON holds neither.
 */
export function findStoredObjects(text: string): {
  readonly stories: readonly StoredStory[];
  readonly standings: readonly Standing[];
  readonly rows: readonly FeedRow[];
} {
  const objects = [...objectsIn(parse(text))];
  return {
    stories: objects.flatMap(asStory),
    standings: objects.flatMap(asStanding),
    rows: objects.flatMap(asFeedRow),
  };
}

function asStory({ id, number, title }: JsonObject): readonly StoredStory[] {
  if (typeof id !== 'string' || typeof number !== 'string' || typeof title !== 'string') return [];
  return [{ id, number, title }];
}

/** A status that is not told is that of an untouched story. */
function asStanding(object: JsonObject): readonly Standing[] {
  const { number, agent_status: agentStatus = 'pending', verified_status: verifiedStatus = 'unverified' } = object;
  if (typeof number !== 'string' || !('agent_status' in object || 'verified_status' in object)) return [];
  if (typeof agentStatus !== 'string' || typeof verifiedStatus !== 'string') return [];
  return [{ number, agentStatus, verifiedStatus }];
}

function asFeedRow(row: JsonObject): readonly FeedRow[] {
  const { id, entity_type: type, entity_id: entityId, action, new_state: state } = row;
  if (typeof id !== 'string' || typeof entityId !== 'string' || typeof action !== 'string') return [];
  const insertedAt = textOrNull(row['inserted_at']) ?? '';
  const change: JsonObject = typeof state === 'object' && state !== null ? (state as JsonObject) : {};
  if (type === 'artifact_report') return asArtifact({ id, insertedAt }, change);
  if (type !== 'story') return [];
  const agent = change['orchestrator_agent_id'] ?? change['agent_id'] ?? change['assigned_agent_id'];
  const agentStatus = textOrNull(change['agent_status']);
  const verifiedStatus = textOrNull(change['verified_status']);
  return [{ id, insertedAt, storyId: entityId, action, agentStatus, verifiedStatus, agent: textOrNull(agent) }];
}

/** An artifact is an entity of its own; its row says of which story. One that only tells whose a key is is none. */
function asArtifact(row: Pick<FeedRow, 'id' | 'insertedAt'>, artifact: JsonObject): readonly FeedRow[] {
  const { story_id: storyId, reporter_agent_id: agent, artifact_type: type } = artifact;
  if (typeof storyId !== 'string' || type === 'identity') return [];
  const nothing = { agentStatus: null, verifiedStatus: null };
  return [{ ...row, ...nothing, storyId, action: 'artifact_posted', agent: textOrNull(agent) }];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function* objectsIn(value: unknown): Iterable<JsonObject> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as JsonObject;
  for (const child of Object.values(value)) yield* objectsIn(child);
}
