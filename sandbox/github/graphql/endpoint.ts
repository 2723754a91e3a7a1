import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  parse,
  validate,
} from 'graphql';
import type { Context } from 'hono';
import { z } from 'zod';
import { type Caller, callerOf, tokenIn } from '../auth/tokens.ts';
import type { Edition } from '../conditions.ts';
import { Refusal } from '../pulls/refusal.ts';
import { rateHeaders, windowOf } from '../rest/rate-limit.ts';
import type { Services } from '../services.ts';
import { commitNode } from './commit.ts';
import type { GraphqlContext, Node } from './context.ts';
import { mutationRoot } from './mutations.ts';
import { pullNode } from './pull-request.ts';
import { queryRoot } from './query.ts';
import { repositoryNode } from './repository.ts';
import { githubSchema } from './schema.ts';

const requestBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Answers a GraphQL request: the document is judged by GitHub's schema, then resolved from the world. */
export async function serveGraphql(context: Context, services: Services): Promise<Response> {
  const { site, meter } = services;
  const caller = callerOf(site, tokenIn(context.req.header('authorization')) ?? '');
  if (caller === undefined) {
    tell(context, services, null, 401, 0);
    return context.json(
      { message: 'Bad credentials', documentation_url: 'https://docs.github.com/graphql', status: '401' },
      401,
    );
  }
  meter.count(caller, 'graphql');
  const body = requestBody.safeParse(await context.req.json().catch(() => undefined));
  const result = body.success
    ? await run(createContext(services, caller), body.data)
    : { errors: [{ message: 'A query attribute must be specified and must be a string.' }] };
  const text = JSON.stringify(result);
  tell(context, services, caller, 200, text.length);
  return context.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    date: new Date(site.now()).toUTCString(),
    ...rateHeaders(windowOf(site, meter, caller, 'graphql')),
  });
}

function createContext(services: Services, caller: Caller): GraphqlContext {
  const context: GraphqlContext = {
    ...services,
    caller,
    graph: {
      commit: (sha) => commitNode(context, sha),
      pull: (number) => pullNode(context, number),
      repository: () => repositoryNode(context),
    },
  };
  return context;
}

async function run(context: GraphqlContext, body: z.infer<typeof requestBody>): Promise<unknown> {
  const { edition } = context.site.conditions;
  const prepared = prepare(body.query, edition);
  if (prepared.kind === 'refused') return { errors: prepared.errors.map(errorView) };
  const schema = githubSchema(edition);
  const result: ExecutionResult = await execute({
    schema,
    document: prepared.document,
    rootValue: { ...queryRoot(context), ...mutationRoot(context) },
    contextValue: context,
    variableValues: body.variables ?? {},
    operationName: body.operationName ?? null,
    fieldResolver: resolveField,
  });
  return { data: result.data, ...(result.errors === undefined ? {} : { errors: result.errors.map(errorView) }) };
}

type Prepared =
  | { readonly kind: 'document'; readonly document: DocumentNode }
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLError[] };

const documents = new Map<string, Prepared>();
const documentsKept = 200;

// The same few documents come again and again, and judging one takes longer than answering it.
function prepare(query: string, edition: Edition): Prepared {
  const key = `${edition} ${query}`;
  const known = documents.get(key);
  if (known !== undefined) return known;
  const prepared = judge(query, edition);
  if (documents.size >= documentsKept) documents.clear();
  documents.set(key, prepared);
  return prepared;
}

function judge(query: string, edition: Edition): Prepared {
  try {
    const document = parse(query);
    const errors = validate(githubSchema(edition), document);
    return errors.length === 0 ? { kind: 'document', document } : { kind: 'refused', errors };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { kind: 'refused', errors: [error] };
  }
}

const resolveField: GraphQLFieldResolver<Node, GraphqlContext> = (source, args, _context, info) => {
  const value = source[info.fieldName];
  // Null would be a lie: GitHub may well have a value there.
  if (value === undefined) throw new Error(`The sandbox does not know ${info.parentType.name}.${info.fieldName}.`);
  return typeof value === 'function' ? value(args) : value;
};

function errorView(error: GraphQLError): Node {
  const { message, path, locations, extensions, originalError } = error;
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message);
  if (unknown !== null) return unknownFieldView(unknown[1] ?? '', unknown[2] ?? '', locations ?? []);
  const type = originalError instanceof Refusal ? 'UNPROCESSABLE' : extensions['type'];
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    locations: locations ?? [],
    message,
  };
}

/** In GitHub's words, by which one can tell that it is another edition. */
function unknownFieldView(fieldName: string, typeName: string, locations: GraphQLError['locations']): Node {
  return {
    path: ['query', fieldName],
    extensions: { code: 'undefinedField', typeName, fieldName },
    locations: locations ?? [],
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
  };
}

function tell(
  context: Context,
  { site }: Services,
  caller: GraphqlContext['caller'] | null,
  status: number,
  bytes: number,
): void {
  site.answered({
    kind: 'request',
    transport: 'graphql',
    method: context.req.method,
    path: '/graphql',
    status,
    tokenId: caller?.tokenId ?? null,
    tokenKind: caller?.kind ?? null,
    jobId: caller?.jobId ?? null,
    bytes,
  });
}
