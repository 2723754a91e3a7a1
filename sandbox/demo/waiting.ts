import { reasons } from '../../src/core/reasons.ts';
import type { Board } from './board.ts';

/** What waits for a person, as the last pass said: the story, and what is asked. */
export function waitingForPeople({ holds }: Board): readonly (readonly [string, string])[] {
  const theirs = Object.values(reasons).filter(({ who }) => who === 'person');
  return [...holds].filter(([story, text]) => story !== '-' && theirs.some(({ title }) => text.startsWith(title)));
}
