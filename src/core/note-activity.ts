import { type Decision, subjectOf } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';

/** How much of what was done is remembered to be told. */
const recentLimit = 30;
const saidLimit = 240;

/** What happens often and changes nothing that people would look for. */
const unsaid: ReadonlySet<Decision['kind']> = new Set([
  'answer',
  'discard',
  'forget',
  'report_pass',
  'record_merge',
  'rerun_settle',
  'drop_merge',
]);

/** The ledger with one applied decision noted as recent activity. */
export function noteActivity(ledger: Ledger, decision: Decision, now: Instant): Ledger {
  if (unsaid.has(decision.kind)) return ledger;
  const subject = subjectOf(decision);
  const role = decision.kind === 'dispatch' ? `${decision.assignment.role}: ` : '';
  const story = subject === '-' ? null : subject;
  return noteRecent(ledger, { at: now, kind: decision.kind, story, said: `${role}${decision.because}` });
}

/** The ledger with one entry more of recent activity; the oldest make room. */
export function noteRecent(ledger: Ledger, { said, ...entry }: Ledger['recent'][number]): Ledger {
  return { ...ledger, recent: [...ledger.recent, { ...entry, said: said.slice(0, saidLimit) }].slice(-recentLimit) };
}
