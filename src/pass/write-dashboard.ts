import { addMinutes } from '../core/instant.ts';
import type { Shown, Written } from '../core/shown.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from '../github/client.ts';
import { ensureIssue } from '../github/ensure-issue.ts';
import { digestText } from '../github/issue-digest.ts';
import { dashboardMarker } from '../render/dashboard/dashboard.ts';
import { dashboardLabel, ownLabel } from '../render/labels.ts';
import type { DashboardText } from '../render/surface.ts';
import type { LeasedPass } from './under-lease.ts';

/** The comments' workflow starts for what has the first; by the last the issue is found again. */
const labels = [ownLabel, dashboardLabel] as const;

/** What may wait is written so often at most: an issue keeps each of its texts, and each costs requests. */
const restMinutes = 5;

/**
 * Whether the dashboard is to be written: at once where somebody ticked or edited it, or what people act on is another;
 * else when it has stood for some minutes.
 */
export function isDashboardDue(
  { urgent }: DashboardText,
  { digest, known }: { readonly digest: string; readonly known: Shown[string] | null },
  { dashboard, clock }: Pick<Snapshot, 'dashboard' | 'clock'>,
): boolean {
  if (known === null || dashboard === null) return known?.digest !== digest;
  // Beside its number is remembered what GitHub says that it holds, and what of that was urgent.
  const [text, before] = known.note.split(' ');
  if (text !== dashboard.digest) return true;
  if (known.digest === digest) return false;
  return before !== digestText(urgent) || clock >= addMinutes(dashboard.editedAt, restMinutes);
}

/**
 * Writes the dashboard; null where somebody edited it since the pass looked: their tick has to be seen first. Where
 * issues are switched off, or not ours to write, it is tried again only when there is something else to say.
 */
export async function writeDashboard(
  { title, body, urgent }: DashboardText,
  known: Shown[string] | null,
  { viewer, dashboard }: Pick<Snapshot, 'viewer' | 'dashboard'>,
  { github, log }: { readonly github: Pick<GitHub, 'request' | 'graphql'>; readonly log: LeasedPass['log'] },
): Promise<Written | null> {
  const id = known?.id ?? null;
  const seen = dashboard?.digest ?? null;
  const issue = id === null ? null : { number: id, digest: seen };
  try {
    const ensured = await ensureIssue(
      github,
      { marker: dashboardMarker, title, body, labels },
      { known: issue, viewer },
    );
    return ensured === null ? null : { id: ensured.number, note: `${ensured.digest} ${digestText(urgent)}` };
  } catch (error) {
    if (!(error instanceof RemoteError) || error.isTooMuch || !isForbidden(error)) throw error;
    log(`! show dashboard — not done: ${error.message}`);
    return { id, note: `${seen ?? ''} ${digestText(urgent)}` };
  }
}

function isForbidden({ status }: RemoteError): boolean {
  return status === 403 || status === 404 || status === 410;
}
