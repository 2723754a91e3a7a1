import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { ensureApproved, ensureUnapproved } from '../../src/github/ensure-approval.ts';
import { openWorld, pullRequestRule, type TestWorld } from './sandbox-github-world.ts';

let world: TestWorld;
let approver: GitHub;
beforeAll(async () => {
  world = await openWorld();
  approver = speakAs(world.jobToken());
  const parameters = { ...pullRequestRule.parameters, required_approving_review_count: 1 };
  world.github.world.setRuleset({
    name: 'main',
    include: ['~DEFAULT_BRANCH'],
    rules: [{ ...pullRequestRule, parameters: { ...parameters, dismiss_stale_reviews_on_push: true } }],
  });
});
afterAll(() => world[Symbol.asyncDispose]());

function speakAs(token: string): GitHub {
  return createGitHub({ token, apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
}

async function decisionOn(number: number): Promise<unknown> {
  const query = `{ repository(owner: "acme", name: "lib") { pullRequest(number: ${number}) { reviewDecision } } }`;
  return (await world.graphql(query)).data.repository.pullRequest.reviewDecision;
}

function approvalsOf(number: number): number {
  const reviews = world.github.world.log().filter((event) => event.kind === 'review' && event.number === number);
  return reviews.length;
}

describe('approving in GitHub Actions’ name', () => {
  test('GitHub counts it, once, until it is dismissed', async () => {
    const { number, head: headSha } = await world.pull('counted');
    const wanted = { number, headSha, body: 'It passed.' };
    expect(await decisionOn(number)).toBe('REVIEW_REQUIRED');
    expect(await ensureApproved(approver, wanted)).toEqual({ kind: 'done' });
    expect(await ensureApproved(approver, wanted)).toEqual({ kind: 'done' });
    expect(await decisionOn(number)).toBe('APPROVED');
    expect(approvalsOf(number)).toBe(1);
    const unwanted = { number, message: 'It does not pass any more.' };
    expect(await ensureUnapproved(approver, unwanted)).toEqual({ kind: 'done' });
    expect(await ensureUnapproved(approver, unwanted)).toEqual({ kind: 'done' });
    expect(await decisionOn(number)).toBe('REVIEW_REQUIRED');
  });

  test('GitHub counts no App’s', async () => {
    const { number } = await world.pull('by-app');
    await world.call('POST', `/repos/acme/lib/pulls/${number}/reviews`, { body: { event: 'APPROVE', body: 'Fine.' } });
    expect(await decisionOn(number)).toBe('REVIEW_REQUIRED');
  });

  test('an approval that a push made stale is given anew', async () => {
    const { number, head } = await world.pull('stale');
    await ensureApproved(approver, { number, headSha: head, body: 'It passed.' });
    const headSha = await world.branch('stale', { 'more.txt': 'more\n' });
    expect(await decisionOn(number)).toBe('REVIEW_REQUIRED');
    expect(await ensureApproved(approver, { number, headSha: head, body: 'It passed.' })).toEqual({
      kind: 'head_moved',
    });
    expect(await ensureApproved(approver, { number, headSha, body: 'It passed.' })).toEqual({ kind: 'done' });
    expect(await decisionOn(number)).toBe('APPROVED');
  });

  test('what a person approved stays as it is', async () => {
    const { number } = await world.pull('by-person');
    world.github.world.createUser('ben', 'write');
    world.github.world.reviewAs('ben', number, { event: 'APPROVE' });
    expect(await ensureUnapproved(approver, { number, message: 'No.' })).toEqual({ kind: 'done' });
    expect(await decisionOn(number)).toBe('APPROVED');
  });

  test('is refused to a token of anybody else', async () => {
    const { number, head: headSha } = await world.pull('other-name');
    for (const token of [world.tokens.app, world.tokens.ann]) {
      const answer = await ensureApproved(speakAs(token), { number, headSha, body: 'Fine.' });
      expect(answer).toMatchObject({ kind: 'refused', message: expect.stringContaining('not the job') });
    }
    expect(approvalsOf(number)).toBe(0);
  });

  test('is refused of its own pull request, in GitHub’s words', async () => {
    const headSha = await world.branch('own');
    const token = world.jobToken();
    const body = { head: 'own', base: 'main', title: 'Own' };
    const { body: opened } = await world.call('POST', '/repos/acme/lib/pulls', { body, token });
    const answer = await ensureApproved(approver, { number: opened.number, headSha, body: 'Fine.' });
    expect(answer).toMatchObject({ kind: 'refused', message: expect.stringContaining('your own pull request') });
  });

  test('is refused where the repository does not let GitHub Actions, in GitHub’s words', async () => {
    const { number, head: headSha } = await world.pull('not-permitted');
    world.github.world.setRepository({ actionsMayApprove: false });
    const answer = await ensureApproved(approver, { number, headSha, body: 'Fine.' });
    expect(answer).toMatchObject({ kind: 'refused', message: expect.stringContaining('not permitted to approve') });
    world.github.world.setRepository({ actionsMayApprove: true });
  });

  test('is not tried of what is closed', async () => {
    const { number, head: headSha } = await world.pull('closed');
    world.github.world.closeAs('ann', number);
    expect(await ensureApproved(approver, { number, headSha, body: 'Fine.' })).toEqual({ kind: 'head_moved' });
  });
});
