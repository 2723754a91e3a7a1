import type { TriggerFilter } from './parse-workflow.ts';

/** Whether a trigger listens to a branch: of several patterns the last that matches counts, `!` excludes. */
export function listensTo({ branches, branchesIgnore }: TriggerFilter, branch: string): boolean {
  if (branchesIgnore !== null) return !isAmong(branch, branchesIgnore);
  return branches === null || isAmong(branch, branches);
}

function isAmong(branch: string, patterns: readonly string[]): boolean {
  const last = patterns.findLast((pattern) => matchesPattern(branch, pattern.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
export function matchesPattern(branch: string, pattern: string): boolean {
  const source = pattern.replace(/\*\*|[*.^$(){}|\\]/g, (found) => {
    if (found === '**') return '.*';
    return found === '*' ? '[^/]*' : `\\${found}`;
  });
  try {
    return new RegExp(`^${source}$`).test(branch);
  } catch {
    // Not a pattern: taken as matching, since that is what has to be looked at.
    return true;
  }
}
