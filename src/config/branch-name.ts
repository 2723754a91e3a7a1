/**
 * Why a text cannot be the short name of a branch, or null when it can.
 * The rules are git's own: https://git-scm.com/docs/git-check-ref-format
 */
export function findBranchFault(name: string): string | null {
  if (name === '') return 'must not be empty';
  if (name.startsWith('refs/')) return 'must be the short name of a branch, without `refs/heads/`';
  if (name.startsWith('-') || name === '@' || name === 'HEAD') return 'is not a name that git allows for a branch';
  if (/[\p{Cc} ~^:?*[\\]|\.\.|@\{/u.test(name)) return 'contains characters that git forbids in branch names';
  const isPartFaulty = (part: string): boolean => part === '' || part.startsWith('.') || /(\.|\.lock)$/.test(part);
  return name.split('/').some(isPartFaulty) ? 'is not a name that git allows for a branch' : null;
}
