/** Pretty JSON with a newline at the end; the keys stand as the value has them. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** JSON with one row of each list a line: short, and a change of one row is a change of one line. */
export function rowsJson(value: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(value).map(([key, part]) => `  ${JSON.stringify(key)}: ${rowsText(part)}`);
  return `{\n${parts.join(',\n')}\n}\n`;
}

function rowsText(part: unknown): string {
  if (!Array.isArray(part) || part.length === 0) {
    return JSON.stringify(part);
  }
  return `[\n${part.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}
