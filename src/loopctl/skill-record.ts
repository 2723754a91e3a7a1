/** A skill: what loopctl's maintainers tell agents to do, as its newest version says it. */
export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Null: of the whole tenant. */
  readonly projectId: string | null;
  readonly text: string;
}
