import { describeHold } from '../core/reasons.ts';
import type { PassEnd } from '../pass/run-pass.ts';
import { describeHolder } from '../pass/wait-for-lease.ts';
import { renderLeasedSummary, renderSpentSummary } from '../render/summary.ts';

/** Says why a pass did nothing, which is no failure: the next one looks again. Returns the summary. */
export function tellNotDone(
  title: string,
  end: Exclude<PassEnd, { kind: 'done' }>,
  log: (line: string) => void,
): string {
  if (end.kind === 'leased') {
    log(`‖ - — ${describeHolder(end.holder)} holds the lease; the next run looks again`);
    return renderLeasedSummary(title);
  }
  log(`‖ - — ${describeHold(end.hold)}`);
  return renderSpentSummary(title, end.hold);
}
