import { z } from 'zod';
import { changedFiles } from '../pulls/changed-files.ts';
import { dismissReview } from '../pulls/dismiss-review.ts';
import { editPull } from '../pulls/edit-pull.ts';
import { openPull } from '../pulls/open-pull.ts';
import { Refusal } from '../pulls/refusal.ts';
import { reviewPull } from '../pulls/review-pull.ts';
import { updateBranch } from '../pulls/update-branch.ts';
import type { Site } from '../site.ts';
import { commitView } from '../views/commits.ts';
import { fullPullView, pullView, reviewView } from '../views/pulls.ts';
import { repositoryView } from '../views/repository.ts';
import type { IssueRow, PullRow } from '../world/rows.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { fileView, resolveCommit } from './commit-routes.ts';
import { listAnswer } from './paging.ts';

const read = { permission: 'pull_requests', level: 'read' } as const;
const write = { permission: 'pull_requests', level: 'write' } as const;

/** Pull requests, their contents and their reviews; merging stands apart. */
export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/pulls', need: read, answer: listPulls },
  { method: 'POST', path: '{repo}/pulls', need: write, answer: createPull },
  { method: 'GET', path: '{repo}/pulls/:number', need: read, answer: getPull },
  { method: 'PATCH', path: '{repo}/pulls/:number', need: write, answer: patchPull },
  { method: 'GET', path: '{repo}/pulls/:number/files', need: read, answer: listFiles },
  { method: 'GET', path: '{repo}/pulls/:number/commits', need: read, answer: listCommits },
  { method: 'GET', path: '{repo}/pulls/:number/reviews', need: read, answer: listReviews },
  { method: 'POST', path: '{repo}/pulls/:number/reviews', need: write, answer: createReview },
  {
    method: 'PUT',
    path: '{repo}/pulls/:number/reviews/:review/dismissals',
    need: write,
    answer: putDismissal,
  },
  { method: 'PUT', path: '{repo}/pulls/:number/update-branch', need: write, answer: putUpdateBranch },
];

/** A pull request and its issue half; not found is a refusal. */
export function findPull(site: Site, number: number): { readonly pull: PullRow; readonly issue: IssueRow } {
  const pull = site.tables.pulls.get(number);
  const issue = site.tables.issues.get(number);
  if (pull === undefined || issue === undefined) throw new Refusal(404, 'Not Found');
  return { pull, issue };
}

function listPulls(request: ApiRequest): Promise<ApiAnswer> {
  const { site, query } = request;
  const state = query('state') ?? 'open';
  const head = query('head');
  const base = query('base');
  const rows = site.tables.pulls
    .all()
    .map((pull) => findPull(site, pull.number))
    .filter(({ pull, issue }) => {
      const inState = state === 'all' || issue.state === state;
      const fromHead = head === undefined || head === `${site.repo().owner}:${pull.headRef}`;
      return inState && fromHead && (base === undefined || base === pull.baseRef);
    });
  const byUpdate = query('sort') === 'updated';
  rows.sort((one, other) =>
    byUpdate ? one.issue.updatedAt.localeCompare(other.issue.updatedAt) : one.pull.number - other.pull.number,
  );
  const ascending =
    query('direction') === 'asc' ||
    (query('direction') === undefined && query('sort') !== undefined && !byUpdate && query('sort') !== 'created');
  const repository = repositoryView(site);
  return listAnswer(request, ascending ? rows : rows.reverse(), ({ pull, issue }) =>
    pullView(site, pull, issue, repository),
  );
}

const newPull = z.object({
  title: z.string().min(1),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
});

async function createPull({ site, outbox, caller, body }: ApiRequest): Promise<ApiAnswer> {
  const input = newPull.parse(body);
  const opened = await openPull(site, outbox, caller, { ...input, body: input.body ?? null });
  const { pull, issue } = findPull(site, opened.number);
  return {
    status: 201,
    body: await fullPullView(site, pull, issue),
    headers: { location: `${site.urls.repository}/pulls/${pull.number}` },
  };
}

async function getPull({ site, number }: ApiRequest): Promise<ApiAnswer> {
  const { pull, issue } = findPull(site, number('number'));
  return { status: 200, body: await fullPullView(site, pull, issue) };
}

const pullEdit = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

async function patchPull({ site, outbox, caller, body, number }: ApiRequest): Promise<ApiAnswer> {
  editPull(site, outbox, caller, number('number'), pullEdit.parse(body));
  const { pull, issue } = findPull(site, number('number'));
  return { status: 200, body: await fullPullView(site, pull, issue) };
}

async function listFiles(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const { pull } = findPull(site, request.number('number'));
  const base = pull.mergeBaseBefore ?? site.tip(pull.baseRef) ?? pull.baseSha;
  const mergeBase = await site.plumbing.mergeBase(base, pull.headSha);
  const files = mergeBase === null ? [] : await changedFiles(site, mergeBase, pull.headSha);
  return listAnswer(request, files, (file) => fileView(site, pull.headSha, file));
}

async function listCommits(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const { pull } = findPull(site, request.number('number'));
  const base = pull.mergeBaseBefore ?? site.tip(pull.baseRef) ?? pull.baseSha;
  const listed = await site.repository.run(['rev-list', '--reverse', '--max-count=250', `${base}..${pull.headSha}`]);
  const shas = listed.split('\n').filter((line) => line !== '');
  return listAnswer(request, shas, async (sha) => commitView(site, await resolveCommit(site, sha)));
}

function listReviews(request: ApiRequest): Promise<ApiAnswer> {
  const { site } = request;
  const { pull } = findPull(site, request.number('number'));
  return listAnswer(request, site.tables.reviews.where('number', pull.number), (review) => reviewView(site, review));
}

const newReview = z.object({
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']),
  body: z.string().default(''),
  commit_id: z.string().nullish(),
});

function createReview({ site, caller, body, number }: ApiRequest): ApiAnswer {
  const input = newReview.parse(body);
  const review = reviewPull(site, caller, number('number'), {
    event: input.event,
    body: input.body,
    commitId: input.commit_id ?? null,
  });
  return { status: 200, body: reviewView(site, review) };
}

const dismissal = z.object({ message: z.string().min(1), event: z.literal('DISMISS').optional() });

function putDismissal({ site, caller, body, number }: ApiRequest): ApiAnswer {
  dismissal.parse(body);
  return { status: 200, body: reviewView(site, dismissReview(site, caller, number('number'), number('review'))) };
}

async function putUpdateBranch({ site, outbox, caller, body, number }: ApiRequest): Promise<ApiAnswer> {
  const input = z.object({ expected_head_sha: z.string().nullish() }).parse(body);
  await updateBranch(site, outbox, caller, number('number'), input.expected_head_sha ?? null);
  const url = `${site.urls.repository}/pulls/${number('number')}`;
  return { status: 202, body: { message: 'Updating pull request branch.', url } };
}
