import { spellOutInvisible } from './invisible-characters.ts';

/** A path as it can stand in a sentence: plain where it is plain, else quoted with everything odd spelled out. */
export function showPath(path: string): string {
  return /^[\w@+=.,/-]+$/.test(path) ? path : JSON.stringify(spellOutInvisible(path).slice(0, 500));
}
