import { z } from 'zod';
import { zeroSha } from '../git/repository.ts';
import type { TreeEntry } from '../git/trees.ts';
import { recordRefChanges } from '../pulls/ref-changes.ts';
import { invalid, Refusal } from '../pulls/refusal.ts';
import { judgePush } from '../rules/push-verdict.ts';
import type { Site } from '../site.ts';
import { gitCommitView } from '../views/commits.ts';
import type { Wire } from '../views/wire.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { resolveCommit } from './commit-routes.ts';

const read = { permission: 'contents', level: 'read' } as const;
const write = { permission: 'contents', level: 'write' } as const;

/** Git's own objects and refs, and files by path. */
export const gitRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/git/ref/:ref{.+}', need: read, answer: getRef },
  { method: 'GET', path: '{repo}/git/matching-refs/:ref{.+}', need: read, answer: matchingRefs },
  { method: 'POST', path: '{repo}/git/refs', need: write, answer: createRef },
  { method: 'PATCH', path: '{repo}/git/refs/:ref{.+}', need: write, answer: moveRef },
  { method: 'DELETE', path: '{repo}/git/refs/:ref{.+}', need: write, answer: deleteRef },
  { method: 'GET', path: '{repo}/git/commits/:sha', need: read, answer: getCommit },
  { method: 'GET', path: '{repo}/git/trees/:sha{.+}', need: read, answer: getTree },
  { method: 'GET', path: '{repo}/git/blobs/:sha', need: read, answer: getBlob },
  { method: 'GET', path: '{repo}/contents/:path{.*}', need: read, answer: getContents },
];

function refView(site: Site, name: string, sha: string): Wire {
  return {
    ref: name,
    node_id: `REF_${name}`,
    url: `${site.urls.repository}/git/${name}`,
    object: { type: 'commit', sha, url: `${site.urls.repository}/git/commits/${sha}` },
  };
}

function getRef({ site, param }: ApiRequest): ApiAnswer {
  const row = site.tables.refs.get(`refs/${param('ref')}`);
  if (row === undefined) throw new Refusal(404, 'Not Found');
  return { status: 200, body: refView(site, row.name, row.sha) };
}

function matchingRefs({ site, param }: ApiRequest): ApiAnswer {
  const rows = site.tables.refs.all().filter((row) => row.name.startsWith(`refs/${param('ref')}`));
  return { status: 200, body: rows.map((row) => refView(site, row.name, row.sha)) };
}

async function createRef(request: ApiRequest): Promise<ApiAnswer> {
  const { ref, sha } = z.object({ ref: z.string(), sha: z.string() }).parse(request.body);
  if (!/^refs\/(heads|tags)\/.+/.test(ref))
    throw new Refusal(422, 'Reference name must start with refs/heads or refs/tags');
  if (request.site.tables.refs.get(ref) !== undefined) throw new Refusal(422, 'Reference already exists');
  await changeRef(request, { ref, before: zeroSha, after: sha });
  return { status: 201, body: refView(request.site, ref, sha) };
}

async function moveRef(request: ApiRequest): Promise<ApiAnswer> {
  const { sha, force } = z.object({ sha: z.string(), force: z.boolean().default(false) }).parse(request.body);
  const row = request.site.tables.refs.get(`refs/${request.param('ref')}`);
  if (row === undefined) throw new Refusal(422, 'Reference does not exist');
  if (!force && !(await request.site.plumbing.contains(sha, row.sha)))
    throw new Refusal(422, 'Update is not a fast forward');
  await changeRef(request, { ref: row.name, before: row.sha, after: sha });
  return { status: 200, body: refView(request.site, row.name, sha) };
}

async function deleteRef(request: ApiRequest): Promise<ApiAnswer> {
  const row = request.site.tables.refs.get(`refs/${request.param('ref')}`);
  if (row === undefined) throw new Refusal(422, 'Reference does not exist');
  await changeRef(request, { ref: row.name, before: row.sha, after: zeroSha });
  return { status: 204 };
}

async function changeRef(
  { site, outbox, caller }: ApiRequest,
  change: { readonly ref: string; readonly before: string; readonly after: string },
): Promise<void> {
  if (change.after !== zeroSha && (await site.repository.commit(change.after)) === undefined) {
    throw new Refusal(422, 'Object does not exist');
  }
  await site.exclusively(async () => {
    const refusal = judgePush(site, caller, [change])[0];
    if (refusal !== undefined)
      throw new Refusal(422, `Repository rule violations found\n\n${refusal.lines.slice(-1).join('')}`);
    if (!(await site.repository.updateRefs([change]))) throw new Refusal(422, 'Reference cannot be updated');
    await recordRefChanges(site, outbox, { login: caller.login, kind: caller.kind, viaMerge: null }, [change]);
  });
}

