import type { ActionsHost, RunRecord, TokenPermissions } from '../../actions-host.ts';

/** What an action that is done in this process is given. */
export interface ShimCall {
  readonly host: ActionsHost;
  readonly run: RunRecord;
  /** An input's value, its default where the step gives none; empty when there is neither. */
  readonly input: (name: string) => string;
  readonly workspace: string;
  readonly temp: string;
  readonly token: string;
  readonly permissions: TokenPermissions;
  readonly github: {
    readonly sha: string;
    readonly ref: string;
    readonly repository: string;
    readonly serverUrl: string;
  };
  /** The environment of the step, for the commands a shim runs. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  readonly mask: (secret: string) => void;
  /** Runs when the job ends, as an action's post step. */
  readonly atJobEnd: (work: () => void | Promise<void>) => void;
}

/** An action of the marketplace that the sandbox does itself. */
export interface Shim {
  /** Names of all inputs the real action has, with their defaults. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Does the work and returns the outputs; throws where the real action fails. */
  run(call: ShimCall): Promise<Readonly<Record<string, string>>>;
}
