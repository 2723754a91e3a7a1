import type { Applied } from '../core/applied.ts';
import type { Adopt } from '../core/decision.ts';
import { showVerdict } from './show-verdict.ts';
import type { LeasedPass } from './under-lease.ts';

/** Remembered in the ledger; a verdict that stands for the new head is shown on it. */
export async function applyAdopt({ story, head, verdict }: Adopt, pass: LeasedPass): Promise<Applied> {
  return verdict === null ? {} : { shown: await showVerdict({ story, verdict, head }, pass) };
}
