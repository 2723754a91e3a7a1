import { z } from 'zod';
import { roleOf } from '../auth/tokens.ts';
import { invalid, Refusal } from '../pulls/refusal.ts';
import { labelView } from '../views/issues.ts';
import { fullRepositoryView, repositoryView } from '../views/repository.ts';
import { idOfLogin, userView } from '../views/users.ts';
import type { Wire } from '../views/wire.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { countedAnswer, listAnswer } from './paging.ts';
import { windowOf } from './rate-limit.ts';

/** The repository itself, who asks, and what budget is left. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '{repo}',
    need: { permission: 'metadata', level: 'read' },
    answer: ({ site, caller }) => ({ status: 200, body: fullRepositoryView(site, caller) }),
  },
  {
    method: 'GET',
    path: '{repo}/collaborators/:login/permission',
    need: { permission: 'metadata', level: 'read' },
    answer: (request) => ({ status: 200, body: collaboratorView(request) }),
  },
  {
    method: 'GET',
    path: '/orgs/:org/teams/:team/memberships/:login',
    need: { permission: 'members', level: 'read' },
    answer: (request) => ({ status: 200, body: membershipView(request) }),
  },
  {
    method: 'GET',
    path: '{repo}/actions/variables',
    need: { permission: 'actions_variables', level: 'read' },
    answer: (request) => countedAnswer(request, 'variables', request.site.tables.variables.all(), variableView),
  },
  {
    method: 'GET',
    path: '{repo}/actions/variables/:name',
    need: { permission: 'actions_variables', level: 'read' },
    answer: ({ site, param }) => {
      const row = site.tables.variables.get(param('name'));
      if (row === undefined) throw new Refusal(404, 'Not Found');
      return { status: 200, body: variableView(row) };
    },
  },
  {
    method: 'GET',
    path: '{repo}/labels',
    need: { permission: 'issues', level: 'read' },
    answer: (request) =>
      listAnswer(request, request.site.tables.labels.all(), (row) => labelView(request.site, row.name)),
  },
  {
    method: 'POST',
    path: '{repo}/labels',
    need: { permission: 'issues', level: 'write' },
    answer: createLabel,
  },
  {
    method: 'GET',
    path: '{repo}/labels/:name',
    need: { permission: 'issues', level: 'read' },
    answer: ({ site, param }) => {
      if (site.tables.labels.get(param('name')) === undefined) throw new Refusal(404, 'Not Found');
      return { status: 200, body: labelView(site, param('name')) };
    },
  },
  {
    method: 'POST',
    path: '{repo}/dispatches',
    need: { permission: 'contents', level: 'write' },
    answer: ({ site, caller, body }) => {
      const { event_type: eventType } = z.object({ event_type: z.string().min(1).max(100) }).parse(body);
      site.happen({ kind: 'repository_dispatch', eventType, by: caller.login });
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    path: '/installation/repositories',
    need: null,
    answer: (request) => {
      if (request.caller.kind === 'user')
        throw new Refusal(403, 'You must authenticate with an installation access token.');
      return countedAnswer(request, 'repositories', [request.site.repo()], () => repositoryView(request.site));
    },
  },
  {
    method: 'GET',
    path: '/user',
    need: null,
    answer: (request) => {
      if (request.caller.kind !== 'user') throw new Refusal(403, 'Resource not accessible by integration');
      return { status: 200, body: publicUserView(request) };
    },
  },
  {
    method: 'GET',
    path: '/rate_limit',
    need: null,
    answer: ({ site, meter, caller }) => {
      const core = windowOf(site, meter, caller, 'core');
      const graphql = windowOf(site, meter, caller, 'graphql');
      const search = { limit: 30, used: 0, remaining: 30, reset: core.reset };
      return { status: 200, body: { resources: { core, graphql, search }, rate: core } };
    },
  },
];

function collaboratorView({ site, param }: ApiRequest): Wire {
  const login = param('login');
  if (site.tables.users.get(login) === undefined) throw new Refusal(404, `${login} is not a user`);
  const role = roleOf(site, login);
  // The older field knows four words; the role tells the rest.
  const permission = { maintain: 'write', triage: 'read' }[role as 'maintain' | 'triage'] ?? role;
  const reaches = (least: (typeof roles)[number]): boolean => roles.indexOf(role) >= roles.indexOf(least);
  const permissions = {
    pull: reaches('read'),
    triage: reaches('triage'),
    push: reaches('write'),
    maintain: reaches('maintain'),
    admin: reaches('admin'),
  };
  return { permission, role_name: role, user: { ...userView(site, login), permissions, role_name: role } };
}

function membershipView({ site, url, param }: ApiRequest): Wire {
  const team = site.tables.teams.get(`${param('org')}/${param('team')}`);
  if (team?.members.includes(param('login')) !== true) throw new Refusal(404, 'Not Found');
  return { url: String(url), role: 'member', state: 'active' };
}

const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

const newLabel = z.object({
  name: z.string().min(1),
  color: z.string().default('ededed'),
  description: z.string().nullish(),
});

function createLabel({ site, body }: ApiRequest): ApiAnswer {
  const input = newLabel.parse(body);
  if (site.tables.labels.get(input.name) !== undefined) throw invalid('Label', 'name', 'already_exists');
  site.tables.labels.put({ ...input, id: site.store.nextId(), description: input.description ?? null });
  return { status: 201, body: labelView(site, input.name) };
}

function variableView(row: {
  readonly name: string;
  readonly value: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}): Wire {
  return { name: row.name, value: row.value, created_at: row.createdAt, updated_at: row.updatedAt };
}

function publicUserView({ site, caller }: ApiRequest): Wire {
  const since = site.tables.users.get(caller.login)?.createdAt ?? site.repo().createdAt;
  return {
    ...userView(site, caller.login),
    user_view_type: 'public',
    id: idOfLogin(site, caller.login),
    name: caller.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  };
}
