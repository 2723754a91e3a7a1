import type { CheckAnnotation, CheckConclusion } from '../../core/own-checks.ts';

/** What a check of ours says; null: it is in progress. */
export interface CheckText {
  readonly conclusion: CheckConclusion | null;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  /** The run to look at, where there is one. */
  readonly detailsUrl: string | null;
}

/** A check without annotations, of no run in particular. */
export function plainCheck(conclusion: CheckConclusion | null, title: string, summary: string): CheckText {
  return { conclusion, title, summary, annotations: [], detailsUrl: null };
}
