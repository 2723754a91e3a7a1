/** A file of the store: what it is made from, by identity, and how. An empty text means that there is none. */
export interface StoredFile {
  readonly path: string;
  readonly madeFrom: readonly unknown[];
  readonly text: () => string;
}
