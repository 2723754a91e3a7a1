import { generateKeyPairSync } from 'node:crypto';
import type { TokenPermissions } from '../../actions-host.ts';
import { fireSchedule } from '../actions/dispatch.ts';
import { clientIdOf } from '../auth/client-id.ts';
import { defaultAppPermissions } from '../auth/permissions.ts';
import { issueToken, type RequestMeter } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import type { KeptEvent, WorldEvent } from './events.ts';
import { createPeople, type People } from './people.ts';
import type {
  BypassActor,
  CommentRow,
  IssueRow,
  ProtectionRow,
  ReactionContent,
  RepositoryPermission,
  RepositoryRow,
  RequestCounts,
  Rule,
  TokenKind,
} from './rows.ts';
import { type ContextSummary, contextSummaries, type PullSummary, pullSummary } from './summaries.ts';

export interface TokenSummary {
  readonly id: number;
  readonly value: string;
  readonly kind: TokenKind;
  readonly login: string;
  readonly jobId: number | null;
  readonly permissions: TokenPermissions;
  /** Whether it may change anything. */
  readonly writes: boolean;
  readonly revoked: boolean;
  readonly requests: RequestCounts;
}

export interface AppCredentials {
  readonly appId: string;
  readonly clientId: string;
  readonly slug: string;
  readonly privateKey: string;
}

/** The sandbox's GitHub from outside: what happened, how things are, and what scenarios may set or do. */
export interface World extends People {
  /** All that happened, oldest first; requests are only told to subscribers. */
  log(): readonly KeptEvent[];
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: WorldEvent) => void): () => void;

  pulls(): readonly PullSummary[];
  /** Who is in a merge queue, and at which head, in order. */
  queue(): readonly { readonly number: number; readonly headSha: string }[];
  /** Issues that are no pull requests. */
  issues(): readonly IssueRow[];
  comments(number: number): readonly CommentRow[];
  /** The reactions to a comment. */
  reactions(commentId: number): readonly { readonly user: string; readonly content: ReactionContent }[];
  checksOf(sha: string): readonly ContextSummary[];
  /** Branch names and their tips. */
  branches(): ReadonlyMap<string, string>;
  tokens(): readonly TokenSummary[];
  /** The values of all secrets. */
  secrets(): readonly string[];
  /** Runs git in the bare repository; only for looking. */
  git(args: readonly string[]): Promise<string>;

  createApp(app: { readonly slug: string; readonly permissions?: TokenPermissions }): AppCredentials;
  /** Makes or changes a person and returns a new token of theirs. */
  createUser(login: string, permission: RepositoryPermission): string;
  /** Makes or changes a team of the organisation: `organisation/team`. */
  setTeam(name: string, members: readonly string[]): void;
  setRepository(change: Partial<Pick<RepositoryRow, RepositorySetting>>): void;
  setRuleset(ruleset: RulesetInput): number;
  removeRuleset(name: string): void;
  setClassicProtection(branch: string, protection: Partial<Omit<ProtectionRow, 'branch'>> | null): void;
  /** A null value removes it. */
  setSecret(name: string, value: string | null, environment?: string): void;
  setVariable(name: string, value: string | null): void;
  /** `branches`: the patterns its branch policy admits; null admits all. A policy of null removes it, secrets and all. */
  setEnvironment(name: string, policy: { readonly branches: readonly string[] | null } | null): void;
  removeLabel(name: string): void;
  /** Delivers the event that a run came of once more, as GitHub may. */
  redeliver(runId: number): void;
  /** Fires the cron of a workflow file, once. */
  schedule(workflowPath: string): void;
}

export type RepositorySetting =
  | 'allowMerge'
  | 'allowSquash'
  | 'allowRebase'
  | 'deleteBranchOnMerge'
  | 'actionsMayApprove'
  | 'description';

export interface RulesetInput {
  /** A ruleset of the same name is replaced. */
  readonly name: string;
  /** `~DEFAULT_BRANCH`, `~ALL` or `refs/heads/…` patterns. */
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly rules: readonly Rule[];
  readonly bypassActors?: readonly BypassActor[];
  readonly enforcement?: 'active' | 'disabled' | 'evaluate';
}

