/** The most that is kept of one text that an agent or a log wrote: enough to act on, and the ledger stays small. */
const longest = 2000;

/** The text, or its beginning where it is longer than what is kept of one. */
export function cutShort(text: string): string {
  return cutTo(text, longest);
}

/** The text, or its beginning where it is longer than that. */
export function cutTo(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
