import type { Sha } from './assignment.ts';
import type { Refuse } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Shown } from './shown.ts';

/** What an applied decision brought back that could not be known before. */
export interface Applied {
  /** By GitHub's clock, a moment at which the head that was pushed could be seen. */
  readonly at?: Instant;
  readonly pullRequest?: number;
  /** What people see of it already. */
  readonly shown?: Shown;
  readonly mergeSha?: string;
  /** The merge is under way: GitHub's name for the request, or null for a place in its queue. */
  readonly merging?: { readonly uuid: string | null };
  /** GitHub says that the branch holds the base's tip already. */
  readonly isUpToDate?: boolean;
  /** GitHub would not start what it was to start. */
  readonly isRefused?: boolean;
  /** Why GitHub would not take a push or an approval, in its own words. */
  readonly refusal?: string;
  /** The branch that was to be new is there, with this commit, of which nothing is known. */
  readonly taken?: Sha;
  /** What it came to, where the answer showed that it cannot be done. */
  readonly instead?: Refuse;
}
