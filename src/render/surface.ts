import type { Decision, Plan } from '../core/decision.ts';
import type { Instant } from '../core/instant.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Policy } from '../core/policy.ts';
import type { Snapshot } from '../core/snapshot.ts';

/** One thing of ours that people see on GitHub, as it is to be. Nothing in it changes by the clock alone. */
export type Surface = PullRequestText;

/** Title, body and labels of a pull request of ours. */
export interface PullRequestText {
  readonly kind: 'pull_request';
  readonly key: `pull ${number}`;
  readonly number: number;
  readonly title: string;
  readonly body: string;
}

/** All that may be shown: what was seen, what was decided and done, what is remembered of it. */
export interface PresentFacts {
  readonly world: Snapshot;
  readonly plan: Plan;
  /** What the pass did, in order. */
  readonly applied: readonly Decision[];
  /** As it is saved when the pass ends. */
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly now: Instant;
  readonly places: Places;
}

/** Where people find what is spoken of. */
export interface Places {
  /** `https://github.com/owner/repo`. */
  readonly repository: string;
  /** The run that shows it. */
  readonly run: string;
}
