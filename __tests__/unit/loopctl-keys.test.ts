import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { readKeys } from '../../src/loopctl/serve/read-keys.ts';

const environment = {
  LOOPCTL_ORCH_KEY: 'lc_orchestrator-0123456789012345678901234567',
  LOOPCTL_AGENT_KEY: ' lc_implementer-01234567890123456789012345678\n',
};

describe('the keys that a store is served by', () => {
  test('are those of the environment, in the names of the three identities, and a user of no agent', () => {
    const { keys } = readKeys(environment, null);
    expect(keys.map(({ name, actor }) => [name, actor.role, actor.keyName, actor.agentId])).toEqual([
      ['LOOPCTL_ORCH_KEY', 'orchestrator', 'orchestrator', identifier('agent', 'orchestrate-orchestrator')],
      ['LOOPCTL_AGENT_KEY', 'agent', 'implementer', identifier('agent', 'orchestrate-implementer')],
      ['LOOPCTL_REVIEWER_KEY', 'agent', 'reviewer', identifier('agent', 'orchestrate-reviewer')],
      ['LOOPCTL_USER_KEY', 'user', 'user', null],
    ]);
    expect(keys.slice(0, 2).map(({ key }) => key)).toEqual(Object.values(environment).map((key) => key.trim()));
  });

  test('are minted where none is given, each another and of the form that loopctl gives', () => {
    const { minted } = readKeys(environment, null);
    expect(minted.map(({ name }) => name)).toEqual(['LOOPCTL_REVIEWER_KEY', 'LOOPCTL_USER_KEY']);
    for (const { key } of minted) expect(key).toMatch(/^lc_[\w-]{40}$/);
    expect(new Set([...minted, ...readKeys({}, null).minted].map(({ key }) => key)).size).toBe(6);
  });

  test('are those of a file and no others', () => {
    const file = {
      version: 1,
      keys: [
        { name: 'ann', role: 'user', key: 'lc_0123456789abcdef' },
        { name: 'bot', role: 'agent', agent: 'impl-1', key: 'lc_fedcba9876543210' },
      ],
    };
    const { keys, minted } = readKeys(environment, JSON.stringify(file));
    expect(minted).toEqual([]);
    expect(keys.map(({ actor }) => actor)).toEqual([
      { role: 'user', keyName: 'ann', agentId: null },
      { role: 'agent', keyName: 'bot', agentId: identifier('agent', 'impl-1') },
    ]);
  });

  test.each([
    ['no JSON', 'LOOPCTL_USER_KEY=lc_1', 'not of the expected form'],
    ['a role that there is not', keyFile({ role: 'reviewer' }), 'role'],
    ['a key that is too short', keyFile({ key: 'lc_1' }), 'at least 16'],
    ['one key twice', keyFile({}, {}), 'is the same key as another one'],
  ])('are refused in a file: %s', (_, text, message) => {
    const read = (): unknown => readKeys({}, text);
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(message);
  });
});

function keyFile(...keys: readonly object[]): string {
  const usual = { name: 'ann', role: 'user', key: 'lc_0123456789abcdef' };
  return JSON.stringify({ version: 1, keys: keys.map((key) => ({ ...usual, ...key })) });
}
