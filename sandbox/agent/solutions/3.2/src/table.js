import { columnWidths } from './columns.js';
import { count } from './count.js';
import { pad } from './pad.js';

const styles = {
  box: { line: '─', side: '│', top: '┌┬┐', middle: '├┼┤', bottom: '└┴┘' },
  ascii: { line: '-', side: '|', top: '+++', middle: '+++', bottom: '+++' },
};

/**
 * A table with a header and borders.
 *
 * @param {string[]} header
 * @param {string[][]} rows
 * @param {{style?: 'box' | 'ascii', things?: [string] | [string, string]}} [options] `things` names what the rows are,
 *   one and many; a line below counts them
 * @returns {string}
 */
export function table(header, rows, { style = 'box', things } = {}) {
  const look = styles[style];
  if (look === undefined) throw new RangeError(`"${style}" is no style: ${Object.keys(styles).join(' or ')}`);
  const widths = columnWidths([header, ...rows]);
  return [
    rule(look, look.top, widths),
    line(look, header, widths),
    rule(look, look.middle, widths),
    ...rows.map((row) => line(look, row, widths)),
    rule(look, look.bottom, widths),
    ...(things === undefined ? [] : [count(rows.length, ...things)]),
  ].join('\n');
}

function rule(look, [left, cross, right], widths) {
  return left + widths.map((columnWidth) => look.line.repeat(columnWidth + 2)).join(cross) + right;
}

function line(look, cells, widths) {
  const padded = widths.map((columnWidth, index) => ` ${pad(cells[index] ?? '', columnWidth)} `);
  return look.side + padded.join(look.side) + look.side;
}
