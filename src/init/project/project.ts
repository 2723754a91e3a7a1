/** Files of the project by which it is known what it is made of. */
export interface Sources {
  /** What lies in its root folder. */
  readonly names: readonly string[];
  /** Texts by path. */
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

/** A step of a workflow, as it is written. */
export type WorkflowStepText = Readonly<Record<string, unknown>>;

/** What an agent needs to work on a project. */
export interface Project {
  readonly language: 'node' | 'elixir' | 'unknown';
  /** Steps that bring the toolchain. */
  readonly steps: readonly WorkflowStepText[];
  /** Service containers of the agent job. */
  readonly services: Readonly<Record<string, unknown>>;
  /** Variables that the project's own commands need. */
  readonly environment: Readonly<Record<string, string>>;
  readonly setup: string | null;
  readonly verify: string | null;
  readonly protectedPaths: readonly string[];
  /** Where toolchain and services were taken from. */
  readonly origin: string;
}

/** The files that are read beside the names in the root. */
export const toldBy = ['package.json', 'mix.exs'] as const;
