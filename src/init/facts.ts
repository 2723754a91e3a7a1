import type { EnvironmentFacts } from '../core/repository-settings.ts';
import type { DoctorFacts } from '../doctor/facts.ts';
import type { Sources } from './project/project.ts';

/** Where the loop is to work. */
export interface Place {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
  /** Of the pages people see, without a slash at the end. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly repositoryId: number;
  readonly ownerId: number;
  readonly ownerKind: 'User' | 'Organization';
}

/** The App that acts here, as far as it can be seen. */
export interface OwnApp {
  readonly slug: string;
  readonly id: number;
  readonly clientId: string;
  /** Its private key at hand: noted until the environment has it, or given as a file; null: none. */
  readonly key: 'noted' | 'given' | null;
  /** `unknown`: only the App itself sees it, and its key is not at hand. */
  readonly installed: 'yes' | 'everywhere' | 'no' | 'unknown';
}

/** All that `init` looks at; its plan is a function of this. */
export interface InitFacts {
  readonly place: Place;
  readonly doctor: DoctorFacts;
  /** Whether the person may administer the repository. */
  readonly isAdmin: boolean;
  /** What the person's token may do; null where it does not say, as fine-grained ones do not. */
  readonly scopes: readonly string[] | null;
  /** Null: there is none of that name. */
  readonly environment: EnvironmentFacts | null;
  /** Secrets of the repository itself, by name. */
  readonly secrets: readonly string[];
  readonly app: OwnApp | null;
  readonly sources: Sources;
  /** The example workflows, by file name. */
  readonly examples: Readonly<Record<string, string>>;
  /** The action, pinned: `owner/name@<40 digits>`; null where this checkout does not say which. */
  readonly action: string | null;
  /** Where our open pull request is that brings the files; null where there is none. */
  readonly setupPull: string | null;
  /** The same of the one that takes them out. */
  readonly removalPull: string | null;
  readonly rulesets: readonly { readonly id: number; readonly name: string }[];
  /** Those of our labels that are there. */
  readonly labels: readonly string[];
  /** Whether the repository variable ORCHESTRATE is `off`. */
  readonly isOff: boolean;
  /** Whether that variable is there at all. */
  readonly hasVariable: boolean;
  /** The branches whose names begin as ours do, that of the state among them. */
  readonly branches: readonly string[];
  /** Whether the loop has run once. */
  readonly hasRun: boolean;
}

export const environmentName = 'orchestrate';
export const appSecrets = ['ORCHESTRATE_APP_ID', 'ORCHESTRATE_APP_KEY'] as const;
export const setupBranch = 'orchestrate-setup';
export const removalBranch = 'orchestrate-removal';
export const baseRuleset = 'orchestrate: base';
export const stateRuleset = 'orchestrate: state';
export const gateRuleset = 'orchestrate: gate';
/** Only for those who require `orchestrate/gate`. */
export const gateWorkflow = 'orchestrate-gate.yml';
