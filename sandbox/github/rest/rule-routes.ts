import { permits } from '../auth/permissions.ts';
import { Refusal } from '../pulls/refusal.ts';
import { bypassOf, rulesetsOn } from '../rules/demands.ts';
import type { Site } from '../site.ts';
import { commitView } from '../views/commits.ts';
import type { Wire } from '../views/wire.ts';
import type { ProtectionRow, RulesetRow } from '../world/rows.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { resolveCommit } from './commit-routes.ts';
import { listAnswer } from './paging.ts';

const metadata = { permission: 'metadata', level: 'read' } as const;

/** Branches and what protects them. */
export const ruleRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/branches', need: { permission: 'contents', level: 'read' }, answer: listBranches },
  {
    method: 'GET',
    path: '{repo}/branches/:branch{.+}/protection',
    need: { permission: 'administration', level: 'read' },
    answer: getProtection,
  },
  {
    method: 'GET',
    path: '{repo}/branches/:branch{.+}',
    need: { permission: 'contents', level: 'read' },
    answer: getBranch,
  },
  { method: 'GET', path: '{repo}/rules/branches/:branch{.+}', need: metadata, answer: listRules },
  { method: 'GET', path: '{repo}/rulesets', need: metadata, answer: listRulesets },
  { method: 'GET', path: '{repo}/rulesets/:id', need: metadata, answer: getRuleset },
];

function listBranches(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const rows = site.tables.refs.all().filter((row) => row.name.startsWith('refs/heads/'));
  return listAnswer(request, rows, (row) => {
    const name = row.name.slice('refs/heads/'.length);
    return {
      name,
      commit: { sha: row.sha, url: `${site.urls.repository}/commits/${row.sha}` },
      protected: isProtected(site, name),
    };
  });
}

async function getBranch({ site, param }: ApiRequest): Promise<ApiAnswer> {
  const name = param('branch');
  const sha = site.tip(name);
  if (sha === undefined) throw new Refusal(404, 'Branch not found');
  const url = `${site.urls.repository}/branches/${encodeURIComponent(name)}`;
  const row = site.tables.protections.get(name);
  const checks = row?.requiredChecks ?? [];
  return {
    status: 200,
    body: {
      name,
      commit: commitView(site, await resolveCommit(site, sha)),
      _links: { self: url, html: `${site.urls.html}/tree/${encodeURIComponent(name)}` },
      protected: isProtected(site, name),
      // Only the checks of classic protection are told to everybody.
      protection: {
        enabled: row !== undefined,
        required_status_checks: {
          enforcement_level: enforcementLevel(row),
          contexts: checks.map((check) => check.context),
          checks,
        },
      },
      protection_url: `${url}/protection`,
    },
  };
}

function isProtected(site: Site, branch: string): boolean {
  return site.tables.protections.get(branch) !== undefined || rulesetsOn(site, branch).length > 0;
}

function enforcementLevel(row: ProtectionRow | undefined): 'off' | 'non_admins' | 'everyone' {
  if (row === undefined || row.requiredChecks === null) return 'off';
  return row.enforceAdmins ? 'everyone' : 'non_admins';
}

function getProtection({ site, param }: ApiRequest): ApiAnswer {
  const row = site.tables.protections.get(param('branch'));
  if (row === undefined) throw new Refusal(404, 'Branch not protected');
  return { status: 200, body: protectionView(site, row) };
}

function protectionView(site: Site, row: ProtectionRow): Wire {
  const url = `${site.urls.repository}/branches/${encodeURIComponent(row.branch)}/protection`;
  return {
    url,
    ...(row.requiredChecks === null
      ? {}
      : {
          required_status_checks: {
            url: `${url}/required_status_checks`,
            strict: row.strict,
            contexts: row.requiredChecks.map((check) => check.context),
            contexts_url: `${url}/required_status_checks/contexts`,
            checks: row.requiredChecks,
          },
        }),
    ...(row.reviews === null
      ? {}
      : {
          required_pull_request_reviews: {
            url: `${url}/required_pull_request_reviews`,
            dismiss_stale_reviews: row.reviews.dismissStale,
            require_code_owner_reviews: row.reviews.codeOwners,
            required_approving_review_count: row.reviews.count,
            require_last_push_approval: row.reviews.lastPush,
          },
        }),
    enforce_admins: { url: `${url}/enforce_admins`, enabled: row.enforceAdmins },
    required_linear_history: { enabled: row.linearHistory },
    allow_force_pushes: { enabled: row.allowForcePushes },
    allow_deletions: { enabled: row.allowDeletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: row.conversationResolution },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
    required_signatures: { url: `${url}/required_signatures`, enabled: false },
  };
}

function listRules(request: ApiRequest): Promise<ApiAnswer> {
  const { site, param } = request;
  const sourceOf = ({ id }: RulesetRow): Wire => ({
    ruleset_source_type: 'Repository',
    ruleset_source: `${site.repo().owner}/${site.repo().name}`,
    ruleset_id: id,
  });
  const isTold = site.conditions.edition === 'github.com';
  const rules = rulesetsOn(site, param('branch')).flatMap((ruleset) =>
    ruleset.rules.map((rule) => ({ ...rule, ...(isTold ? sourceOf(ruleset) : {}) })),
  );
  return listAnswer(request, rules, (rule) => rule);
}

function listRulesets(request: ApiRequest): Promise<ApiAnswer> {
  return listAnswer(request, request.site.tables.rulesets.all(), (row) => rulesetSummary(request.site, row));
}

function getRuleset({ site, caller, number }: ApiRequest): ApiAnswer {
  const row = site.tables.rulesets.get(number('id'));
  if (row === undefined) throw new Refusal(404, 'Not Found');
  const mayAdminister = permits(caller.permissions, { permission: 'administration', level: 'write' });
  return {
    status: 200,
    body: {
      ...rulesetSummary(site, row),
      conditions: { ref_name: { include: row.include, exclude: row.exclude } },
      rules: row.rules,
      ...(site.conditions.edition === 'github.com' ? { current_user_can_bypass: bypassOf(site, row, caller) } : {}),
      ...(mayAdminister ? { bypass_actors: row.bypassActors } : {}),
    },
  };
}

function rulesetSummary(site: Site, row: RulesetRow): Wire {
  const { owner, name } = site.repo();
  return {
    id: row.id,
    node_id: `RRS_${row.id}`,
    name: row.name,
    target: 'branch',
    source_type: 'Repository',
    source: `${owner}/${name}`,
    enforcement: row.enforcement,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    _links: {
      self: { href: `${site.urls.repository}/rulesets/${row.id}` },
      html: { href: `${site.urls.html}/rules/${row.id}` },
    },
  };
}