/** Opens the world of a site. */
export function createWorld(site: Site, outbox: TriggerOutbox, meter: RequestMeter): World {
  const { tables } = site;
  return {
    ...createPeople(site, outbox),
    log: () => tables.events.all(),
    subscribe: (listener) => site.subscribe(listener),
    queue: () => tables.queueEntries.all().map(({ number, headSha }) => ({ number, headSha })),
    issues: () => tables.issues.all().filter(({ isPull }) => !isPull),
    pulls: () => tables.pulls.all().flatMap((pull) => pullSummary(site, pull.number)),
    comments: (number) => tables.comments.where('number', number),
    reactions: (commentId) =>
      tables.reactions.where('subject', `comment:${commentId}`).map(({ user, content }) => ({ user, content })),
    checksOf: (sha) => contextSummaries(site, sha),
    branches: () => branchesOf(site),
    tokens: () =>
      tables.tokens.all().map((row) => ({
        ...row,
        value: row.token,
        writes: writes(row.permissions, row.kind),
        requests: meter.countsOf(row),
      })),
    secrets: () => tables.secrets.all().map((row) => row.value),
    git: (args) => site.repository.run(args),
    createApp: (app) => createApp(site, app),
    createUser: (login, permission) => createUser(site, login, permission),
    setTeam: (name, members) => void tables.teams.put({ name, members }),
    setRepository: (change) => void tables.repositories.put({ ...site.repo(), ...change }),
    setRuleset: (ruleset) => setRuleset(site, ruleset),
    removeRuleset: (name) => {
      for (const row of tables.rulesets.all()) if (row.name === name) tables.rulesets.delete(row.id);
    },
    setClassicProtection: (branch, protection) => {
      if (protection === null) tables.protections.delete(branch);
      else tables.protections.put({ ...openProtection, ...protection, branch });
    },
    setSecret: (name, value, environment = '') => {
      if (value === null) tables.secrets.delete(`${environment}/${name}`);
      else tables.secrets.put({ environment, name, value });
    },
    setVariable: (name, value) => setVariable(site, name, value),
    setEnvironment: (name, policy) => setEnvironment(site, name, policy),
    removeLabel: (name) => tables.labels.delete(name),
    redeliver: (runId) => {
      const run = tables.runs.get(runId);
      if (run === undefined) throw new Error(`there is no run ${runId}`);
      const trigger = outbox.trigger(run.triggerId);
      outbox.emit({ login: trigger.actor, kind: 'user' }, trigger);
    },
    schedule: (workflowPath) => fireSchedule(site, outbox, workflowPath),
  };
}

function branchesOf(site: Site): ReadonlyMap<string, string> {
  const heads = site.tables.refs.all().filter((row) => row.name.startsWith('refs/heads/'));
  return new Map(heads.map((row) => [row.name.slice('refs/heads/'.length), row.sha]));
}

function writes(permissions: TokenPermissions, kind: TokenKind): boolean {
  return kind === 'user' || Object.values(permissions).includes('write');
}

function createApp(
  site: Site,
  app: { readonly slug: string; readonly permissions?: TokenPermissions },
): AppCredentials {
  const before = site.tables.apps.all().find((row) => row.slug === app.slug);
  const row = site.tables.apps.put({
    id: before?.id ?? site.store.nextId(),
    slug: app.slug,
    privateKey: before?.privateKey ?? newPrivateKey(),
    permissions: app.permissions ?? before?.permissions ?? defaultAppPermissions,
    createdAt: before?.createdAt ?? site.now(),
  });
  return { appId: String(row.id), clientId: clientIdOf(row.id), slug: row.slug, privateKey: row.privateKey };
}

// Short, because it opens nothing but this sandbox and a long one takes a noticeable while to make.
function newPrivateKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export({ type: 'pkcs1', format: 'pem' })
    .toString();
}

function createUser(site: Site, login: string, permission: RepositoryPermission): string {
  const before = site.tables.users.get(login) ?? {
    login,
    id: site.store.nextId(),
    type: 'User' as const,
    createdAt: site.now(),
  };
  site.tables.users.put({ ...before, permission });
  return issueToken(site, { kind: 'user', login, permissions: {}, appId: null, jobId: null }).token;
}

function setRuleset(site: Site, input: RulesetInput): number {
  const before = site.tables.rulesets.all().find((row) => row.name === input.name);
  const at = site.now();
  return site.tables.rulesets.put({
    id: before?.id ?? site.store.nextId(),
    name: input.name,
    enforcement: input.enforcement ?? 'active',
    include: input.include,
    exclude: input.exclude ?? [],
    rules: input.rules,
    bypassActors: input.bypassActors ?? [],
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  }).id;
}

// Classic protection as it is right after switching it on with nothing ticked.
const openProtection = {
  requiredChecks: null,
  strict: false,
  reviews: null,
  conversationResolution: false,
  enforceAdmins: false,
  allowForcePushes: false,
  allowDeletions: false,
  linearHistory: false,
} as const satisfies Omit<ProtectionRow, 'branch'>;

function setEnvironment(
  site: Site,
  name: string,
  policy: { readonly branches: readonly string[] | null } | null,
): void {
  const { environments, secrets } = site.tables;
  if (policy === null) {
    for (const secret of secrets.where('environment', name)) secrets.delete(`${name}/${secret.name}`);
    environments.delete(name);
    return;
  }
  const before = environments.get(name) ?? { id: site.store.nextId(), name, createdAt: site.now() };
  environments.put({ ...before, branches: policy.branches });
}

function setVariable(site: Site, name: string, value: string | null): void {
  if (value === null) {
    site.tables.variables.delete(name);
    return;
  }
  const at = site.now();
  const createdAt = site.tables.variables.get(name)?.createdAt ?? at;
  site.tables.variables.put({ name, value, createdAt, updatedAt: at });
}
