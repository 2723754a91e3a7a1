import { formatBytes } from './bytes.js';
import { formatDuration } from './duration.js';

const rules = { left: ':---', right: '---:', center: ':---:' };
const formats = { duration: (value) => formatDuration(value), bytes: (value) => formatBytes(value) };

/**
 * A table in Markdown; numbers are told as `format` says, column by column.
 *
 * @param {string[]} header
 * @param {(string | number)[][]} rows
 * @param {{align?: ('left' | 'right' | 'center' | undefined)[], format?: ('duration' | 'bytes' | undefined)[]}} [options]
 * @returns {string}
 */
export function markdownTable(header, rows, { align = [], format = [] } = {}) {
  return [
    line(header.map(escapeCell)),
    line(header.map((_, index) => rules[align[index]] ?? '---')),
    ...rows.map((row) => line(row.map((value, index) => escapeCell(tell(value, format[index]))))),
  ].join('\n');
}

function tell(value, format) {
  const formatted = typeof value === 'number' ? formats[format]?.(value) : undefined;
  return formatted ?? String(value);
}

function escapeCell(text) {
  return text.replaceAll('|', '\\|').replaceAll(/\r\n|\n|\r/g, '<br>');
}

function line(cells) {
  return `| ${cells.join(' | ')} |`;
}
