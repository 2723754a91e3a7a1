import { roleOf } from '../auth/tokens.ts';
import { windowOf } from '../rest/rate-limit.ts';
import { actorNode } from './actor.ts';
import { checkNode, rollupNode } from './checks.ts';
import { type Arguments, type GraphqlContext, graphqlError, type Node } from './context.ts';
import { commentNode, issueNode } from './discussion.ts';

/** What a query starts from. */
export function queryRoot(context: GraphqlContext): Node {
  return {
    repository: (args: Arguments) => findRepository(context, args),
    node: (args: Arguments) => findNode(context, String(args['id'])),
    nodes: (args: Arguments) => (args['ids'] as readonly string[]).map((id) => findNode(context, id)),
    viewer: () => actorNode(context.site, context.caller.login),
    rateLimit: () => {
      const window = windowOf(context.site, context.meter, context.caller, 'graphql');
      const { limit, remaining, used } = window;
      return { cost: 1, nodeCount: 1, limit, remaining, used, resetAt: new Date(window.reset * 1000).toISOString() };
    },
  };
}

function findRepository(context: GraphqlContext, args: Arguments): Node {
  const { site, caller } = context;
  const isOurs = args['owner'] === site.repo().owner && args['name'] === site.repo().name;
  const isStranger = caller.kind === 'user' && roleOf(site, caller.login) === 'none';
  if (isOurs && !isStranger) return context.graph.repository();
  throw graphqlError(
    'NOT_FOUND',
    `Could not resolve to a Repository with the name '${args['owner']}/${args['name']}'.`,
  );
}

type NodeFinder = (context: GraphqlContext, key: string) => Node | null | undefined;

// By the prefix of the id, which says what kind of thing it is.
const finders: Readonly<Record<string, NodeFinder>> = {
  R: (context) => context.graph.repository(),
  PR: (context, key) => {
    const pull = context.site.tables.pulls.all().find((row) => String(row.id) === key);
    return pull === undefined ? null : context.graph.pull(pull.number);
  },
  I: (context, key) => {
    const issue = context.site.tables.issues.all().find((row) => !row.isPull && String(row.id) === key);
    return issue === undefined ? null : issueNode(context, issue);
  },
  IC: (context, key) => {
    const comment = context.site.tables.comments.get(Number(key));
    return comment === undefined ? null : commentNode(context, comment);
  },
  SCR: (context, key) => rollupNode(context, key),
  CR: (context, key) => {
    const check = context.site.tables.checks.get(Number(key));
    return check === undefined ? null : checkNode(context, check);
  },
};

function findNode(context: GraphqlContext, id: string): Node | Promise<Node | null> {
  const [prefix = '', key = ''] = id.split('_');
  const found = prefix === 'C' ? context.graph.commit(key) : finders[prefix]?.(context, key);
  if (found !== undefined && found !== null) return found;
  throw graphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
