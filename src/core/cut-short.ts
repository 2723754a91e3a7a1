/** The most that is kept of one text that an agent or a log wrote: enough to act on, and the ledger stays small. */
const longest = 2000;

/** The text, or its beginning where it is longer than what is kept of one. */
export function cutShort(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
