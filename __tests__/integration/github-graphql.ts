import { schema } from '@octokit/graphql-schema';
import { buildSchema, graphqlSync } from 'graphql';
import type { Exchange, Handler } from './github-server.ts';

// GitHub's schema defines two fields of `EnterpriseOwnerInfo` twice, which graphql-js refuses by default.
const github = buildSchema(schema.idl, { assumeValid: true, assumeValidSDL: true });

const viewer = { __typename: 'User', login: 'orchestrate[bot]' };

/** A page of a GraphQL connection; cursors are positions. */
export function connect(all: readonly unknown[]): (args: { first: number; after?: string | null }) => unknown {
  return ({ first, after }) => {
    const start = after === null || after === undefined ? 0 : Number(after);
    const end = start + first;
    return { pageInfo: { hasNextPage: end < all.length, endCursor: String(end) }, nodes: all.slice(start, end) };
  };
}

/** Answers queries from plain data, held to GitHub's own schema: what does not fit is an error in the answer. */
export function answerGraphql(root: Readonly<Record<string, unknown>>): Handler {
  return ({ body }: Exchange) => {
    const { query, variables } = body as { query: string; variables: Record<string, unknown> };
    return {
      body: graphqlSync({ schema: github, source: query, rootValue: { viewer, ...root }, variableValues: variables }),
    };
  };
}
