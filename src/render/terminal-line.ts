import { plainLine } from './sanitise.ts';

/** Text from outside as a line on a terminal. Nobody is called there, and what it shows is copied: nothing unseen is in it. */
export function terminalLine(text: string, limit = 500): string {
  return plainLine(text, limit).replaceAll('\u200B', '');
}
