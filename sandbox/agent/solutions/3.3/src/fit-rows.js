import { columnWidths } from './columns.js';
import { shorten } from './shorten.js';
import { wrap } from './wrap.js';

const narrowest = 4;

const overflows = {
  shorten: (cell, room) => [shorten(cell, room)],
  wrap: (cell, room) => wrap(cell, room).split('\n'),
};

/**
 * Rows whose columns fit into the width that is available; the widest columns give way first.
 *
 * @param {string[][]} rows
 * @param {number} available
 * @param {{gap?: number, overflow?: 'shorten' | 'wrap'}} [options]
 * @returns {string[][]}
 */
export function fitRows(rows, available, { gap = 2, overflow = 'shorten' } = {}) {
  const wanted = columnWidths(rows);
  const widths = shrink(wanted, available - gap * Math.max(0, wanted.length - 1));
  return rows.flatMap((row) => fitRow(row, widths, overflows[overflow]));
}

function shrink(wanted, room) {
  const widths = [...wanted];
  let excess = widths.reduce((sum, one) => sum + one, 0) - room;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest] <= narrowest) break;
    widths[widest] -= 1;
    excess -= 1;
  }
  return widths;
}

/** One row as the rows it takes: several where a cell is wrapped. */
function fitRow(row, widths, overflow) {
  const cells = row.map((cell, index) => overflow(cell, Math.max(2, widths[index])));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''));
}
