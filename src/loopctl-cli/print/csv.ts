import { fieldsOf, rowsOf, showValue, type View, valueAt } from './view.ts';

/** Comma-separated values (RFC 4180), a line of heads first. */
export function renderCsv(document: unknown, view: View): string {
  return tableOf(document, view)
    .map((row) => `${row.map(quote).join(',')}\r\n`)
    .join('');
}

function tableOf(document: unknown, view: View): readonly (readonly string[])[] {
  if (view.kind === 'rows') {
    const { columns } = view;
    const rows = rowsOf(document).map((row) => columns.map(({ path }) => showValue(valueAt(row, path))));
    return [columns.map(({ title }) => title), ...rows];
  }
  const fields = fieldsOf(document);
  return [fields.map(([path]) => path), fields.map(([, value]) => showValue(value))];
}

function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
