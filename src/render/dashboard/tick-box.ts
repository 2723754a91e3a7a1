import { tickMarker } from '../../core/ticks.ts';

/** A box that is a command: whoever ticks it has said so, and the next writing clears it. */
export function renderTickBox(command: string, says: string, indent = ''): string {
  return `${indent}- [ ] ${tickMarker(command)}${says}`;
}
