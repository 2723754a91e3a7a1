import { blankSecrets } from '../blank-secrets.ts';
import type { Plan } from '../decision.ts';
import type { Instant } from '../instant.ts';
import type { Intent, Ledger } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import type { Hold } from '../reasons.ts';
import type { Snapshot } from '../snapshot.ts';
import { decodeFacts, encodeFacts } from './encode-facts.ts';

export const recordVersion = 2;

/** What a pass decided, without what it remembers: that stands in the look after it. */
export type DecidedPlan = Omit<Plan, 'ledger'>;

/** One look of a pass: all that was decided by, and what was. */
export interface RecordedLook {
  readonly kind: 'look';
  readonly world: Snapshot;
  /** As it was before it was decided. */
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly plan: DecidedPlan;
}

/** What became of a decision, in the order of doing. */
export interface RecordedEnd {
  readonly kind: 'end';
  readonly intent: Intent;
  /** Why it was rightly not carried out; null: it was. */
  readonly undone: Hold | null;
}

export type RecordEntry = RecordedLook | RecordedEnd;

/** All that a pass saw, remembered, decided and did. */
export interface PassRecord {
  readonly policy: Policy;
  readonly entries: readonly RecordEntry[];
}

/** A look as it is recorded: what it makes remembered stands in the one after it. */
export function recordLook(seen: Pick<RecordedLook, 'world' | 'ledger' | 'now'>, decided: Plan): RecordedLook {
  const { ledger: _, ...plan } = decided;
  return { kind: 'look', ...seen, plan };
}

/**
 * The record as it is kept: what looks like a key in anybody's text is blanked, and of a look only what is another than
 * in the one before, since most of a large backlog stays as it is.
 */
export function writePassRecord({ policy, entries }: PassRecord): string {
  const written: unknown[] = [];
  let before: RecordedLook | undefined;
  for (const entry of entries) {
    written.push(encodeFacts(entry, blankSecrets, entry.kind === 'look' ? before : undefined));
    if (entry.kind === 'look') before = entry;
  }
  const record = { version: recordVersion, policy: encodeFacts(policy, blankSecrets), entries: written };
  return `${JSON.stringify(record)}\n`;
}

/** The record's facts, out of what was written of it. */
export function readWritten(written: object): object {
  if (!('entries' in written) || !Array.isArray(written.entries)) return written;
  const entries: unknown[] = [];
  let before: unknown;
  for (const one of written.entries) {
    const entry = decodeFacts(one, before);
    entries.push(entry);
    if (typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'look') before = entry;
  }
  return { ...written, entries, ...('policy' in written ? { policy: decodeFacts(written.policy) } : {}) };
}
