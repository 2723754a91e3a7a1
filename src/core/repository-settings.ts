import type { Instant } from './instant.ts';
import type { MergeMethod } from './snapshot.ts';

/** Something that was looked for: seen, or out of sight for this token, with what would bring it into sight. */
export type Seen<T> =
  | { readonly kind: 'seen'; readonly value: T }
  | { readonly kind: 'unseen'; readonly because: string; readonly remedy: string };

export interface RequiredCheckFacts {
  readonly name: string;
  /** The app that has to report it; null: whichever. */
  readonly appId: number | null;
}

/** A rule of a ruleset, as far as the doctor looks at it. */
export type BranchRule =
  | {
      readonly type: 'pull_request';
      readonly rulesetId: number | null;
      readonly approvals: number;
      readonly codeOwners: boolean;
      /** Null: whatever the repository allows. */
      readonly methods: readonly MergeMethod[] | null;
    }
  | {
      readonly type: 'required_status_checks';
      readonly rulesetId: number | null;
      readonly checks: readonly RequiredCheckFacts[];
    }
  | { readonly type: 'bare'; readonly rulesetId: number | null; readonly name: string };

export interface RulesetFacts {
  /** Null: of an older server, which does not tell. */
  readonly id: number | null;
  readonly name: string;
  /** What GitHub says of the token that asks; null where it says nothing. */
  readonly canBypass: string | null;
  /** Who may pass over it; null where only administrators see that. */
  readonly actors: readonly { readonly type: string; readonly id: number | null }[] | null;
}

/** Classic protection of a branch, as administrators see it. */
export interface ClassicProtection {
  readonly requiresPullRequest: boolean;
  readonly approvals: number;
  readonly codeOwners: boolean;
  readonly checks: readonly RequiredCheckFacts[];
  readonly linear: boolean;
  readonly allowsForcePushes: boolean;
  readonly allowsDeletions: boolean;
  readonly bindsAdmins: boolean;
  /** Slugs of the apps that may pass over the demand for a pull request. */
  readonly bypassingApps: readonly string[];
  /** Who alone may push, by slug or login; null: whoever may write. */
  readonly pushers: readonly string[] | null;
}

/** All that protects one branch. */
export interface BranchProtection {
  readonly rules: readonly BranchRule[];
  readonly rulesets: readonly RulesetFacts[];
  /** Null: none. */
  readonly classic: Seen<ClassicProtection | null>;
  /** The checks of classic protection, which everybody may see. */
  readonly classicChecks: readonly RequiredCheckFacts[];
}

export interface EnvironmentFacts {
  readonly name: string;
  readonly policy:
    | { readonly kind: 'none' }
    | { readonly kind: 'protected_branches' }
    | { readonly kind: 'patterns'; readonly patterns: Seen<readonly string[]> };
  /** Names of its secrets. */
  readonly secrets: Seen<readonly string[]>;
}

export interface AppFacts {
  readonly id: number;
  readonly slug: string;
  /** What the App asks for, by scope: `read`, `write` or `admin`. */
  readonly permissions: Readonly<Record<string, string>>;
}

/** A check or status that was reported on a commit. */
export interface SeenCheck {
  readonly name: string;
  /** Null for a commit status, which belongs to no app that can be told. */
  readonly appId: number | null;
  /** File name of the workflow it is a job of; null for what other apps report. */
  readonly workflow: string | null;
}

export interface SeenCommit {
  readonly at: Instant;
  readonly checks: readonly SeenCheck[];
}

/** A run for a pull request of an agent's branch. */
export interface AgentRun {
  readonly conclusion: string | null;
  readonly at: Instant;
}

export interface RunnerFacts {
  readonly name: string;
  readonly labels: readonly string[];
  readonly isEphemeral: boolean;
}
