import { checkSchema, type Schema } from './schema-check.ts';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
  readonly $ref?: string;
}

interface Operation {
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}

/** GitHub's REST description, or a part of it. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Content>>;
  };
}

export interface Exchange {
  readonly method: string;
  /** Below the API's root: `/repos/acme/lib/pulls/7`. */
  readonly path: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly body: unknown;
}

/** Refusals that GitHub gives on any path, though the description lists them on few. */
const anywhere: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'requires_authentication',
  403: 'forbidden',
  404: 'not_found',
  405: 'forbidden',
  409: 'conflict',
  422: 'validation_failed',
};

/** Where an exchange differs from the description, one line each; empty when it fits. */
export function checkExchange(openapi: OpenApi, exchange: Exchange): readonly string[] {
  const name = `${exchange.method} ${exchange.path}`;
  const operation = findOperation(openapi, exchange);
  // What GitHub does not have either must be answered as GitHub answers it.
  if (operation === undefined) return exchange.status === 404 ? [] : [`${name}: not in the description`];
  const resolve = (reference: string): Schema => openapi.components.schemas[lastPart(reference)] ?? {};
  const asked = exchange.status < 400 ? schemaOf(openapi, operation.requestBody) : null;
  const request =
    asked === null || exchange.requestBody === undefined
      ? []
      : checkSchema(exchange.requestBody, asked, resolve, 'request');
  const answer = operation.responses[exchange.status] ?? genericRefusal(exchange.status);
  if (answer === undefined) return [`${name}: ${exchange.status} is not a described answer`];
  const schema = schemaOf(openapi, answer);
  const response = schema === null ? emptyBody(exchange) : checkSchema(exchange.body, schema, resolve, 'response');
  return [...request, ...response].map((problem) => `${name} ${exchange.status}: ${problem}`);
}

function genericRefusal(status: number): Content | undefined {
  const response = anywhere[status];
  return response === undefined ? undefined : { $ref: `#/components/responses/${response}` };
}

function emptyBody(exchange: Exchange): readonly string[] {
  return exchange.body === undefined || exchange.body === null || exchange.status >= 400
    ? []
    : ['response: a body where none is described'];
}

function schemaOf(openapi: OpenApi, content: Content | undefined): Schema | null {
  if (content === undefined) return null;
  const found = content.$ref === undefined ? content : openapi.components.responses[lastPart(content.$ref)];
  return found?.content?.['application/json']?.schema ?? null;
}

/** The described path that a request's path fits; the most particular one when several do. */
export function findPath(openapi: OpenApi, method: string, path: string): string | undefined {
  const fitting = Object.keys(openapi.paths).filter((template) => {
    return openapi.paths[template]?.[method.toLowerCase()] !== undefined && patternOf(template).test(path);
  });
  return fitting.toSorted((one, other) => literalLength(other) - literalLength(one))[0];
}

function findOperation(openapi: OpenApi, exchange: Exchange): Operation | undefined {
  const path = findPath(openapi, exchange.method, exchange.path);
  return path === undefined ? undefined : openapi.paths[path]?.[exchange.method.toLowerCase()];
}

// Refs, branches and paths may hold slashes, everything else is one segment.
function patternOf(template: string): RegExp {
  const pattern = template.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    /^(ref|branch|path|basehead)$/.test(name) ? '.*' : '[^/]+',
  );
  return new RegExp(`^${pattern}$`);
}

function literalLength(template: string): number {
  return template.replace(/\{\w+\}/g, '').length;
}

function lastPart(reference: string): string {
  return reference.split('/').at(-1) ?? '';
}
