import { connection } from './connection.ts';
import { type Arguments, demand, type GraphqlContext, type Node } from './context.ts';
import { refUpdateRuleNode } from './rules.ts';

/** A branch or tag. */
export function refNode(context: GraphqlContext, name: string, sha: string): Node {
  const { site } = context;
  const prefix = /^refs\/(heads|tags)\//.exec(name)?.[0] ?? 'refs/';
  const short = name.slice(prefix.length);
  return {
    __typename: 'Ref',
    id: `REF_${name}`,
    name: short,
    prefix,
    target: () => context.graph.commit(sha),
    refUpdateRule: () => (prefix === 'refs/heads/' ? refUpdateRuleNode(context, short) : null),
    associatedPullRequests: (args: Arguments) => {
      demand(context, { permission: 'pull_requests', level: 'read' });
      const states = Array.isArray(args['states']) ? args['states'] : null;
      const rows = site.tables.pulls.where('headRef', short).filter((pull) => {
        const state =
          pull.mergedAt === null ? (site.tables.issues.get(pull.number)?.state ?? '').toUpperCase() : 'MERGED';
        return states === null || states.includes(state);
      });
      return connection('associatedPullRequests', rows, args, (pull) => context.graph.pull(pull.number));
    },
  };
}

/** What a branch or tag of this full name points at; null when there is none. */
export function findRef(context: GraphqlContext, qualifiedName: string): Node | null {
  const { refs } = context.site.tables;
  const names = qualifiedName.startsWith('refs/')
    ? [qualifiedName]
    : [`refs/heads/${qualifiedName}`, `refs/tags/${qualifiedName}`];
  const row = names.map((name) => refs.get(name)).find((found) => found !== undefined);
  return row === undefined ? null : refNode(context, row.name, row.sha);
}

/** A tree, its entries named from `path`. */
export function treeNode(context: GraphqlContext, sha: string, path: string): Node {
  const { repository } = context.site;
  return {
    __typename: 'Tree',
    id: `T_${sha}`,
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    entries: async () => {
      const entries = await repository.tree(sha);
      return entries.map((entry) => ({
        name: entry.name,
        path: path === '' ? entry.name : `${path}/${entry.name}`,
        type: entry.type,
        mode: Number.parseInt(entry.mode, 8),
        oid: entry.sha,
        object: () => objectNode(context, entry.sha, entry.name),
      }));
    },
  };
}

/** The object an expression (`main`, `<sha>`, `main:path/file`) or an oid names; null when there is none. */
export async function findObject(context: GraphqlContext, args: Arguments): Promise<Node | null> {
  if (typeof args['oid'] === 'string') return objectNode(context, args['oid'], '');
  const [revision = '', path] = String(args['expression'] ?? '').split(/:(.*)/s);
  const { site } = context;
  const name = revision === 'HEAD' ? site.repo().defaultBranch : revision;
  const refs = [name, `refs/heads/${name}`, `refs/tags/${name}`].map((one) => site.tables.refs.get(one)?.sha);
  const sha = refs.find((found) => found !== undefined) ?? name;
  if (!/^[0-9a-f]{4,40}$/.test(sha)) return null;
  if (path === undefined) return objectNode(context, sha, '');
  const commit = await site.repository.commit(sha);
  const entry = commit === undefined ? undefined : await site.repository.entryAt(commit.tree, path);
  return entry === undefined ? null : objectNode(context, entry.sha, path);
}

async function objectNode(context: GraphqlContext, sha: string, path: string): Promise<Node | null> {
  const object = await context.site.repository.object(sha);
  switch (object?.type) {
    case 'commit':
      return context.graph.commit(object.sha);
    case 'tree':
      return treeNode(context, object.sha, path);
    case 'blob':
      return blobNode(object.sha, object.content);
    case 'tag':
    case undefined:
      return null;
  }
}

function blobNode(sha: string, content: Buffer): Node {
  const isBinary = content.includes(0);
  return {
    __typename: 'Blob',
    id: `B_${sha}`,
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    byteSize: content.length,
    isBinary,
    isTruncated: false,
    text: isBinary ? null : content.toString(),
  };
}
