import { describe, expect, test } from 'vitest';
import { readMergeState } from '../../src/github/read-merge-state.ts';
import { answerGraphql } from './github-graphql.ts';
import { type GitHubServer, inTurn, serveGitHub } from './github-server.ts';
import { pullRequest, sha } from './github-world.ts';

const patience = { attempts: 3, firstMs: 1, mostMs: 1 };

function serve(...states: readonly Readonly<Record<string, unknown>>[]): Promise<GitHubServer> {
  const baseRef = { target: { __typename: 'Commit', oid: sha('b') } };
  const replies = states.map((state) =>
    answerGraphql({ repository: { pullRequest: pullRequest(7, { baseRef, ...state }) } }),
  );
  return serveGitHub({ 'POST /graphql': inTurn(...replies) });
}

describe('reading a merge state', () => {
  test('tells head, base and state as they are now', async () => {
    await using server = await serve({ reviewDecision: 'APPROVED' });
    await expect(readMergeState(server.github, 7, patience)).resolves.toEqual({
      state: 'OPEN',
      headSha: sha('a'),
      mergeState: 'CLEAN',
      reviewDecision: 'APPROVED',
      viewerCanMergeAsAdmin: false,
      mergeSha: null,
      baseSha: sha('b'),
    });
  });

  test('asks again while GitHub is working it out', async () => {
    const unknown = { mergeStateStatus: 'UNKNOWN' };
    await using server = await serve(unknown, unknown, { mergeStateStatus: 'BEHIND' });
    expect((await readMergeState(server.github, 7, patience)).mergeState).toBe('BEHIND');
    expect(server.github.requests()).toBe(3);
  });

  test('says unknown when GitHub never says', async () => {
    await using server = await serve({ mergeStateStatus: 'UNKNOWN' });
    expect((await readMergeState(server.github, 7, patience)).mergeState).toBe('UNKNOWN');
    expect(server.github.requests()).toBe(3);
  });

  test('does not wait for what is merged already', async () => {
    const mergeCommit = { __typename: 'Commit', oid: sha('c') };
    await using server = await serve({ state: 'MERGED', mergeStateStatus: 'UNKNOWN', mergeCommit });
    expect(await readMergeState(server.github, 7, patience)).toMatchObject({ state: 'MERGED', mergeSha: sha('c') });
    expect(server.github.requests()).toBe(1);
  });
});
