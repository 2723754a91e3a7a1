import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ActionsHost } from '../actions-host.ts';
import { createActionsHost, createRunnerCommands } from './actions/host.ts';
import { createRequestMeter } from './auth/tokens.ts';
import { type Conditions, usualConditions } from './conditions.ts';
import { createMergePlumbing } from './git/merging.ts';
import { git } from './git/process.ts';
import { openRepository } from './git/repository.ts';
import { createGitTransport } from './git/transport.ts';
import { createListener } from './listener.ts';
import { keepQueueMoving } from './pulls/merge-queue.ts';
import { reconcile } from './reconcile.ts';
import { createSite, type SiteUrls } from './site.ts';
import { createTriggerOutbox } from './triggers.ts';
import { openStore, type Store } from './world/store.ts';
import { createWorld, type World } from './world/world.ts';

export interface GitHubOptions {
  /** Where everything is kept: `world.jsonl`, `repo.git`, artifacts and logs. */
  readonly directory: string;
  readonly owner: string;
  readonly repo: string;
  readonly defaultBranch: string;
  readonly now?: () => Date;
  /** What is out of the ordinary; nothing unless told. */
  readonly conditions?: Conditions;
}

export interface SandboxGitHub extends AsyncDisposable {
  readonly url: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** What git clones from; needs a token. */
  readonly cloneUrl: string;
  readonly host: ActionsHost;
  readonly world: World;
  close(): Promise<void>;
}

const repositoryId = 1;

let programs: Promise<string> | null = null;

/** Where git keeps its programs; asked once, however many GitHubs a process starts. */
function findPrograms(): Promise<string> {
  programs ??= git('.', ['--exec-path']);
  return programs;
}

/** Starts a GitHub of one repository on loopback, as it stood when a process last ended in this directory. */
export async function startGitHub(options: GitHubOptions): Promise<SandboxGitHub> {
  mkdirSync(options.directory, { recursive: true });
  const clock = options.now ?? (() => new Date());
  const conditions = options.conditions ?? usualConditions;
  const server = createServer({ keepAlive: true });
  const [repository, execPath] = await Promise.all([
    openRepository(join(options.directory, 'repo.git'), options.defaultBranch),
    findPrograms(),
    listen(server),
  ]);
  const store = openStore(options.directory);
  ensureRepository(store, options, clock);
  const urls = urlsOf(server, options);
  const plumbing = createMergePlumbing(repository);
  const { directory } = options;
  const site = createSite({ directory, urls, conditions, store, repository, plumbing, repositoryId, clock });
  const outbox = createTriggerOutbox(site);
  const commands = createRunnerCommands();
  const meter = createRequestMeter(site);
  await reconcile(site, outbox);
  const transport = createGitTransport(site, outbox, meter, join(execPath.trim(), 'git-http-backend'));
  server.on('request', createListener({ site, outbox, commands, meter }, transport));

  const endQueue = keepQueueMoving(site, outbox);

  async function close(): Promise<void> {
    endQueue();
    await stop(server);
    // What was begun is finished and recorded before the record closes.
    await site.exclusively(async () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    meter.save();
    repository.close();
    store.close();
  }

  return {
    url: urls.server,
    apiUrl: urls.api,
    graphqlUrl: urls.graphql,
    cloneUrl: `${urls.html}.git`,
    host: createActionsHost(site, outbox, commands),
    world: createWorld(site, outbox, meter),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function urlsOf(server: Server, options: GitHubOptions): SiteUrls {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const api = `${url}/api/v3`;
  const slug = `${options.owner}/${options.repo}`;
  return {
    server: url,
    api,
    graphql: `${url}/api/graphql`,
    html: `${url}/${slug}`,
    repository: `${api}/repos/${slug}`,
  };
}

function ensureRepository(store: Store, options: GitHubOptions, clock: () => Date): void {
  if (store.tables.repositories.get(repositoryId) !== undefined) return;
  const at = clock()
    .toISOString()
    .replace(/\.\d{3}Z$/, 'Z');
  store.together(() => {
    store.tables.repositories.put({
      id: repositoryId,
      owner: options.owner,
      name: options.repo,
      defaultBranch: options.defaultBranch,
      description: null,
      allowMerge: true,
      allowSquash: true,
      allowRebase: true,
      deleteBranchOnMerge: false,
      actionsMayApprove: true,
      createdAt: at,
      pushedAt: at,
    });
    store.tables.users.put({
      login: options.owner,
      id: store.nextId(),
      type: 'User',
      permission: 'admin',
      createdAt: at,
    });
  });
}
