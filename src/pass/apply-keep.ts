import type { Applied } from '../core/applied.ts';
import type { Keep } from '../core/decision.ts';
import { keptRef } from '../git/push.ts';
import { pushHead } from './push-head.ts';
import type { LeasedPass } from './under-lease.ts';

/** Pushes the work to a ref that is no branch: a person can look at it, and no workflow runs it. */
export async function applyKeep({ head }: Keep, pass: LeasedPass): Promise<Applied> {
  return (await pushHead({ head: head.sha, ref: keptRef(head.sha), expected: null }, pass)) ?? {};
}
