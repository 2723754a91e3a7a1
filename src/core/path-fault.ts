import { spellOutInvisible } from './invisible-characters.ts';

/** Why a path must not exist in a tree, or nothing: names that some file system or tool takes for something else. */
export function findPathFault(path: string): string | null {
  if (path.includes('\u{fffd}')) return 'its name is not UTF-8';
  if (spellOutInvisible(path) !== path || /[\t\n]/.test(path)) return 'its name holds control or invisible characters';
  if (path.includes('\\')) return 'its name holds a backslash';
  if (path.length > 1000) return 'its name is longer than 1000 characters';
  const segments = path.split('/');
  if (segments.some((segment) => ['', '.', '..'].includes(segment))) return 'its name climbs or repeats folders';
  if (segments.some(isGitFolder)) return "its name stands for git's own folder";
  return null;
}

/** Also as Windows sees it: letters' case, trailing dots and spaces, streams and short names do not matter there. */
function isGitFolder(segment: string): boolean {
  return /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(segment);
}
