import { ConfigurationError, RemoteError } from '../errors.ts';

/** loopctl said no: the request was understood and nothing changed. `code` is null where loopctl gives none. */
export class LoopctlRefusal extends Error {
  override readonly name = 'LoopctlRefusal';
  readonly status: number;
  readonly code: string | null;
  readonly context: Readonly<Record<string, unknown>>;

  constructor(facts: {
    readonly request: string;
    readonly status: number;
    readonly code: string | null;
    readonly message: string;
    readonly context: Readonly<Record<string, unknown>>;
  }) {
    const tags = [facts.status, facts.code].filter((tag) => tag !== null);
    super(`loopctl refused ${facts.request}: ${facts.message} (${tags.join(' ')})`);
    this.status = facts.status;
    this.code = facts.code;
    this.context = facts.context;
  }
}

/** Trouble on the way to loopctl, or an answer that is not loopctl's. */
export class LoopctlTrouble extends RemoteError {}

/** The stored state cannot be used as it is; `path` is the file at fault. */
export class StoredStateError extends ConfigurationError {
  readonly code: 'state_unreadable' | 'state_newer';
  readonly path: string;

  constructor(facts: {
    readonly code: 'state_unreadable' | 'state_newer';
    readonly path: string;
    readonly detail: string;
    readonly remedy: string;
    readonly cause?: unknown;
  }) {
    super(`${facts.path} on the state branch cannot be used: ${facts.detail}.`, facts);
    this.code = facts.code;
    this.path = facts.path;
  }
}

/** Another writer changed what we worked from, so that what we did would come out differently; nothing was kept. */
export class StoredStateConflict extends RemoteError {
  readonly code = 'state_conflict';

  constructor(detail: string) {
    super(`Another writer changed the state branch meanwhile: ${detail}. Nothing of it was kept.`, {
      request: 'push of the state branch',
      status: 409,
      requestId: null,
      retryable: true,
    });
  }
}
