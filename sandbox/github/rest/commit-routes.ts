import type { Commit } from '../git/commits.ts';
import { zeroSha } from '../git/repository.ts';
import { type ChangedFile, changedFiles } from '../pulls/changed-files.ts';
import { Refusal } from '../pulls/refusal.ts';
import type { Site } from '../site.ts';
import { commitView } from '../views/commits.ts';
import { pullView } from '../views/pulls.ts';
import { repositoryView } from '../views/repository.ts';
import type { Wire } from '../views/wire.ts';
import type { ApiRequest, Route } from './api.ts';
import { listAnswer } from './paging.ts';

const need = { permission: 'contents', level: 'read' } as const;

/** Commits, comparisons and the pull requests a commit is part of. */
export const commitRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/commits', need, answer: listCommits },
  {
    method: 'GET',
    path: '{repo}/commits/:ref{.+}/pulls',
    need: { permission: 'pull_requests', level: 'read' },
    answer: listPulls,
  },
  { method: 'GET', path: '{repo}/commits/:ref{.+}', need, answer: getCommit },
  { method: 'GET', path: '{repo}/compare/:basehead{.+}', need, answer: compare },
];

/** The commit a branch, tag or (abbreviated) SHA names; not found is a refusal. */
export async function resolveCommit(site: Site, name: string): Promise<Commit> {
  const ref = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`, name]
    .map((one) => site.tables.refs.get(one))
    .find((row) => row !== undefined);
  const isSha = /^[0-9a-f]{4,40}$/.test(name);
  const commit = ref !== undefined || isSha ? await site.repository.commit(ref?.sha ?? name) : undefined;
  if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${name}`);
  return commit;
}

async function getCommit({ site, param }: ApiRequest) {
  const commit = await resolveCommit(site, param('ref'));
  const files = await changedFiles(site, commit.parents[0] ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904', commit.sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const stats = { additions, deletions, total: additions + deletions };
  return {
    status: 200,
    body: { ...commitView(site, commit), stats, files: files.map((file) => fileView(site, commit.sha, file)) },
  };
}

async function listCommits(request: ApiRequest) {
  const { site, query } = request;
  const start = await resolveCommit(site, query('sha') ?? site.repo().defaultBranch);
  const path = query('path');
  const since = query('since');
  const args = [
    'rev-list',
    ...(since === undefined ? [] : [`--since=${since}`]),
    start.sha,
    ...(path === undefined ? [] : ['--', path]),
  ];
  const shas = (await site.repository.run(args)).split('\n').filter((line) => line !== '');
  return listAnswer(request, shas, async (sha) => commitView(site, await resolveCommit(site, sha)));
}

async function listPulls(request: ApiRequest) {
  const { site } = request;
  const { sha } = await resolveCommit(site, request.param('ref'));
  const rows = [];
  for (const pull of site.tables.pulls.all()) {
    const base = pull.mergeBaseBefore ?? site.tip(pull.baseRef) ?? zeroSha;
    if (sha === pull.headSha || sha === pull.mergeCommitSha || (await isBetween(site, base, sha, pull.headSha)))
      rows.push(pull);
  }
  const repository = repositoryView(site);
  return listAnswer(request, rows, (pull) => {
    const issue = site.tables.issues.get(pull.number);
    return issue === undefined ? {} : pullView(site, pull, issue, repository);
  });
}

async function isBetween(site: Site, base: string, sha: string, head: string): Promise<boolean> {
  const listed = await site.repository.attempt(['rev-list', `${base}..${head}`]);
  return listed.stdout.includes(sha);
}

async function compare(request: ApiRequest) {
  const { site } = request;
  const [baseName = '', headName = ''] = request.param('basehead').split('...');
  const [base, head] = await Promise.all([named(site, baseName), named(site, headName)]);
  const { ahead, behind } = await site.plumbing.divergence(base.sha, head.sha);
  const mergeBase = await site.plumbing.mergeBase(base.sha, head.sha);
  if (mergeBase === null) throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const shas = (
    await site.repository.run(['rev-list', '--reverse', '--max-count=250', `${base.sha}..${head.sha}`])
  ).split('\n');
  const commits = await Promise.all(shas.filter((sha) => sha !== '').map((sha) => resolveCommit(site, sha)));
  const files = await changedFiles(site, mergeBase, head.sha);
  const url = `${site.urls.repository}/compare/${request.param('basehead')}`;
  const html = `${site.urls.html}/compare/${request.param('basehead')}`;
  return {
    status: 200,
    body: {
      url,
      html_url: html,
      permalink_url: `${site.urls.html}/compare/${base.sha}...${head.sha}`,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: commitView(site, base),
      merge_base_commit: commitView(site, await resolveCommit(site, mergeBase)),
      status: comparisonStatus(ahead, behind),
      ahead_by: ahead,
      behind_by: behind,
      total_commits: ahead,
      commits: commits.map((commit) => commitView(site, commit)),
      files: files.map((file) => fileView(site, head.sha, file)),
    },
  };
}

async function named(site: Site, name: string): Promise<Commit> {
  try {
    return await resolveCommit(site, name);
  } catch {
    throw new Refusal(404, 'Not Found');
  }
}

function comparisonStatus(ahead: number, behind: number): 'diverged' | 'ahead' | 'behind' | 'identical' {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

/** A changed file as commits, comparisons and pull requests list it. */
export function fileView(site: Site, sha: string, file: ChangedFile): Wire {
  const path = file.filename.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${site.urls.html}/blob/${sha}/${path}`,
    raw_url: `${site.urls.html}/raw/${sha}/${path}`,
    contents_url: `${site.urls.repository}/contents/${path}?ref=${sha}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previous === null ? {} : { previous_filename: file.previous }),
  };
}
