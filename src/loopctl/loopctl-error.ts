/** loopctl said no: the request was understood and nothing changed. `code` is null where loopctl gives none. */
export class LoopctlRefusal extends Error {
  override readonly name = 'LoopctlRefusal';
  readonly status: number;
  readonly code: string | null;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(facts: {
    readonly call: string;
    readonly status: number;
    readonly code: string | null;
    readonly message: string;
    readonly context: Readonly<Record<string, unknown>>;
  }) {
    super(
      `loopctl refused to ${facts.call}: ${facts.message} (${[facts.status, facts.code].filter(Boolean).join(' ')})`,
    );
    this.status = facts.status;
    this.code = facts.code;
    this.context = facts.context;
  }
}

/** loopctl could not be reached, or what answered was not loopctl. */
export class LoopctlRemoteError extends Error {
  override readonly name = 'LoopctlRemoteError';
  readonly status: number | null;
  readonly mayRetry: boolean;

  constructor(
    message: string,
    facts: { readonly status: number | null; readonly mayRetry: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.status = facts.status;
    this.mayRetry = facts.mayRetry;
  }
}

/** The stored state cannot be used as it is; `path` is the file at fault and `remedy` what a person can do. */
export class StoredStateError extends Error {
  override readonly name = 'StoredStateError';
  readonly code: 'state_unreadable' | 'state_newer';
  readonly path: string;
  readonly remedy: string;

  constructor(facts: {
    readonly code: 'state_unreadable' | 'state_newer';
    readonly path: string;
    readonly detail: string;
    readonly remedy: string;
    readonly cause?: unknown;
  }) {
    super(`${facts.path}: ${facts.detail}. ${facts.remedy}`, { cause: facts.cause });
    this.code = facts.code;
    this.path = facts.path;
    this.remedy = facts.remedy;
  }
}

/** Another writer changed what we worked from, so that what we did would no longer come out the same; nothing was kept. */
export class StoredStateConflict extends Error {
  override readonly name = 'StoredStateConflict';
  readonly code = 'state_conflict';
}
