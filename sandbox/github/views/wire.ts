/** An answer's body, or part of one, in GitHub's own field names. The OpenAPI description is its type, in the tests. */
export type Wire = Readonly<Record<string, unknown>>;
