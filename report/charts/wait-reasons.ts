import { isReasonCode, reasons } from '../../src/core/reasons.ts';
import type { History } from '../history/history.ts';
import { type Colour, waitColours } from './palette.ts';

/** A reason that stories waited for: how many, how long in all, and its colour in every chart. */
interface WaitReason {
  readonly code: string;
  readonly label: string;
  readonly colour: Colour;
  readonly stories: number;
  readonly totalMs: number;
}

/** What stories waited for, longest first; a wait that goes on is counted until the records end. */
export function waitReasons({ waits, until }: Pick<History, 'waits' | 'until'>): readonly WaitReason[] {
  return [...Map.groupBy(waits, ({ code }) => code)]
    .map(([code, spans]) => ({
      code,
      label: labelOf(code),
      stories: new Set(spans.map(({ story }) => story)).size,
      totalMs: spans.reduce((total, span) => total + Math.max(0, (span.until ?? until) - span.from), 0),
    }))
    .toSorted((left, right) => right.totalMs - left.totalMs || (left.code < right.code ? -1 : 1))
    .map((reason, place) => ({ ...reason, colour: waitColours[place] ?? 'grey' }));
}

/** An older ledger may know a reason that is no more. */
function labelOf(code: string): string {
  return isReasonCode(code) ? reasons[code].title : code.replaceAll('_', ' ');
}
