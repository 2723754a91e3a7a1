/** Something the user can mend: what is wrong, and what to do about it. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly remedy: string;

  constructor(message: string, facts: { readonly remedy: string; readonly cause?: unknown }) {
    super(message, { cause: facts.cause });
    this.remedy = facts.remedy;
  }
}

/**
 * A remote service did not do what was asked, or its answer was lost. `status` is null when no answer came back.
 * `retryable` says that the same request may succeed later; whether it already had its effect must be read, not assumed.
 */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  /** Method and path, without host, query or credentials. */
  readonly request: string;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly retryable: boolean;
  /** Refused, or not even sent, only because too much was asked. */
  readonly isTooMuch: boolean;
  /** Fields of a query that the server does not have. */
  readonly unknownFields: readonly string[];

  constructor(
    message: string,
    facts: {
      readonly request: string;
      readonly status: number | null;
      readonly requestId: string | null;
      readonly retryable: boolean;
      readonly isTooMuch?: boolean;
      readonly unknownFields?: readonly string[];
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: facts.cause });
    this.request = facts.request;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.retryable = facts.retryable;
    this.isTooMuch = facts.isTooMuch === true;
    this.unknownFields = facts.unknownFields ?? [];
  }
}
