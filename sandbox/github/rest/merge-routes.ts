import { z } from 'zod';
import { pendingMerge, requestMerge } from '../pulls/async-merges.ts';
import { mergePull } from '../pulls/merge-pull.ts';
import { Refusal } from '../pulls/refusal.ts';
import { queueOn } from '../rules/demands.ts';
import type { Wire } from '../views/wire.ts';
import type { AsyncMergeRow } from '../world/merge-rows.ts';
import type { ApiAnswer } from './answering.ts';
import type { ApiRequest, Route } from './api.ts';
import { findPull } from './pull-routes.ts';

const write = { permission: 'contents', level: 'write' } as const;
const read = { permission: 'pull_requests', level: 'read' } as const;

/** Merging, at once and in the background. */
export const mergeRoutes: readonly Route[] = [
  { method: 'GET', path: '{repo}/pulls/:number/merge', need: read, answer: isMerged },
  { method: 'PUT', path: '{repo}/pulls/:number/merge', need: write, answer: merge },
  { method: 'PUT', path: '{repo}/pulls/:number/merge-async', need: write, answer: mergeAsync },
  { method: 'GET', path: '{repo}/pulls/:number/merge-async/:uuid', need: read, answer: getMergeAsync },
];

const mergeBody = z.object({
  commit_title: z.string().nullish(),
  commit_message: z.string().nullish(),
  sha: z.string().nullish(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).nullish(),
});

function isMerged({ site, number }: ApiRequest): ApiAnswer {
  if (findPull(site, number('number')).pull.mergedAt === null) throw new Refusal(404, 'Not Found');
  return { status: 204 };
}

async function merge({ site, outbox, caller, body, number }: ApiRequest): Promise<ApiAnswer> {
  const input = mergeBody.parse(body);
  const sha = await mergePull(site, outbox, caller, number('number'), {
    method: input.merge_method ?? 'merge',
    expectedSha: input.sha ?? null,
    title: input.commit_title ?? null,
    message: input.commit_message ?? null,
  });
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
}

const asyncBody = mergeBody.extend({ merge_action: z.enum(['default', 'direct_merge', 'merge_queue']).nullish() });

function mergeAsync({ site, outbox, caller, body, number }: ApiRequest): ApiAnswer {
  const input = asyncBody.parse(body);
  const { pull, issue } = findPull(site, number('number'));
  if (pull.mergedAt !== null) {
    return {
      status: 200,
      body: { status: 'merged', details: { message: 'Pull request is already merged.', sha: pull.mergeCommitSha } },
    };
  }
  if (issue.state === 'closed') return failed(400, 'Pull request is closed.');
  if (pull.draft) return failed(400, 'Pull request is a draft.');
  if (input.merge_action === 'merge_queue' && queueOn(site, pull.baseRef) === null)
    return failed(400, 'The base branch has no merge queue.');
  const waiting = pendingMerge(site, pull.number);
  if (waiting !== undefined) return { status: 409, body: asyncView(waiting) };
  const row = requestMerge(site, outbox, caller, pull.number, {
    method: input.merge_method ?? null,
    action: input.merge_action ?? 'default',
    expectedSha: input.sha ?? null,
    title: input.commit_title ?? null,
    message: input.commit_message ?? null,
  });
  return { status: 202, body: asyncView(row) };
}

function failed(status: number, message: string): ApiAnswer {
  return { status, body: { status: 'failed', details: { message } } };
}

function getMergeAsync({ site, param, number }: ApiRequest): ApiAnswer {
  const row = site.tables.asyncMerges.get(param('uuid'));
  if (row === undefined || row.number !== number('number')) throw new Refusal(404, 'Not Found');
  return { status: 200, body: asyncView(row) };
}

function asyncView(row: AsyncMergeRow): Wire {
  switch (row.status) {
    case 'merged':
      return { status: 'merged', details: { message: row.message, sha: row.sha } };
    case 'enqueued':
      return { status: 'enqueued', details: { message: row.message } };
    case 'failed':
      return { status: 'failed', details: { message: row.message } };
    case 'pending':
      return {
        status: 'pending',
        details: {
          message: row.message,
          uuid: row.uuid,
          merge_method: row.method,
          merge_action: row.action,
          expected_head_sha: row.headSha,
        },
      };
  }
}
