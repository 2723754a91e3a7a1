import { fieldsOf, rowsOf, showValue, type View, valueAt } from './view.ts';

/** For people at a terminal: a table, fields, or text. */
export function renderHuman(document: unknown, view: View): string {
  switch (view.kind) {
    case 'rows':
      return ended(renderRows(document, view));
    case 'fields':
      return ended(renderFields(document));
    case 'text':
      return ended(withoutControls(view.render(document)));
  }
}

function renderRows(document: unknown, { columns, none }: Extract<View, { kind: 'rows' }>): string {
  const rows = rowsOf(document).map((row) => columns.map(({ path }) => oneLine(showValue(valueAt(row, path)))));
  if (rows.length === 0) return none;
  const table = [columns.map(({ title }) => title.toUpperCase()), ...rows];
  const widths = columns.map((_, index) => Math.max(...table.map((row) => row[index]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function renderFields(document: unknown): string {
  const fields = fieldsOf(document);
  const width = Math.max(0, ...fields.map(([path]) => path.length));
  return fields.map(([path, value]) => `${path.padEnd(width)}  ${oneLine(showValue(value))}`.trimEnd()).join('\n');
}

function oneLine(text: string): string {
  return withoutControls(text).replaceAll(/\s+/g, ' ').trim();
}

/** Titles and texts come from anywhere: what a terminal would obey is not printed. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|\p{Cf}/gu, '');
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
