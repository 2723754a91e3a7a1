import { isShape } from './compare.ts';

type Shape = Readonly<Record<string, unknown>>;

/** A recorded answer and ours, each without what the recorder left out of the one or wrote into it. */
export interface Comparable {
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * Where the recorder kept only some rows it wrote how many there were: `[10 stories]` in their place, `23 entries; last
 * 4 kept` beside them, or the kinds of all of them. What it counted is compared, and of our rows those it kept.
 */
export function withoutRemarks(expected: unknown, actual: unknown): Comparable {
  if (!isShape(expected) || !isShape(actual)) {
    return { expected, actual };
  }
  const { kinds, note, ...rest } = expected;
  const remark = /^(\d+) [^,;]+[,;] (first|last) (\d+) kept$/.exec(String(note));
  const rows = Object.keys(rest).find((key) => Array.isArray(rest[key]) && Array.isArray(actual[key]));
  const whole = rows === undefined ? [] : (actual[rows] as readonly unknown[]);
  if (Array.isArray(kinds) && rows !== undefined) {
    const kept = (rest[rows] as readonly unknown[]).length;
    const ours = { ...actual, [rows]: whole.slice(0, kept), kinds: whole.map(kindOf) };
    return { expected: { ...rest, kinds }, actual: ours };
  }
  if (remark !== null && rows !== undefined) {
    const [count, kept] = [Number(remark[1]), Number(remark[3])];
    const ours = remark[2] === 'first' ? whole.slice(0, kept) : whole.slice(-kept);
    return { expected: { ...rest, rows: count }, actual: { ...actual, [rows]: ours, rows: whole.length } };
  }
  return { expected: rest, actual: sized(rest, counted(rest, actual)) };
}

/** Where the recorder wrote how large something was, ours is as large. */
function sized(expected: unknown, actual: unknown): unknown {
  const size = /^\(([\d.]+) MB\)$/.exec(typeof expected === 'string' ? expected : '')?.[1];
  if (size !== undefined) {
    return (JSON.stringify(actual).length / 1_000_000).toFixed(1) === size ? expected : actual;
  }
  return isShape(expected) && isShape(actual)
    ? Object.fromEntries(Object.entries(actual).map(([key, value]) => [key, sized(expected[key], value)]))
    : actual;
}

/** Of our answer only the fields that the recording has, row by row. */
export function keptFields(expected: unknown, actual: unknown): unknown {
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.map((item, index) => keptFields(item, actual[index]));
  }
  if (isShape(expected) && isShape(actual)) {
    return Object.fromEntries(Object.keys(expected).map((key) => [key, keptFields(expected[key], actual[key])]));
  }
  return actual;
}

function counted(expected: Shape, actual: Shape): Shape {
  return Object.fromEntries(
    Object.entries(actual).map(([key, value]) => {
      const count = /^\[(\d+)\b.*\]$/.exec(String(expected[key]))?.[1];
      return [key, Array.isArray(value) && value.length === Number(count) ? expected[key] : value];
    }),
  );
}

function kindOf(row: unknown): string {
  return isShape(row) ? `${String(row['entity_type'])}:${String(row['action'])}` : '';
}
