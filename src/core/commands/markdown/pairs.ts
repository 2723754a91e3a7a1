import { runLength } from './run-length.ts';

interface Runs {
  readonly starts: number[];
  /** The first of them that was not left behind yet. */
  next: number;
}

/**
 * Finds the end of a code span, of a formula (`$$`) or of what is crossed out (`~~`) that begins at a place: a run of signs,
 * and the next run of as many of the same. For places that go forward only; takes linear time for all of them together.
 */
export function createPairFinder(text: string): (at: number) => number | null {
  const runs = collectRuns(text);
  return (at) => {
    const signs = signsAt(text, at);
    const same = signs === null ? undefined : runs.get(signs);
    if (signs === null || same === undefined) return null;
    while ((same.starts[same.next] ?? Number.POSITIVE_INFINITY) <= at) same.next += 1;
    const end = same.starts[same.next];
    return end === undefined ? null : end + signs.length;
  };
}

function signsAt(text: string, at: number): string | null {
  const sign = text[at];
  if (sign !== '`' && sign !== '$' && sign !== '~') return null;
  const length = runLength(text, at);
  return sign === '`' || length === 2 ? sign.repeat(length) : null;
}

function collectRuns(text: string): ReadonlyMap<string, Runs> {
  const runs = new Map<string, Runs>();
  for (const { 0: signs, index } of text.matchAll(/`+|\$+|~+/g)) {
    const known = runs.get(signs);
    if (known === undefined) runs.set(signs, { starts: [index], next: 0 });
    else known.starts.push(index);
  }
  return runs;
}
