/** A request GitHub would refuse, with the status and the words it would use. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly Readonly<Record<string, unknown>>[] | undefined;

  constructor(status: number, message: string, errors?: readonly Readonly<Record<string, unknown>>[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

/** The 422 GitHub answers when a field of a request is no good. */
export function invalid(resource: string, field: string, code: string, message?: string): Refusal {
  const error = { resource, field, code, ...(message === undefined ? {} : { message }) };
  return new Refusal(422, 'Validation Failed', [error]);
}
