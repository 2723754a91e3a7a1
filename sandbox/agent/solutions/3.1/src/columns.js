import { pad } from './pad.js';
import { width } from './width.js';

/**
 * Rows of cells as lines of text, each column as wide as its widest cell.
 *
 * @param {string[][]} rows
 * @param {{gap?: number, align?: ('left' | 'right' | 'center')[]}} [options]
 * @returns {string}
 */
export function columns(rows, { gap = 2, align = [] } = {}) {
  const widths = columnWidths(rows);
  return rows
    .map((row) =>
      widths
        .map((columnWidth, index) => pad(row[index] ?? '', columnWidth, align[index] ?? 'left'))
        .join(' '.repeat(gap))
        .trimEnd(),
    )
    .join('\n');
}

/**
 * The width of each column: that of its widest cell.
 *
 * @param {string[][]} rows
 * @returns {number[]}
 */
export function columnWidths(rows) {
  const most = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: most }, (_, index) => Math.max(...rows.map((row) => width(row[index] ?? ''))));
}
