import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import { isLimited } from './rate-limit.ts';
import { Unsent } from './unsent.ts';

const headersSchema = z.record(z.string(), z.union([z.string(), z.number()]).optional());
const httpFailureSchema = z.object({
  name: z.literal('HttpError'),
  message: z.string(),
  status: z.number(),
  response: z.object({ headers: headersSchema }).optional(),
  cause: z.unknown(),
});
const graphqlFailureSchema = z.object({
  name: z.literal('GraphqlResponseError'),
  headers: headersSchema,
  errors: z.array(
    z.object({
      type: z.string().optional(),
      message: z.string(),
      extensions: z.object({ code: z.string().optional(), fieldName: z.string().optional() }).optional(),
    }),
  ),
});

/**
 * What went wrong with a request, as a `RemoteError`; anything that is no failure of the other side comes back as it is.
 * The cause is left behind on purpose: Octokit's errors carry the whole request.
 */
export function describeFailure(error: unknown, request: string): unknown {
  const graphql = graphqlFailureSchema.safeParse(error);
  if (graphql.success) return describeGraphqlFailure(graphql.data, request);
  const http = httpFailureSchema.safeParse(error);
  if (!http.success) return error;
  const { status, message, response, cause } = http.data;
  if (cause instanceof Unsent) return describeUnsent(cause, request);
  if (response === undefined) return describeLostConnection(message, request);
  const requestId = readRequestId(response.headers);
  const plain = message.replace(/ - https:\/\/\S+$/, '');
  const isTooMuch = isLimited({ status, header: headerOf(response.headers), body: () => message });
  return new RemoteError(`GitHub answered ${status} to ${request}: ${plain}${nameRequest(requestId)}`, {
    request,
    status,
    requestId,
    retryable: status >= 500 || isTooMuch,
    isTooMuch,
  });
}

/** A redirect where an answer was due: the repository was renamed or moved. */
export function describeRedirect(status: number, request: string): RemoteError {
  return new RemoteError(`GitHub answered ${status} to ${request}: it is no longer at this address`, {
    request,
    status,
    requestId: null,
    retryable: false,
  });
}

/** Where there was no leave to send it, that is what went wrong. */
function describeUnsent({ message, liftedAt, cause }: Unsent, request: string): unknown {
  if (liftedAt === null) return cause;
  return new RemoteError(`GitHub was not asked ${request}: ${message}`, {
    request,
    status: null,
    requestId: null,
    retryable: true,
    isTooMuch: true,
  });
}

function describeLostConnection(message: string, request: string): RemoteError {
  return new RemoteError(`GitHub gave no answer to ${request}: ${message}`, {
    request,
    status: null,
    requestId: null,
    retryable: true,
  });
}

function describeGraphqlFailure(failure: z.infer<typeof graphqlFailureSchema>, request: string): RemoteError {
  const requestId = readRequestId(failure.headers);
  const messages = failure.errors.map(({ message }) => message).join('; ');
  return new RemoteError(`GitHub could not answer ${request}: ${messages}${nameRequest(requestId)}`, {
    request,
    status: 200,
    requestId,
    // GitHub's own time-outs come without a type, and so does what it does not understand, which has a code.
    retryable: failure.errors.every(
      ({ type, extensions }) => type === 'RATE_LIMITED' || (type === undefined && extensions?.code === undefined),
    ),
    unknownFields: failure.errors.flatMap(({ extensions }) =>
      extensions?.code === 'undefinedField' ? (extensions.fieldName ?? []) : [],
    ),
    isTooMuch: failure.errors.some(({ type }) => type === 'RATE_LIMITED'),
  });
}

function headerOf(headers: z.infer<typeof headersSchema>): (name: string) => string | null {
  return (name) => (headers[name] === undefined ? null : String(headers[name]));
}

function readRequestId(headers: z.infer<typeof headersSchema>): string | null {
  const id = headers['x-github-request-id'];
  return id === undefined ? null : String(id);
}

function nameRequest(requestId: string | null): string {
  return requestId === null ? '' : ` (request ${requestId})`;
}
