import type { Instant } from '../core/instant.ts';
import type { MergeMode, Policy } from '../core/policy.ts';
import type {
  AgentRun,
  AppFacts,
  BranchProtection,
  EnvironmentFacts,
  RunnerFacts,
  Seen,
  SeenCommit,
} from '../core/repository-settings.ts';
import type { MergeMethod } from '../core/snapshot.ts';
import type { ServerFacts } from './server/server-facts.ts';
import type { WorkflowReading } from './workflow/parse-workflow.ts';

/** What the configuration says, as far as it must agree with the settings of the repository. */
export interface ConfigFacts {
  readonly acceptsUnprotected: boolean;
  readonly mergeModes: readonly MergeMode[];
  readonly mergeMethod: MergeMethod;
  readonly approve: Policy['approve'];
  readonly agentVariables: readonly string[];
  /** The teams whose members may give commands; empty: whoever has the permission. */
  readonly teams: readonly string[];
}

export type ConfigReadingFacts =
  | { readonly kind: 'config'; readonly config: ConfigFacts; readonly warnings: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly string[] }
  | { readonly kind: 'missing' };

export type BacklogFacts =
  | { readonly kind: 'backlog'; readonly path: string; readonly stories: number; readonly withoutCriteria: number }
  | { readonly kind: 'problems'; readonly path: string; readonly problems: readonly string[] }
  | { readonly kind: 'missing'; readonly path: string }
  /** Too large or not text, so that GitHub's API does not show it. */
  | { readonly kind: 'not_shown'; readonly path: string }
  /** A loopctl server has it. */
  | { readonly kind: 'served' }
  /** Its path is not known, since the configuration cannot be read. */
  | { readonly kind: 'unknown_path' };

/** All that the doctor looks at; the checks are functions of this. */
export interface DoctorFacts {
  readonly now: Instant;
  /** `phase`: as the App, in a trusted job. `laptop`: by a person, who is not who will do the work. */
  readonly where: 'phase' | 'laptop';
  readonly asker: { readonly login: string; readonly kind: 'app' | 'github_actions' | 'person' };
  readonly configPath: string;
  /** File name of the Orchestrate workflow. */
  readonly workflowFile: string;
  readonly stateBranch: string;
  readonly repository: {
    readonly visibility: 'public' | 'private' | 'internal';
    readonly defaultBranch: string;
    readonly mergeMethods: readonly MergeMethod[];
  };
  readonly config: ConfigReadingFacts;
  readonly backlog: BacklogFacts;
  readonly server: ServerFacts;
  /** The names under which loopctl knows implementer, reviewer and orchestrator. */
  readonly identities: readonly string[];
  readonly app: Seen<AppFacts>;
  readonly base: string;
  readonly baseProtection: Seen<BranchProtection>;
  readonly stateProtection: Seen<BranchProtection>;
  readonly workflows: readonly WorkflowReading[];
  /** The environments that workflows name; null where there is none of that name (yet). */
  readonly environments: ReadonlyMap<string, Seen<EnvironmentFacts | null>>;
  /** Names of the secrets that every workflow of the repository can read, the organisation's included. */
  readonly repositorySecrets: Seen<readonly string[]>;
  /** What a job's token may do where no workflow says it. */
  readonly defaultPermissions: Seen<'read' | 'write'>;
  /** Whether GitHub Actions may approve pull requests. */
  readonly actionsMayApprove: Seen<boolean>;
  readonly selfHosted: Seen<readonly RunnerFacts[]>;
  /** The newest commits of the base, newest first. */
  readonly baseCommits: Seen<readonly SeenCommit[]>;
  /** The heads of the newest pull requests into the base. */
  readonly pullRequestHeads: Seen<readonly SeenCommit[]>;
  readonly agentRuns: Seen<readonly AgentRun[]>;
  readonly ownWorkflow: Seen<{ readonly state: string; readonly lastScheduled: Instant | null } | null>;
}
