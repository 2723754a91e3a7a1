import type { Flight } from '../../src/core/ledger.ts';
import type { StoryState } from '../history/story-state.ts';

/** Each colour on a light page and on a dark one; on either it stands out from the page (WCAG 1.4.11: 3 to 1). */
export const colours = {
  blue: ['#2563c9', '#6ea3ff'],
  cyan: ['#0e8a9e', '#44c5d8'],
  purple: ['#7c4dd6', '#b294ff'],
  slate: ['#5b6572', '#a3adb8'],
  green: ['#1f8a4c', '#4fc57f'],
  orange: ['#c4600a', '#f09a4a'],
  red: ['#d1324a', '#ff7a88'],
  magenta: ['#c2378f', '#f284c6'],
  brown: ['#8a5a2b', '#c79a6b'],
  olive: ['#6f7d12', '#b5c24a'],
  gold: ['#a37800', '#e0b53f'],
  grey: ['#7b8591', '#8b96a3'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Colour = keyof typeof colours;

/** The page itself, and what is written on it. */
export const paper = {
  page: ['#ffffff', '#14181d'],
  panel: ['#f4f6f8', '#1d232a'],
  text: ['#1b2129', '#e6eaee'],
  quiet: ['#535d69', '#aab4bf'],
  line: ['#d5dae0', '#39424d'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** A colour as a chart names it: the page says which of the two it is. */
export function paint(colour: Colour): string {
  return `var(--${colour})`;
}

export const stateColours = {
  verified: 'green',
  reviewed: 'cyan',
  under_way: 'blue',
  waiting: 'grey',
} as const satisfies Record<StoryState, Colour>;

export const roleColours = {
  implement: 'blue',
  fix: 'cyan',
  review: 'purple',
  repair: 'slate',
} as const satisfies Record<Flight['role'], Colour>;

/** For what stories wait longest for, one after the other; the rest is grey. */
export const waitColours = ['orange', 'red', 'magenta', 'gold', 'brown', 'olive'] as const satisfies readonly Colour[];
