/** Why a text does not name a file or folder inside the repository, or null when it does. */
export function findPathFault(path: string): string | null {
  if (path === '') return 'must not be empty';
  if (path.startsWith('/')) return 'must be relative to the root of the repository';
  if (path.includes('\\')) return 'must be written with forward slashes';
  if (/\p{Cc}/u.test(path)) return 'must not contain control characters';
  const parts = path.split('/');
  if (parts.includes('..') || parts.includes('.')) return 'must be written without `.` and `..`';
  if (parts.includes('')) return 'must not have an empty part';
  if (parts.some((part) => part.toLowerCase() === '.git')) return 'must not lie inside `.git`';
  return null;
}
