import { distance } from 'fastest-levenshtein';

/** The candidate that a mistyped word was most likely meant to be; null when none is near enough to suggest. */
export function findNearest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, steps: distance(typed, candidate.toLowerCase()) }))
    .sort((left, right) => left.steps - right.steps);
  const best = ranked[0];
  if (best === undefined) return null;
  const tolerance = Math.max(2, Math.floor(Math.max(word.length, best.candidate.length) / 3));
  return best.steps <= tolerance ? best.candidate : null;
}
