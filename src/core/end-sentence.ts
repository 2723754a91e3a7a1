/** The text as a sentence: with a full stop, unless it brings an end of its own, as what GitHub says does. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
