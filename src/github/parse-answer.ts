import { z } from 'zod';
import { RemoteError } from '../errors.ts';

/** What GitHub answered, of the shape we rely on; an answer of another shape is refused by name, never guessed at. */
export function parseAnswer<T>(schema: z.ZodType<T>, data: unknown, request: string): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new RemoteError(
    `GitHub's answer to ${request} has another shape than expected: ${z.prettifyError(parsed.error)}`,
    {
      request,
      status: 200,
      requestId: null,
      retryable: false,
    },
  );
}
