import type { KeptEvent } from '../github/world/events.ts';

type CheckEvent = Extract<KeptEvent, { readonly kind: 'check' }>;
type StatusEvent = Extract<KeptEvent, { readonly kind: 'status' }>;

/** Checks and statuses by commit, so that what was known of a commit at a moment can be told. */
export interface ChecksByCommit {
  /** The newest check of each name and app, as it stood before the event `seq`. */
  checksBefore(sha: string, seq: number): readonly CheckEvent[];
  /** The newest status of each context, likewise. */
  statusesBefore(sha: string, seq: number): readonly StatusEvent[];
}

/** Sorts what the world told about commits. */
export function groupChecks(events: readonly KeptEvent[]): ChecksByCommit {
  const checks = Map.groupBy(events.filter(isCheck), ({ sha }) => sha);
  const statuses = Map.groupBy(events.filter(isStatus), ({ sha }) => sha);
  return {
    checksBefore: (sha, seq) => newest((checks.get(sha) ?? []).filter((event) => event.seq < seq)),
    statusesBefore: (sha, seq) => [
      ...new Map(
        (statuses.get(sha) ?? []).filter((event) => event.seq < seq).map((event) => [event.context, event]),
      ).values(),
    ],
  };
}

/** Whether a check has ended and not against the commit. */
export function isGreen(check: CheckEvent): boolean {
  return check.status === 'completed' && ['success', 'neutral', 'skipped'].includes(check.conclusion ?? '');
}

function newest(events: readonly CheckEvent[]): readonly CheckEvent[] {
  const latest = new Map<string, CheckEvent>();
  for (const event of events) {
    const key = `${event.app} ${event.name}`;
    // A re-run is a new check of the same name: the one with the higher id counts, in its last state.
    if ((latest.get(key)?.id ?? 0) <= event.id) latest.set(key, event);
  }
  return [...latest.values()];
}

function isCheck(event: KeptEvent): event is CheckEvent {
  return event.kind === 'check';
}

function isStatus(event: KeptEvent): event is StatusEvent {
  return event.kind === 'status';
}
