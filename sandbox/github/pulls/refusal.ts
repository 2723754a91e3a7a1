/** What is wrong with one field, or a sentence where GitHub answers just that. */
export type RefusedField = string | Readonly<Record<string, unknown>>;

/** A request GitHub would refuse, with the status and the words it would use. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly errors: readonly RefusedField[] | undefined;

  constructor(status: number, message: string, errors?: readonly RefusedField[]) {
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
