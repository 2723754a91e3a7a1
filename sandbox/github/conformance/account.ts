import { z } from 'zod';
import { checkDocument, type DocumentCheck } from './document-check.ts';
import type { AnsweredExchange } from './exchanges.ts';
import { checkExchange, findPath, type OpenApi } from './openapi.ts';
import { checkRequest, type TakenBy } from './request-check.ts';

/** GitHub's own description: what its answers hold, and what it takes with each call. */
export interface Description {
  readonly openapi: OpenApi;
  readonly taken: Readonly<Record<string, TakenBy>>;
}

/** What was overheard, held against GitHub's description. */
export interface Account {
  note(exchange: AnsweredExchange): void;
  /** How many REST answers were checked, by status. */
  answers(): ReadonlyMap<number, number>;
  /** How often each described call was made, by `METHOD /path`. */
  calls(): ReadonlyMap<string, number>;
  /** Each GraphQL document with what it asks for. */
  documents(): ReadonlyMap<string, DocumentCheck>;
  graphqlAnswers(): number;
  /** Requests that nothing in the description fits. */
  unknown(): readonly string[];
  violations(): readonly string[];
}

const questionSchema = z.object({ query: z.string() });
const errorsSchema = z.object({ errors: z.array(z.object({ type: z.string().optional(), message: z.string() })) });
// What is not there, and what a mutation cannot do now, are told as errors beside the data.
const usualErrors = ['NOT_FOUND', 'UNPROCESSABLE', 'FORBIDDEN'];

/** An account of nothing so far. */
export function createAccount({ openapi, taken }: Description): Account {
  const answers = new Map<number, number>();
  const calls = new Map<string, number>();
  const documents = new Map<string, DocumentCheck>();
  const unknown = new Set<string>();
  const violations = new Set<string>();
  let graphqlAnswers = 0;

  function noteRest(exchange: AnsweredExchange): void {
    const path = findPath(openapi, exchange.method, exchange.path);
    if (path === undefined) {
      unknown.add(`${exchange.method} ${exchange.path}`);
      return;
    }
    const call = `${exchange.method} ${path}`;
    increase(answers, exchange.status);
    increase(calls, call);
    // An answer without a body because the asker has it already is described nowhere, since it may be any.
    if (exchange.status !== 304) for (const problem of checkExchange(openapi, exchange)) violations.add(problem);
    for (const problem of checkRequest(taken[call] ?? { query: [] }, exchange)) violations.add(`${call}: ${problem}`);
  }

  function noteGraphql(exchange: AnsweredExchange): void {
    const question = questionSchema.safeParse(exchange.requestBody);
    if (!question.success) {
      violations.add('POST /graphql: no query in the request');
      return;
    }
    graphqlAnswers += 1;
    const { query } = question.data;
    const check = documents.get(query) ?? checkDocument(query);
    documents.set(query, check);
    for (const problem of check.problems) violations.add(`POST /graphql: ${problem}`);
    for (const { type, message } of errorsSchema.safeParse(exchange.body).data?.errors ?? []) {
      if (!usualErrors.includes(type ?? '')) violations.add(`POST /graphql: answered with the error "${message}"`);
    }
  }

  return {
    note: (exchange) => (exchange.transport === 'graphql' ? noteGraphql(exchange) : noteRest(exchange)),
    answers: () => answers,
    calls: () => calls,
    documents: () => documents,
    graphqlAnswers: () => graphqlAnswers,
    unknown: () => [...unknown],
    violations: () => [...violations],
  };
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
