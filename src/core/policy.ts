import type { CheckPolicy } from './checks.ts';
import type { MergeMethod } from './snapshot.ts';

export type MergeMode = 'auto' | 'approve' | 'never';

/** What the team's configuration says, as far as `decide` needs it. */
export interface Policy {
  readonly concurrency: number;
  readonly selection: 'cohesion' | 'critical-path';
  readonly merge: {
    readonly mode: MergeMode;
    readonly method: MergeMethod;
    /** Epics, and globs of changed paths, that have a mode of their own. */
    readonly exceptions: readonly {
      readonly mode: MergeMode;
      readonly epics: readonly number[];
      readonly paths: readonly string[];
    }[];
  };
  /** Who gives the approvals that the rules ask for: people, or GitHub Actions for the passing verdict. */
  readonly approve: 'human' | 'actions';
  readonly base: {
    readonly start: 'proven' | 'last-proven';
    /** Whether a base without required checks is accepted by name. */
    readonly unprotected: 'refuse' | 'accept';
    /** Whether the merge that made the base red is reverted when repairs do not help. */
    readonly revert: boolean;
  };
  readonly checks: CheckPolicy;
  readonly limits: {
    readonly rejections: number;
    readonly authorRuns: number;
    readonly infrastructure: number;
    readonly reviewsPerHead: number;
    readonly repairs: number;
    /** What a budget in loopctl does when it is spent: people are told, or the project stops. */
    readonly budget: 'warn' | 'stop';
  };
  /** Who may give commands, as `organisation/team`, beside administrators; empty: whoever has the permission. */
  readonly teams: readonly string[];
  /** Whether an issue shows how the project stands. */
  readonly dashboard: boolean;
  /** Who is told when something waits for people, as it is written on GitHub (`@org/team`), and how often they are reminded. */
  readonly people: {
    readonly mention: readonly string[];
    readonly remindAfterHours: number;
    readonly reminders: number;
  };
  readonly agentMinutes: { readonly author: number; readonly reviewer: number };
  readonly checklist: readonly string[];
}
