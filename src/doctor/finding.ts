/** What a check found: `cannot_tell` is what the token at hand cannot see, and never counts as `pass`. */
export interface Outcome {
  readonly verdict: 'pass' | 'fail' | 'cannot_tell';
  readonly detail: string;
  /** What to do: to mend it, or to make it visible. Empty where nothing is to be done. */
  readonly remedy: string;
}

/** An outcome with the check it is of. */
export interface Finding extends Outcome {
  readonly check: string;
}

/** It is as it should be. */
export function pass(detail: string): Outcome {
  return { verdict: 'pass', detail, remedy: '' };
}

/** It is not as it should be. */
export function fail(detail: string, remedy: string): Outcome {
  return { verdict: 'fail', detail, remedy };
}

/** It cannot be seen; `remedy` says what would make it visible. */
export function cannotTell(detail: string, remedy: string): Outcome {
  return { verdict: 'cannot_tell', detail, remedy };
}

/** The faults where there are any, else that all is well. */
export function passUnless(faults: readonly Outcome[], detail: string): readonly Outcome[] {
  return faults.length > 0 ? faults : [pass(detail)];
}
