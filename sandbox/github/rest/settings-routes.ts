import { clientIdOf } from '../auth/client-id.ts';
import { Refusal } from '../pulls/refusal.ts';
import { environmentView, policyViews } from '../views/environments.ts';
import { userView } from '../views/users.ts';
import type { Wire } from '../views/wire.ts';
import type { EnvironmentRow, SecretRow } from '../world/actions-rows.ts';
import type { AppRow } from '../world/rows.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { countedAnswer } from './paging.ts';

const actions = { permission: 'actions', level: 'read' } as const;
const administration = { permission: 'administration', level: 'read' } as const;
const secrets = { permission: 'secrets', level: 'read' } as const;
const environments = { permission: 'environments', level: 'read' } as const;

/** Settings of the repository that only its administrators see whole, and what an App asks for. */
export const settingsRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/environments/:environment', need: actions, answer: getEnvironment },
  {
    method: 'GET',
    path: '{repo}/environments/:environment/deployment-branch-policies',
    need: actions,
    answer: listPolicies,
  },
  {
    method: 'GET',
    path: '{repo}/environments/:environment/secrets',
    need: environments,
    answer: (request) => listSecrets(request, requireEnvironment(request).name),
  },
  { method: 'GET', path: '{repo}/actions/secrets', need: secrets, answer: (request) => listSecrets(request, '') },
  {
    method: 'GET',
    path: '{repo}/actions/organization-secrets',
    need: secrets,
    // The repository belongs to a person.
    answer: (request) => countedAnswer(request, 'secrets', [], (none) => none),
  },
  {
    method: 'GET',
    path: '{repo}/actions/permissions/workflow',
    need: administration,
    answer: ({ site }) => ({
      status: 200,
      body: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: site.repo().actionsMayApprove },
    }),
  },
  {
    method: 'GET',
    path: '{repo}/actions/runners',
    need: administration,
    // Every job runs on a hosted machine here.
    answer: (request) => countedAnswer(request, 'runners', [], (none) => none),
  },
  { method: 'GET', path: '/apps/:slug', need: null, answer: getApp },
];

function requireEnvironment({ site, param }: ApiRequest): EnvironmentRow {
  const row = site.tables.environments.get(param('environment'));
  if (row === undefined) throw new Refusal(404, 'Not Found');
  return row;
}

function getEnvironment(request: ApiRequest): ApiAnswer {
  return { status: 200, body: environmentView(request.site, requireEnvironment(request)) };
}

function listPolicies(request: ApiRequest): Promise<ApiAnswer> {
  return countedAnswer(request, 'branch_policies', policyViews(requireEnvironment(request)), (policy) => policy);
}

function listSecrets(request: ApiRequest, environment: string): Promise<ApiAnswer> {
  const rows = request.site.tables.secrets.where('environment', environment);
  const at = request.site.repo().createdAt;
  return countedAnswer(request, 'secrets', rows, ({ name }: SecretRow) => ({ name, created_at: at, updated_at: at }));
}

function getApp({ site, param }: ApiRequest): ApiAnswer {
  const app = site.tables.apps.where('slug', param('slug'))[0];
  if (app === undefined) throw new Refusal(404, 'Not Found');
  return { status: 200, body: appView(app, userView(site, site.repo().owner), site.urls.server) };
}

function appView(app: AppRow, owner: Wire, server: string): Wire {
  return {
    id: app.id,
    slug: app.slug,
    client_id: clientIdOf(app.id),
    node_id: `A_${app.id}`,
    owner,
    name: app.slug,
    description: null,
    external_url: `${server}/apps/${app.slug}`,
    html_url: `${server}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: [],
  };
}
