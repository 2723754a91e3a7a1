import { addMinutes } from './instant.ts';
import type { Shown } from './shown.ts';
import type { Snapshot } from './snapshot.ts';

/** What may wait is written so often at most: an issue keeps each of its texts, and each costs requests. */
const restMinutes = 5;

/** What the dashboard is to say, in a few letters each. */
export interface DashboardDigests {
  readonly whole: string;
  /** Of what people act on. */
  readonly urgent: string;
}

/** Beside its number is remembered what GitHub says that it holds, and what of that was urgent. */
export function dashboardNote(held: string, { urgent }: Pick<DashboardDigests, 'urgent'>): string {
  return `${held} ${urgent}`;
}

/**
 * Whether the dashboard is to be written: at once where somebody ticked or edited it, or what people act on is another;
 * else when it has stood for five minutes.
 */
export function isDashboardDue(
  { whole, urgent }: DashboardDigests,
  known: Shown[string] | null,
  { dashboard, clock }: Pick<Snapshot, 'dashboard' | 'clock'>,
): boolean {
  if (known === null || dashboard === null) return known?.digest !== whole;
  const [held, before] = known.note.split(' ');
  if (held !== dashboard.digest) return true;
  if (known.digest === whole) return false;
  return before !== urgent || clock >= addMinutes(dashboard.editedAt, restMinutes);
}
