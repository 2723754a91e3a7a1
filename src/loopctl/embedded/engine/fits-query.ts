type Query = Readonly<Record<string, string | undefined>>;

/** Whether a row has what the query asks of these fields; a field that the query leaves out may be anything. */
export function fitsQuery(row: object, query: Query, fields: readonly string[]): boolean {
  const values = row as Readonly<Record<string, unknown>>;
  return fields.every((field) => query[field] === undefined || values[field] === query[field]);
}
