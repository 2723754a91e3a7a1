export interface Reason {
  /** Who moves next: the loop by itself, GitHub or CI, or a person. */
  readonly who: 'loop' | 'ci' | 'person';
  readonly title: string;
  /** What is seen where it is said, and why that holds. */
  readonly detail: string;
  readonly remedy: string;
}

/** How a person says something to the loop, for the remedies: what is to be done, in the middle of a sentence. */
export function saying(command: string): string {
  return `comment \`/orchestrate ${command}\``;
}
