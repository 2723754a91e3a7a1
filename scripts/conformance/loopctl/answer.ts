/** What a server says to a request, recorded or now. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
