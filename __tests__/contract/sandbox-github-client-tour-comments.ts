import assert from 'node:assert/strict';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import { ensureReply } from '../../src/github/ensure-reply.ts';
import { ensureReaction } from '../../src/github/react.ts';
import { createActorReader } from '../../src/github/read-actor.ts';
import { readCommentPlaces } from '../../src/github/read-comment-places.ts';
import { readComment, readCommentsSince } from '../../src/github/read-comments.ts';
import type { TestWorld } from '../integration/sandbox-github-world.ts';

/** A person's comment is found, looked at closer, and answered; and what that person may do is asked for. */
export async function tourComments(
  { github: { world, host, apiUrl }, pull }: TestWorld,
  github: GitHub,
): Promise<void> {
  const { number } = await pull('orchestrate/5');
  const id = world.commentAs('ann', number, '/orchestrate status');
  const { comments } = await readCommentsSince(github, '2020-01-01T00:00:00Z');
  assert.deepEqual(
    comments.map((comment) => [comment.id, comment.author, comment.isByPerson]),
    [[id, 'ann', true]],
  );
  const nodeIds = comments.map(({ nodeId }) => nodeId);
  const place = { number, isOnIssueOfOurs: false, branch: 'orchestrate/5', isEdited: false, isAnswered: false };
  assert.deepEqual(await readCommentPlaces(github, nodeIds), [place]);
  const reply = {
    on: number,
    comment: String(id),
    body: 'Done.',
    viewer: 'orchestrator',
    since: '2020-01-01T00:00:00Z',
  };
  for (const _ of ['posted', 'found']) assert.equal(await ensureReply(github, reply), true);
  assert.equal(world.comments(number).length, 2);
  for (const _ of ['new', 'there']) assert.equal(await ensureReaction(github, id, 'rocket'), true);
  world.editCommentAs('ann', id, '/orchestrate help');
  assert.deepEqual(await readCommentPlaces(github, nodeIds), [{ ...place, isEdited: true, isAnswered: true }]);
  assert.equal((await readComment(github, id))?.body, '/orchestrate help');
  world.setTeam('acme/core', ['ann']);
  const app = world.createApp({ slug: 'sees-members', permissions: { members: 'read', metadata: 'read' } });
  const seesMembers = createGitHub({ token: host.issueInstallationToken(app), apiUrl, owner: 'acme', repo: 'lib' });
  assert.deepEqual(await createActorReader(seesMembers, ['acme/core', 'acme/others'])('ann'), {
    login: 'ann',
    isBot: false,
    canWrite: true,
    canMaintain: true,
    isAdmin: true,
    teams: ['acme/core'],
  });
}
