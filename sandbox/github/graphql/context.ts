import { GraphQLError } from 'graphql';
import { type Need, permits } from '../auth/permissions.ts';
import type { Caller } from '../auth/tokens.ts';
import type { Services } from '../services.ts';

/** The nodes that everything leads to: asked for here, since the graph has circles and imports may not. */
export interface Graph {
  commit(sha: string): Promise<Node | null>;
  pull(number: number): Node | null;
  repository(): Node;
}

export interface GraphqlContext extends Services {
  readonly caller: Caller;
  readonly graph: Graph;
}

export type Arguments = Readonly<Record<string, unknown>>;

/** A field's value: plain, or a function of the field's arguments. */
export type Field = unknown | ((args: Arguments) => unknown);

/** An object of the graph: its fields by GitHub's names. A field that is not there is not known here. */
export type Node = Readonly<Record<string, Field>>;

export type ErrorType = 'FORBIDDEN' | 'NOT_FOUND' | 'UNPROCESSABLE';

/** An error with the type GitHub puts beside its message. */
export function graphqlError(type: ErrorType, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Throws what GitHub answers when the token lacks a permission. */
export function demand(context: GraphqlContext, need: Need): void {
  if (permits(context.caller.permissions, need)) return;
  const holder = context.caller.kind === 'user' ? 'personal access token' : 'integration';
  throw graphqlError('FORBIDDEN', `Resource not accessible by ${holder}`);
}
