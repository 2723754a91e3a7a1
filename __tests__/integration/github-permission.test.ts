import { describe, expect, test } from 'vitest';
import type { ActorFacts } from '../../src/core/actor.ts';
import { readPermission } from '../../src/github/permission.ts';
import { type GitHubServer, serveGitHub } from './github-server.ts';

function serve(login: string, body: unknown, status = 200): Promise<GitHubServer> {
  return serveGitHub({ [`GET /collaborators/${encodeURIComponent(login)}/permission`]: () => ({ status, body }) });
}

function answerOf(permission: string, role: string, user: object | null = { type: 'User' }): object {
  return { permission, role_name: role, user };
}

describe('what somebody may do', () => {
  test.each<[role: string, body: object, facts: Pick<ActorFacts, 'canWrite' | 'canMaintain' | 'isAdmin'>]>([
    ['admin', answerOf('admin', 'admin'), { canWrite: true, canMaintain: true, isAdmin: true }],
    ['maintain', answerOf('write', 'maintain'), { canWrite: true, canMaintain: true, isAdmin: false }],
    ['write', answerOf('write', 'write'), { canWrite: true, canMaintain: false, isAdmin: false }],
    ['triage', answerOf('read', 'triage'), { canWrite: false, canMaintain: false, isAdmin: false }],
    ['read', answerOf('read', 'read'), { canWrite: false, canMaintain: false, isAdmin: false }],
    ['none', answerOf('none', 'none', null), { canWrite: false, canMaintain: false, isAdmin: false }],
    [
      "a role of the organization's own, on maintain",
      answerOf('write', 'release crew', { type: 'User', permissions: { pull: true, push: true, maintain: true } }),
      { canWrite: true, canMaintain: true, isAdmin: false },
    ],
    [
      "a role of the organization's own, on write",
      answerOf('write', 'maintainers of docs', { type: 'User', permissions: { push: true, maintain: false } }),
      { canWrite: true, canMaintain: false, isAdmin: false },
    ],
  ])('%s', async (_role, body, facts) => {
    await using server = await serve('grace', body);
    expect(await readPermission(server.github, 'grace')).toEqual({ login: 'grace', isBot: false, ...facts });
  });

  test('is nothing for somebody whom GitHub does not know', async () => {
    await using server = await serve('nobody', { message: 'nobody is not a user' }, 404);
    expect(await readPermission(server.github, 'nobody')).toMatchObject({ canWrite: false, canMaintain: false });
  });

  test('tells a bot, by its login or by what GitHub calls it', async () => {
    await using byLogin = await serve('robot[bot]', answerOf('write', 'write'));
    expect(await readPermission(byLogin.github, 'robot[bot]')).toMatchObject({ isBot: true });
    await using byType = await serve('robot', answerOf('admin', 'admin', { type: 'Bot' }));
    expect(await readPermission(byType.github, 'robot')).toMatchObject({ isBot: true });
  });

  test('is refused by name where the answer has another shape', async () => {
    await using server = await serve('grace', { permission: 'admin' });
    await expect(readPermission(server.github, 'grace')).rejects.toThrow('has another shape than expected');
  });
});
