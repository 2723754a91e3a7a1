import { z } from 'zod';
import { LoopctlRefusal, LoopctlTrouble } from './loopctl-error.ts';
import type { Identity } from './port.ts';
import type { LoopctlRequest, LoopctlResponse, Transport } from './transport.ts';

const refusalSchema = z.object({
  error: z.looseObject({
    message: z.string(),
    code: z.string().optional(),
    context: z.record(z.string(), z.unknown()).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/** Sends a request in an identity's name and reads its answer; a refusal is thrown as such. */
export async function ask<Schema extends z.ZodType>(
  transport: Transport,
  identity: Identity,
  request: LoopctlRequest,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const response = await transport.send(identity, request);
  if (response.status >= 400) {
    throw refusalOf(request, response);
  }
  return readAnswer(request, response, schema);
}

/** As `ask`, but what is not found is null. */
export async function askIfThere<Schema extends z.ZodType>(
  transport: Transport,
  identity: Identity,
  request: LoopctlRequest,
  schema: Schema,
): Promise<z.infer<Schema> | null> {
  const response = await transport.send(identity, request);
  if (response.status === 404 && refusalSchema.safeParse(response.body).success) {
    return null;
  }
  if (response.status >= 400) {
    throw refusalOf(request, response);
  }
  return readAnswer(request, response, schema);
}

/** The answer's body in the form expected; anything else does not come from loopctl. */
export function readAnswer<Schema extends z.ZodType>(
  request: LoopctlRequest,
  response: LoopctlResponse,
  schema: Schema,
): z.infer<Schema> {
  const parsed = schema.safeParse(response.body);
  if (!parsed.success) {
    const message = `loopctl's answer to ${nameOf(request)} is not of the expected form: ${z.prettifyError(parsed.error)}`;
    throw trouble(message, request, response, parsed.error);
  }
  return parsed.data;
}

/** The error that a refused request is thrown as; an answer without loopctl's envelope is trouble on the way. */
export function refusalOf(request: LoopctlRequest, response: LoopctlResponse): LoopctlRefusal | LoopctlTrouble {
  const parsed = refusalSchema.safeParse(response.body);
  if (!parsed.success) {
    const message = `${nameOf(request)} was answered ${response.status} by something that is not loopctl.`;
    return trouble(message, request, response, parsed.error);
  }
  const { message, code, context, details } = parsed.data.error;
  return new LoopctlRefusal({
    request: nameOf(request),
    status: response.status,
    code: code ?? null,
    message: details === undefined ? message : `${message}: ${JSON.stringify(details)}`,
    context: context ?? {},
  });
}

function trouble(message: string, request: LoopctlRequest, response: LoopctlResponse, cause: unknown): LoopctlTrouble {
  const facts = { request: nameOf(request), status: response.status, requestId: null, cause };
  return new LoopctlTrouble(message, { ...facts, retryable: response.status >= 500 });
}

/** Method and path, as errors name a request. */
export function nameOf(request: LoopctlRequest): string {
  return `${request.method} ${request.path}`;
}
