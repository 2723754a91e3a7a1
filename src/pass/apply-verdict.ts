import type { Applied } from '../core/applied.ts';
import type { RecordVerdict } from '../core/decision.ts';
import { showVerdict } from './show-verdict.ts';
import type { LeasedPass } from './under-lease.ts';

/** Shows the verdict on the head it is about. */
export async function applyRecordVerdict({ story, verdict, head }: RecordVerdict, pass: LeasedPass): Promise<Applied> {
  return { shown: await showVerdict({ story, verdict, head }, pass) };
}
