import type { Seen } from '../core/repository-settings.ts';
import { RemoteError } from '../errors.ts';

/** What was read, or why GitHub does not show it to this token; `remedy` says what would bring it into sight. */
export async function look<T>(remedy: string, read: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { kind: 'seen', value: await read() };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { kind: 'unseen', because: error.message, remedy };
  }
}
