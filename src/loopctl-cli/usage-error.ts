/** What was typed is no command that there is, or not the whole of one. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The command that it is about, where that much was understood. */
  readonly command: string | null;

  constructor(message: string, command: string | null = null) {
    super(message);
    this.command = command;
  }
}
