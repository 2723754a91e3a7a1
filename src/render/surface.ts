import type { Plan } from '../core/decision.ts';
import type { Instant } from '../core/instant.ts';
import type { Ledger } from '../core/ledger.ts';
import type { OwnCheck } from '../core/own-checks.ts';
import type { Policy } from '../core/policy.ts';
import type { dashboardKey } from '../core/shown.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { CheckText } from './checks/check-text.ts';
import type { PlacedText } from './own-part.ts';

/** One thing of ours that people see on GitHub, as it is to be. Nothing in it changes by the clock alone. */
export type Surface = CheckSurface | PullRequestText | StatusComment | DashboardText;

/** A check run of ours on a commit. */
export interface CheckSurface extends CheckText {
  readonly kind: 'check';
  readonly key: `check ${string} ${OwnCheck}`;
  readonly sha: string;
  readonly name: OwnCheck;
}

/** Title, body and labels of a pull request of ours. */
export interface PullRequestText {
  readonly kind: 'pull_request';
  readonly key: `pull ${number}`;
  readonly number: number;
  /** Our part of the body, around which people's words stay; null: it was written once, when it was opened. */
  readonly text: PlacedText | null;
  /** Those of ours that it has; others it may have besides. */
  readonly labels: readonly string[];
}

/** The one comment of ours on a pull request or issue that says how it stands. */
export interface StatusComment {
  readonly kind: 'comment';
  readonly key: `comment ${number}`;
  readonly number: number;
  readonly body: string;
  /** When people were last to be called: later than before, it is posted anew, so that those it names are told. */
  readonly called: Instant | null;
}

/** The issue that shows how the project stands. */
export interface DashboardText {
  readonly kind: 'dashboard';
  readonly key: typeof dashboardKey;
  readonly title: string;
  readonly body: string;
  /** What of it has to be seen at once, where the rest may wait some minutes. */
  readonly urgent: string;
}

/** All that may be shown: what was seen, what was decided, what is remembered of it and of what was done. */
export interface PresentFacts {
  readonly world: Snapshot;
  readonly plan: Plan;
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
