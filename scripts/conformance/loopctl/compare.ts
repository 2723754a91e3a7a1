import { type Bindings, bindText, translate } from './bindings.ts';

type Shape = Readonly<Record<string, unknown>>;

/** The differences between a recorded answer and ours; binds what is seen for the first time. */
export function differences(expected: unknown, actual: unknown, bindings: Bindings, at = '$'): readonly string[] {
  if (typeof expected === 'string' && typeof actual === 'string') {
    return isSameText(expected, actual, bindings) ? [] : [`${at}: expected ${expected}, got ${actual}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length
      ? expected.flatMap((item, index) => differences(item, actual[index], bindings, `${at}[${index}]`))
      : [`${at}: expected ${expected.length} entries, got ${actual.length}`];
  }
  if (isShape(expected) && isShape(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) =>
      key in expected && key in actual
        ? differences(expected[key], actual[key], bindings, `${at}.${key}`)
        : [`${at}.${key}: ${key in expected ? 'missing' : 'not in the recording'}`],
    );
  }
  return Object.is(expected, actual) ? [] : [`${at}: expected ${String(expected)}, got ${String(actual)}`];
}

/** Pages are for people, and a key's text is nobody's business: that there is one is what counts. */
function isSameText(expected: string, actual: string, bindings: Bindings): boolean {
  if (expected.startsWith('<!DOCTYPE html>')) {
    return actual.startsWith('<!DOCTYPE html>');
  }
  return isKey(expected) ? isKey(actual) && actual.length === expected.length : bindText(expected, actual, bindings);
}

function isKey(text: string): boolean {
  return /^lc_[\w-]{5}(?:[\w-]{35})?$/.test(text);
}

/** Bulk results are sorted by id, and ids are ours; the order of blockers and dependencies is the database's own. */
export function inOurOrder(answer: unknown, bindings: Bindings): unknown {
  if (Array.isArray(answer)) {
    return answer.map((item) => inOurOrder(item, bindings));
  }
  if (!isShape(answer)) {
    return answer;
  }
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, sorted(key, inOurOrder(value, bindings), bindings)]),
  );
}

const orders: Readonly<Record<string, readonly string[] | undefined>> = {
  results: ['story_id'],
  blocking_dependencies: ['number'],
  story_dependencies: ['story', 'depends_on'],
  epic_dependencies: ['epic', 'depends_on'],
};

function sorted(key: string, value: unknown, bindings: Bindings): unknown {
  const fields = orders[key];
  if (fields === undefined || !Array.isArray(value)) {
    return value;
  }
  const rank = (item: Shape): string => translate(fields.map((field) => String(item[field])).join(' '), bindings);
  return value.toSorted((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
}

export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
