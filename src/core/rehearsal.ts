/** A rehearsal by the attempt of the run that it is made in: all that it leaves anywhere is named after that. */
export interface Rehearsal {
  readonly run: number;
  readonly attempt: number;
}

const idPrefix = 'rehearsal-';
/** Not below `orchestrate/`: no pass takes a canary for the work of a story. */
export const canaryPrefix = 'orchestrate-rehearsal/';

/** The id that its agent job goes by, where an assignment's stands. */
export function rehearsalId({ run, attempt }: Rehearsal): string {
  return `${idPrefix}${run}-${attempt}`;
}

/** The rehearsal whose agent job an id names; null for an assignment's. */
export function parseRehearsalId(id: string): Rehearsal | null {
  return id.startsWith(idPrefix) ? parseName(id.slice(idPrefix.length)) : null;
}

/** The branch of its canary. */
export function canaryBranch({ run, attempt }: Rehearsal): string {
  return `${canaryPrefix}${run}-${attempt}`;
}

/** The rehearsal whose canary a branch is; null for any other branch. */
export function parseCanaryBranch(branch: string): Rehearsal | null {
  return branch.startsWith(canaryPrefix) ? parseName(branch.slice(canaryPrefix.length)) : null;
}

function parseName(name: string): Rehearsal | null {
  const [, run, attempt] = /^([1-9]\d{0,15})-([1-9]\d{0,5})$/.exec(name) ?? [];
  return run === undefined || attempt === undefined ? null : { run: Number(run), attempt: Number(attempt) };
}
