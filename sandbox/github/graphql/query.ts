import { roleOf } from '../auth/tokens.ts';
import { windowOf } from '../rest/rate-limit.ts';
import { actorNode } from './actor.ts';
import { type Arguments, type GraphqlContext, graphqlError, type Node } from './context.ts';
import { issueNode } from './discussion.ts';

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

function findNode(context: GraphqlContext, id: string): Node {
  const { site } = context;
  const pull = site.tables.pulls.all().find((row) => `PR_${row.id}` === id);
  const issue = site.tables.issues.all().find((row) => !row.isPull && `I_${row.id}` === id);
  const found =
    id === `R_${site.repo().id}`
      ? context.graph.repository()
      : pull === undefined
        ? issue && issueNode(context, issue)
        : context.graph.pull(pull.number);
  if (found === undefined || found === null)
    throw graphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  return found;
}