async function getCommit({ site, param }: ApiRequest): Promise<ApiAnswer> {
  const commit = /^[0-9a-f]{40}$/.test(param('sha')) ? await site.repository.commit(param('sha')) : undefined;
  if (commit === undefined) throw new Refusal(404, 'Not Found');
  return { status: 200, body: gitCommitView(site, commit) };
}

async function getTree({ site, param, query }: ApiRequest): Promise<ApiAnswer> {
  const object = /^[0-9a-f]{40}$/.test(param('sha')) ? await site.repository.object(param('sha')) : undefined;
  const root = object?.type === 'tree' ? object.sha : await treeOfCommit(site, param('sha'));
  if (root === undefined) throw new Refusal(404, 'Not Found');
  const entries = await listTree(site, root, '', query('recursive') !== undefined);
  return {
    status: 200,
    body: { sha: root, url: `${site.urls.repository}/git/trees/${root}`, tree: entries, truncated: false },
  };
}

async function treeOfCommit(site: Site, name: string): Promise<string | undefined> {
  return (await resolveCommit(site, name)).tree;
}

async function listTree(site: Site, tree: string, prefix: string, recursive: boolean): Promise<readonly Wire[]> {
  const listed = await Promise.all(
    (await site.repository.tree(tree)).map(async (entry) => [
      await treeEntryView(site, prefix, entry),
      ...(recursive && entry.type === 'tree'
        ? await listTree(site, entry.sha, `${prefix}${entry.name}/`, recursive)
        : []),
    ]),
  );
  return listed.flat();
}

async function treeEntryView(site: Site, prefix: string, entry: TreeEntry): Promise<Wire> {
  const kind = entry.type === 'tree' ? 'trees' : 'blobs';
  const size = entry.type === 'blob' ? { size: (await site.repository.object(entry.sha))?.content.length ?? 0 } : {};
  return {
    path: `${prefix}${entry.name}`,
    mode: entry.mode,
    type: entry.type,
    sha: entry.sha,
    ...size,
    url: `${site.urls.repository}/git/${kind}/${entry.sha}`,
  };
}

async function getBlob({ site, param }: ApiRequest): Promise<ApiAnswer> {
  const object = /^[0-9a-f]{40}$/.test(param('sha')) ? await site.repository.object(param('sha')) : undefined;
  if (object?.type !== 'blob') throw new Refusal(404, 'Not Found');
  return {
    status: 200,
    body: {
      sha: object.sha,
      node_id: `B_${object.sha}`,
      size: object.content.length,
      url: `${site.urls.repository}/git/blobs/${object.sha}`,
      content: object.content.toString('base64'),
      encoding: 'base64',
    },
  };
}

async function getContents({ site, param, query }: ApiRequest): Promise<ApiAnswer> {
  const commit = await contentsCommit(site, query('ref') ?? site.repo().defaultBranch);
  const path = param('path').replace(/\/+$/, '');
  const entry = await site.repository.entryAt(commit.tree, path);
  if (entry === undefined) throw new Refusal(404, 'Not Found');
  if (entry.type !== 'tree') return { status: 200, body: await fileContentView(site, path, commit.sha, entry) };
  const children = await site.repository.tree(entry.sha);
  const listed = children.map((child) =>
    contentView(site, path === '' ? child.name : `${path}/${child.name}`, commit.sha, child),
  );
  return { status: 200, body: await Promise.all(listed) };
}

async function contentsCommit(site: Site, name: string) {
  try {
    return await resolveCommit(site, name);
  } catch {
    throw new Refusal(404, `No commit found for the ref ${name}`);
  }
}

async function fileContentView(site: Site, path: string, sha: string, entry: TreeEntry): Promise<Wire> {
  const object = await site.repository.object(entry.sha);
  if (object === undefined) throw invalid('Content', 'path', 'invalid');
  return {
    ...(await contentView(site, path, sha, entry)),
    encoding: 'base64',
    content: object.content.toString('base64'),
  };
}

async function contentView(site: Site, path: string, sha: string, entry: TreeEntry): Promise<Wire> {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${site.urls.repository}/contents/${encoded}?ref=${sha}`;
  const git = `${site.urls.repository}/git/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${site.urls.html}/blob/${sha}/${encoded}`;
  const isFile = entry.type === 'blob';
  return {
    type: isFile ? 'file' : 'dir',
    name: entry.name,
    path,
    sha: entry.sha,
    size: isFile ? ((await site.repository.object(entry.sha))?.content.length ?? 0) : 0,
    url,
    git_url: git,
    html_url: html,
    download_url: isFile ? `${site.urls.html}/raw/${sha}/${encoded}` : null,
    _links: { self: url, git, html },
  };
}
