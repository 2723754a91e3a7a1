import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { TokenPermissions } from '../../sandbox/actions-host.ts';
import type { SandboxGitHub } from '../../sandbox/github/start.ts';
import type { AppCredentials } from '../../sandbox/github/world/world.ts';
import { appPermissions } from '../../src/init/app-manifest.ts';
import { type Answer, type AppState, adminRoutes } from './init-admin-routes.ts';

/**
 * A GitHub for administrators, before the sandbox's own: what is set in settings and on pages, as GitHub's API and pages
 * take it, done to the same world; everything else is the sandbox's.
 */
export interface AdminGitHub {
  readonly url: string;
  readonly apiUrl: string;
  /** Every request that changes something, in order. */
  readonly writes: readonly Write[];
  /** What a person sees in the browser and presses: makes the App, installs it. */
  visit(url: string): Promise<void>;
  app(): AppCredentials | null;
  /** An App that was there before, installed. */
  adopt(slug: string): AppCredentials;
  /** Its owner deletes the App. */
  dismiss(): void;
  /** From the next such request on so many pass, and then one is cut off: before its effect, or its answer. */
  cut(when: 'before' | 'after', passing: number): void;
  close(): Promise<void>;
}

export interface Write {
  /** `METHOD path`, below the repository's. */
  readonly request: string;
  readonly body: unknown;
}

// GitHub refuses a manifest whose hook has no address, even one that is off: so there is none.
const manifestSchema = z.strictObject({
  name: z.string().max(34),
  description: z.string(),
  url: z.url(),
  redirect_url: z.url(),
  public: z.literal(false),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()).length(0),
});
const commitSchema = z.object({
  branch: z.object({ repositoryNameWithOwner: z.string(), branchName: z.string() }),
  message: z.object({ headline: z.string() }),
  expectedHeadOid: z.string(),
  fileChanges: z.object({
    additions: z.array(z.object({ path: z.string(), contents: z.base64() })),
    deletions: z.array(z.object({ path: z.string() })),
  }),
});
const questionSchema = z.object({ variables: z.object({ input: commitSchema }) });

interface Cut {
  readonly when: 'before' | 'after';
  passing: number;
}

