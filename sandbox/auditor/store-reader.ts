import type { KeptEvent } from '../github/world/events.ts';
import type { StoreFact } from './facts.ts';
import type { Standing } from './stored-objects.ts';

/** Follows the store, wherever it is. */
export interface StoreReader {
  /** What the store says that was not known before; the events are all that happened in the world so far. */
  look(events: readonly KeptEvent[]): Promise<readonly StoreFact[]>;
  /** Where each story that was ever touched stands now. */
  standings(): ReadonlyMap<string, Standing>;
}
