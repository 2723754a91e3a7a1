/**
 * A body as JSON that a loopctl server can keep: a character that was cut in half is none to its parser, and PostgreSQL
 * has no place for NUL. Both stand in what agents and logs write; a ledger that is refused for it would be refused again
 * and again.
 */
export function toJson(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value,
  );
}
