/** A request that is answered by something that went wrong. */
export interface Fault {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Pattern of its path below the API's root; GraphQL's is `/graphql`. */
  readonly path: string;
  /** Only requests whose body holds this text; empty for all. */
  readonly body: string;
  /** Whether it is carried out all the same, so that only its answer is lost. */
  readonly isCarriedOut: boolean;
  readonly status: number;
  /** In seconds; null where the answer does not say. */
  readonly retryAfter: number | null;
  /** How many requests it happens to. */
  readonly times: number;
}

/** What is out of the ordinary about a GitHub, beside what its repository is set to. */
export interface Conditions {
  /** An Enterprise Server has no asynchronous merges and no merge queue, and tells less about its rules. */
  readonly edition: Edition;
  readonly faults: readonly Fault[];
  /** How long an asynchronous merge is pending, in milliseconds. */
  readonly mergeDelayMs: number;
}

export type Edition = 'github.com' | 'enterprise-server';

/** github.com on a day on which nothing goes wrong. */
export const usualConditions: Conditions = { edition: 'github.com', faults: [], mergeDelayMs: 0 };