/** Opens it over a sandbox's GitHub, whose owner administers it. */
export async function openAdminGitHub(github: SandboxGitHub, owner: string, repo: string): Promise<AdminGitHub> {
  const { world } = github;
  const state: AppState = { app: null, isInstalled: false, code: '' };
  const writes: Write[] = [];
  const admin = `Bearer ${world.createUser(owner, 'admin')}`;
  const below = `/api/v3/repos/${owner}/${repo}`;
  let cut: Cut | null = null;
  let dismissed: string | null = null;

  async function read(path: string): Promise<unknown> {
    const answer = await fetch(`${github.url}${below}${path}`, { headers: { authorization: admin } });
    return await answer.json();
  }
  const routes = adminRoutes(world, state, read);

  async function commit(question: unknown): Promise<Answer> {
    const { branch, message, expectedHeadOid, fileChanges } = questionSchema.parse(question).variables.input;
    if (world.branches().get(branch.branchName) !== expectedHeadOid) {
      return { status: 200, body: { errors: [{ message: 'Expected branch to point to another commit' }] } };
    }
    const added = fileChanges.additions.map(({ path, contents }) => [path, Buffer.from(contents, 'base64').toString()]);
    const gone = fileChanges.deletions.map(({ path }) => [path, null]);
    const files = Object.fromEntries([...added, ...gone]) as Readonly<Record<string, string | null>>;
    const oid = await world.pushAs(owner, { branch: branch.branchName, files, message: message.headline });
    return { status: 200, body: { data: { createCommitOnBranch: { commit: { oid } } } } };
  }

  async function answerOf(call: Call): Promise<Answer> {
    if (call.isCommit) return await commit(call.body);
    if (call.path === `/api/v3/apps/${dismissed}`) return { status: 404, body: { message: 'Not Found' } };
    for (const [method, pattern, answer] of routes) {
      const found = method === call.method ? pattern.exec(call.path) : null;
      if (found !== null) return await answer(found.slice(1), call);
    }
    return await pass(call);
  }

  /** What the sandbox itself answers. */
  async function pass({ method, authorization, text: body, url: asked }: Call): Promise<Answer> {
    const headers = { authorization, 'content-type': 'application/json' };
    const given = method === 'GET' ? {} : { body };
    const passed = await fetch(`${github.url}${asked}`, { method, headers, ...given });
    const said = await passed.text();
    return { status: passed.status, body: said === '' ? undefined : JSON.parse(said) };
  }

  /** Whether this request is the one that is cut off, and when. */
  function cutOf({ isWrite }: Call): Cut['when'] | null {
    if (!isWrite || cut === null) return null;
    cut.passing -= 1;
    if (cut.passing >= 0) return null;
    const { when } = cut;
    cut = null;
    return when;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request, below);
    const when = cutOf(call);
    if (when === 'before') return void request.socket.destroy();
    if (call.isWrite) writes.push({ request: `${call.method} ${call.path}`, body: call.body });
    const { status, body } = await answerOf(call);
    if (when === 'after') return void request.socket.destroy();
    respond(response, status, body);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => respond(response, 500, { message: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** Presses the button on the form: GitHub makes the App and sends the browser back, which goes on from there. */
  async function createApp(page: string): Promise<void> {
    const html = await (await fetch(page)).text();
    const [action, manifest] = [
      attribute(html, /action="([^"]*)"/),
      attribute(html, /name="manifest" value="([^"]*)"/),
    ];
    const { pathname, searchParams } = new URL(action);
    if (pathname !== '/settings/apps/new') throw new Error(`no page takes a manifest at ${pathname}`);
    const { name, default_permissions: permissions, redirect_url: back } = manifestSchema.parse(JSON.parse(manifest));
    state.app = world.createApp({ slug: name, permissions });
    state.code = `code-${state.app.appId}`;
    const query = new URLSearchParams({ code: state.code, state: searchParams.get('state') ?? '' });
    const answer = await fetch(`${back}?${query}`, { redirect: 'manual' });
    const next = answer.headers.get('location');
    if (next !== null) await visit(next);
  }

  async function visit(page: string): Promise<void> {
    if (!page.startsWith(url)) return await createApp(page);
    if (page.includes('/installations/new/permissions?')) state.isInstalled = true;
  }

  return {
    url,
    apiUrl: `${url}/api/v3`,
    writes,
    visit,
    app: () => state.app,
    adopt: (slug) => {
      const app = world.createApp({ slug, permissions: appPermissions() as TokenPermissions });
      Object.assign(state, { app, isInstalled: true });
      return app;
    },
    dismiss: () => {
      dismissed = state.app?.slug ?? null;
      Object.assign(state, { app: null, isInstalled: false });
    },
    cut: (when, passing) => {
      cut = { when, passing };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Call {
  readonly method: string;
  /** Path and query, as asked. */
  readonly url: string;
  /** Without the query, below the repository where it is. */
  readonly path: string;
  readonly authorization: string;
  readonly text: string;
  readonly body: unknown;
  readonly isCommit: boolean;
  readonly isWrite: boolean;
}

async function readCall(request: IncomingMessage, below: string): Promise<Call> {
  const url = request.url ?? '/';
  const { pathname } = new URL(url, 'http://localhost');
  const given = await text(request);
  const method = request.method ?? 'GET';
  const isCommit = pathname === '/api/graphql' && given.includes('createCommitOnBranch');
  return {
    method,
    url,
    path: pathname.startsWith(below) ? pathname.slice(below.length) : pathname,
    authorization: request.headers.authorization ?? '',
    text: given,
    body: given === '' ? null : (JSON.parse(given) as unknown),
    isCommit,
    isWrite: isCommit || (method !== 'GET' && pathname !== '/api/graphql'),
  };
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function attribute(html: string, pattern: RegExp): string {
  const text = pattern.exec(html)?.[1] ?? '';
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
