import type { ScaleOptions } from '@observablehq/plot';

/** The ticks of an axis that counts from nothing to the most: about as many as wished, each a whole number, none twice. */
export function wholeTicks(most: number, wished: number): Pick<ScaleOptions, 'ticks' | 'tickFormat'> {
  return { ticks: Math.max(1, Math.min(most, wished)), tickFormat: 'd' };
}
