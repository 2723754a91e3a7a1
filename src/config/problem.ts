/** Something a user wrote that cannot stand: where it is, what is wrong with it, and what to do. */
export interface Problem {
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

/** A problem in one line, for logs, annotations and summaries. */
export function describeProblem({ where, what, remedy }: Problem): string {
  return `${where}: ${what}. ${remedy}`;
}
