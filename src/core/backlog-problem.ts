/** What can be wrong with a backlog, by name. */
export type BacklogProblemKind =
  | 'malformed'
  | 'malformed_number'
  | 'empty_title'
  | 'no_criteria'
  | 'duplicate_epic'
  | 'duplicate_story'
  | 'unknown_reference'
  | 'self_dependency'
  | 'story_cycle'
  | 'epic_cycle'
  | 'mixed_cycle';

/** One thing wrong with a backlog: where in the file, and in a sentence. */
export interface BacklogProblem {
  readonly kind: BacklogProblemKind;
  /** Such as `epics[3].stories[1].number`. */
  readonly path: string;
  readonly message: string;
}
