/**
 * Whether a path matches a glob: `*` and `?` within a segment, `**` for any number of segments, everything else
 * literal; a trailing slash means all that is below. Linear enough for hostile patterns: no regular expression.
 */
export function matchesGlob(path: string, glob: string): boolean {
  return matchesSegments(path.split('/'), segmentsOf(glob));
}

function segmentsOf(glob: string): readonly string[] {
  const relative = glob.replace(/^(\.?\/)+/, '');
  const segments = (relative.endsWith('/') ? `${relative}**` : relative).split('/');
  return segments.filter((segment, index) => segment !== '**' || segments[index + 1] !== '**');
}

/** Wildcard matching over segments: `row[i]` tells whether the globs so far match the first `i` segments of the path. */
function matchesSegments(path: readonly string[], glob: readonly string[]): boolean {
  let row = [true, ...path.map(() => false)];
  for (const pattern of glob) {
    const above = row;
    row = pattern === '**' ? spread(above) : shift(above, (index) => matchesSegment(path[index] ?? '', pattern));
  }
  return row.at(-1) === true;
}

function spread(row: readonly boolean[]): boolean[] {
  const first = row.indexOf(true);
  return row.map((_, index) => first !== -1 && index >= first);
}

function shift(row: readonly boolean[], matches: (index: number) => boolean): boolean[] {
  return row.map((_, index) => index > 0 && row[index - 1] === true && matches(index - 1));
}

/** Greedy, going back to the last star only: at most the product of both lengths. */
function matchesSegment(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next;
      next += 1;
      resume = at;
    } else if (pattern[next] === '?' || pattern[next] === text[at]) {
      at += 1;
      next += 1;
    } else if (star !== -1) {
      resume += 1;
      at = resume;
      next = star + 1;
    } else {
      return false;
    }
  }
  return [...pattern.slice(next)].every((rest) => rest === '*');
}
