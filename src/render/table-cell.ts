import { sanitiseLine } from './sanitise.ts';

/** Text of others in one cell of a table, which it cannot end. */
export function renderCell(text: string, limit = 300): string {
  return sanitiseLine(text, limit).replace(/[\\|]/g, '\\$&');
}
