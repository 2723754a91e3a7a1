import type { StoreFact } from './facts.ts';
import { type FeedRow, findStoredObjects, type Standing } from './stored-objects.ts';

/** When something was told: `seq` is that of the world's event by which it was known. */
export interface Moment {
  readonly seq: number;
  readonly at: string;
}

/** What is known of a store's stories, whatever it is read from. */
export interface StoreBook {
  /** What these JSON texts say together that was not known before; a story stands somewhere, a row tells of a change. */
  learn(texts: readonly string[], momentOf: (told: FeedRow | Standing) => Moment): readonly StoreFact[];
  /** Where each story that was ever touched stands now. */
  standings(): ReadonlyMap<string, Standing>;
}

/** Opens a book with nothing in it. */
export function createStoreBook(): StoreBook {
  const numbers = new Map<string, string>();
  const standings = new Map<string, Standing>();
  const rows = new Set<string>();

  function learnStanding(standing: Standing, moment: Moment): readonly StoreFact[] {
    const before = standings.get(standing.number)?.verifiedStatus;
    standings.set(standing.number, standing);
    if (standing.verifiedStatus !== 'verified' || before === 'verified') return [];
    return [{ kind: 'verified', ...moment, story: standing.number }];
  }

  function learnRow(feedRow: FeedRow, moment: Moment): readonly StoreFact[] {
    const { id, storyId, verifiedStatus, insertedAt, ...row } = feedRow;
    const story = numbers.get(storyId);
    if (story === undefined || rows.has(id)) return [];
    rows.add(id);
    const known = standings.get(story) ?? { number: story, agentStatus: 'pending', verifiedStatus: 'unverified' };
    const standing = {
      ...known,
      agentStatus: row.agentStatus ?? known.agentStatus,
      verifiedStatus: verifiedStatus ?? known.verifiedStatus,
    };
    return [...learnStanding(standing, moment), { kind: 'transition', ...moment, story, ...row }];
  }

  return {
    learn: (texts, momentOf) => {
      const found = texts.map(findStoredObjects);
      for (const { id, number } of found.flatMap(({ stories }) => stories)) numbers.set(id, number);
      return [
        ...found.flatMap((one) => one.standings).flatMap((standing) => learnStanding(standing, momentOf(standing))),
        ...found.flatMap((one) => one.rows).flatMap((row) => learnRow(row, momentOf(row))),
      ];
    },
    standings: () => standings,
  };
}
