import { describe, expect, it } from 'vitest';
import { decidePlace, type PlaceFacts, parseStoredSettings } from '../../../src/loopctl-cli/place.ts';

function decide(change: Partial<PlaceFacts>): object {
  return decidePlace({ environment: {}, stored: {}, repository: null, as: null, usually: 'orchestrator', ...change });
}

const LOOPCTL_SERVER = 'https://loopctl.example/';
const three = { LOOPCTL_AGENT_KEY: 'lc_a', LOOPCTL_REVIEWER_KEY: 'lc_r', LOOPCTL_ORCH_KEY: 'lc_o' };
const server = { kind: 'server', url: 'https://loopctl.example' };

describe('where loopctl is', () => {
  const rows: readonly (readonly [string, Partial<PlaceFacts>, object])[] = [
    ['the repository here, where nothing else is said', {}, { kind: 'repository', repository: null }],
    [
      'the server of the environment, with the one key',
      { environment: { LOOPCTL_SERVER, LOOPCTL_API_KEY: 'lc_1', ...three } },
      { ...server, key: 'lc_1', keyName: 'LOOPCTL_API_KEY' },
    ],
    [
      'the server, with the key of whose call it is',
      { environment: { LOOPCTL_SERVER, ...three }, usually: 'reviewer' },
      { ...server, key: 'lc_r', keyName: 'LOOPCTL_REVIEWER_KEY' },
    ],
    [
      'the server, in the name that is asked for, whatever other key there is',
      { environment: { LOOPCTL_SERVER, LOOPCTL_API_KEY: 'lc_1', ...three }, as: 'implementer' },
      { ...server, key: 'lc_a', keyName: 'LOOPCTL_AGENT_KEY' },
    ],
    [
      "loopctl's own settings",
      { stored: { server: 'https://loopctl.example/api/v1', api_key: 'lc_s' } },
      { ...server, key: 'lc_s', keyName: 'api_key in ~/.loopctl/config.json' },
    ],
    [
      'a repository that is named, before any server',
      { environment: { LOOPCTL_SERVER, LOOPCTL_API_KEY: 'lc_1' }, repository: 'me/mine' },
      { kind: 'repository', repository: 'me/mine' },
    ],
    [
      'the assignment, in an agent job, before all else',
      { environment: { LOOPCTL_SERVER, ORCHESTRATE_ASSIGNMENT_FILE: '/card.json' }, repository: 'me/mine' },
      { kind: 'assignment', file: '/card.json' },
    ],
  ];

  it.each(rows)('is %s', (_, change, expected) => {
    expect(decide(change)).toEqual(expected);
  });

  it.each([
    ['no address', { LOOPCTL_SERVER: 'loopctl.example', LOOPCTL_API_KEY: 'lc_1' }, null, 'must be an address such as'],
    [
      'an address that anybody could listen to',
      { LOOPCTL_SERVER: 'http://loopctl.example', LOOPCTL_API_KEY: 'lc_1' },
      null,
      'must use https',
    ],
    ['no key', { LOOPCTL_SERVER }, null, 'set LOOPCTL_API_KEY, or LOOPCTL_ORCH_KEY'],
    [
      'no key of that name',
      { LOOPCTL_SERVER, LOOPCTL_API_KEY: 'lc_1' },
      'reviewer',
      '--as reviewer takes the key from LOOPCTL_REVIEWER_KEY',
    ],
    ['a key that is none', { LOOPCTL_SERVER, LOOPCTL_API_KEY: 'lc 1' }, null, 'LOOPCTL_API_KEY holds no key'],
  ] as const)('is nowhere with %s', (_, environment, as, message) => {
    expect(() => decide({ environment, as })).toThrow(message);
  });

  it("takes what cannot be read of loopctl's own settings as not there", () => {
    expect(parseStoredSettings(null)).toEqual({});
    expect(parseStoredSettings('{')).toEqual({});
    expect(parseStoredSettings('[]')).toEqual({});
    expect(parseStoredSettings('{"server": "https://x", "api_key": 1}')).toMatchObject({ server: 'https://x' });
  });
});
