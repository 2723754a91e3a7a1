import type { Shown } from '../core/shown.ts';
import { digestText } from '../github/issue-digest.ts';
import type { Surface } from '../render/surface.ts';

/** What a surface says, in a few letters: by it is known whether what was last shown there says the same. */
export function digestSurface(surface: Surface): string {
  return digestText(JSON.stringify(surface));
}

/** What is remembered of a surface that a decision has written: at the pass's end it is not written once more. */
export function rememberShown(surface: Surface, { id, note }: Omit<Shown[string], 'digest'>): Shown {
  return { [surface.key]: { id, digest: digestSurface(surface), note } };
}
