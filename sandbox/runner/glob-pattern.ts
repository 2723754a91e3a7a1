const compiled = new Map<string, RegExp>();

/**
 * Whether a name passes a list of GitHub's filter patterns: the last pattern that matches decides, `!` takes away.
 * https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#filter-pattern-cheat-sheet
 */
export function matchesPatterns(patterns: readonly string[], name: string): boolean {
  let included = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!');
    if (toRegExp(negated ? pattern.slice(1) : pattern).test(name)) included = !negated;
  }
  return included;
}

function toRegExp(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const source = pattern.replace(/\*\*\/?|\*|\\.|[.^${}()|\\]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part.length === 2 ? part : `\\${part}`;
  });
  const fresh = new RegExp(`^${source}$`);
  compiled.set(pattern, fresh);
  return fresh;
}
