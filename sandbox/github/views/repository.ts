import { permits } from '../auth/permissions.ts';
import { type Caller, roleOf } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import { userView } from './users.ts';
import type { Wire } from './wire.ts';

const linked = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

/** The repository as most answers embed it. */
export function minimalRepositoryView(site: Site): Wire {
  const repo = site.repo();
  const url = site.urls.repository;
  return {
    id: repo.id,
    node_id: `R_${repo.id}`,
    name: repo.name,
    full_name: `${repo.owner}/${repo.name}`,
    private: true,
    owner: userView(site, repo.owner),
    html_url: site.urls.html,
    description: repo.description,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(linked).map(([name, path]) => [name, `${url}${path}`])),
  };
}

/** The repository as pull requests and App installations embed it. */
export function repositoryView(site: Site): Wire {
  const repo = site.repo();
  const open = site.tables.issues.all().filter((issue) => issue.state === 'open').length;
  return {
    ...minimalRepositoryView(site),
    created_at: repo.createdAt,
    updated_at: repo.pushedAt,
    pushed_at: repo.pushedAt,
    git_url: `git://${site.urls.html.replace(/^https?:\/\//, '')}.git`,
    ssh_url: `git@${new URL(site.urls.server).hostname}:${repo.owner}/${repo.name}.git`,
    clone_url: `${site.urls.html}.git`,
    svn_url: site.urls.html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    size: 0,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    open_issues: open,
    open_issues_count: open,
    default_branch: repo.defaultBranch,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: 'private',
  };
}

/** The repository as `GET /repos/{owner}/{repo}` shows it to a caller. */
export function fullRepositoryView(site: Site, caller: Caller): Wire {
  const repo = site.repo();
  const mayWrite = permits(caller.permissions, { permission: 'contents', level: 'write' });
  return {
    ...repositoryView(site),
    subscribers_count: 0,
    network_count: 0,
    ...(mayWrite
      ? {
          allow_merge_commit: repo.allowMerge,
          allow_squash_merge: repo.allowSquash,
          allow_rebase_merge: repo.allowRebase,
          allow_auto_merge: false,
          allow_update_branch: true,
          delete_branch_on_merge: repo.deleteBranchOnMerge,
        }
      : {}),
    permissions: shownPermissions(site, caller),
  };
}

// What an App may do is not told here: all is false for its tokens.
function shownPermissions(site: Site, caller: Caller): Wire {
  const role = caller.kind === 'user' ? roleOf(site, caller.login) : 'none';
  const ranks = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
  const atLeast = (wanted: string): boolean => ranks.indexOf(role) >= ranks.indexOf(wanted);
  return {
    admin: atLeast('admin'),
    maintain: atLeast('maintain'),
    push: atLeast('write'),
    triage: atLeast('triage'),
    pull: atLeast('read'),
  };
}
