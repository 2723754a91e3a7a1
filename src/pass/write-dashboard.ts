import { dashboardNote } from '../core/dashboard-due.ts';
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
  const digests = { urgent: digestText(urgent) };
  const issue = id === null ? null : { number: id, digest: seen };
  try {
    const ensured = await ensureIssue(
      github,
      { marker: dashboardMarker, title, body, labels },
      { known: issue, viewer },
    );
    return ensured === null ? null : { id: ensured.number, note: dashboardNote(ensured.digest, digests) };
  } catch (error) {
    if (!(error instanceof RemoteError) || error.isTooMuch || !isForbidden(error)) throw error;
    log(`! show dashboard — not done: ${error.message}`);
    return { id, note: dashboardNote(seen ?? '', digests) };
  }
}

function isForbidden({ status }: RemoteError): boolean {
  return status === 403 || status === 404 || status === 410;
}
