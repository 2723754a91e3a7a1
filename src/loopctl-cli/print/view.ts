export type Format = 'json' | 'human' | 'csv';
export const formats: readonly Format[] = ['json', 'human', 'csv'];

/** A column of a table: its head, and where its value is in a row, such as `story.number`. */
export interface Column {
  readonly title: string;
  readonly path: string;
}

/** How what a command brings is shown to people; as JSON everything is shown as it is. */
export type View =
  | { readonly kind: 'rows'; readonly columns: readonly Column[]; readonly none: string }
  | { readonly kind: 'fields' }
  | { readonly kind: 'text'; readonly render: (document: unknown) => string };

/** For what is neither a list nor a story. */
export const asFields: View = { kind: 'fields' };

/** The value at a path of a document; undefined where there is none. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document);
}

/** The rows of a list, wherever the document keeps them. */
export function rowsOf(document: unknown): readonly unknown[] {
  const data = valueAt(document, 'data');
  return Array.isArray(data) ? data : [];
}

/** Every plain value of a document by its path; lists are given as JSON. */
export function fieldsOf(document: unknown, prefix = ''): readonly (readonly [path: string, value: unknown])[] {
  if (!isObject(document)) return [[prefix, document]];
  return Object.entries(document).flatMap(([key, value]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return isObject(value) && Object.keys(value).length > 0 ? fieldsOf(value, path) : [[path, value]];
  });
}

/** A value on one line. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
