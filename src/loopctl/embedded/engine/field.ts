/** Problems by field, as loopctl's validations word them. */
export type Problems = Record<string, readonly string[]>;

const blank = ["can't be blank"] as const;
const wrong = ['is invalid'] as const;

/** A text that must be there and not blank. */
export function requiredText(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) {
    return blank;
  }
  if (typeof value !== 'string') {
    return wrong;
  }
  return value.trim() === '' ? blank : null;
}

/** An integer of at least 0 that must be there. */
export function requiredCount(value: unknown): readonly string[] | null {
  return value === undefined || value === null ? blank : optionalCount(value);
}

/** An integer of at least 0, where it is given. */
export function optionalCount(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (!Number.isSafeInteger(value)) {
    return wrong;
  }
  return Number(value) < 0 ? ['must be greater than or equal to 0'] : null;
}

/** An object, where it is given. */
export function optionalObject(value: unknown): readonly string[] | null {
  return value === undefined || value === null || isObject(value) ? null : wrong;
}

/** A text, where it is given. */
export function optionalText(value: unknown): readonly string[] | null {
  return value === undefined || value === null || typeof value === 'string' ? null : wrong;
}

/** A list of objects, where it is given. */
export function optionalObjects(value: unknown): readonly string[] | null {
  return value === undefined || value === null || (Array.isArray(value) && value.every(isObject)) ? null : wrong;
}

/** The fields that have problems. */
export function problemsOf(checks: Readonly<Record<string, readonly string[] | null>>): Problems {
  return Object.fromEntries(
    Object.entries(checks).flatMap(([field, found]) => (found === null ? [] : [[field, found]])),
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text, or null for anything else. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The object, or an empty one for anything else. */
export function objectOrEmpty(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

/** The integer, or 0 for anything else. */
export function countOrZero(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}
