import { describe, expect, it } from 'vitest';
import { checkBacklog } from '../../../src/doctor/checks/backlog.ts';
import { checkIdentities } from '../../../src/doctor/checks/identities.ts';
import { checkServer } from '../../../src/doctor/checks/server.ts';
import { checkStateBranch } from '../../../src/doctor/checks/state-branch.ts';
import type { ServerFacts } from '../../../src/doctor/server/server-facts.ts';
import { healthyFacts } from '../../builders/doctor-facts.ts';

type Up = Extract<ServerFacts, { kind: 'up' }>;

const good = (variable: string, agent: string | null) => ({ variable, kind: 'good', agent }) as const;
const bad = {
  variable: 'A',
  kind: 'bad',
  because: 'loopctl does not accept LOOPCTL_AGENT_KEY',
  remedy: 'Give it another.',
} as const;
const project = { kind: 'project', name: 'House', stories: 3, withoutCriteria: 0 } as const;

function up(change: Partial<Up> = {}): Up {
  const keys = [good('A', 'a'), good('B', 'b'), good('C', 'c')];
  return { kind: 'up', url: 'https://loopctl.test', project, keys, hasAuditKey: false, ...change };
}

function verdicts(server: ServerFacts): readonly string[] {
  return checkServer(healthyFacts({ server })).map(({ verdict, detail }) => `${verdict}: ${detail}`);
}

describe('a loopctl server', () => {
  it('that is as it should be passes line by line', () => {
    expect(verdicts(up())).toEqual([
      'pass: https://loopctl.test answers',
      'pass: House has 3 stories',
      'pass: the three keys are alive and of the right roles',
      'pass: they are of three different agents',
      'pass: the tenant has no audit key, which loopctl 1.0.0 could not work with over HTTP',
    ]);
  });

  it.each<[what: string, server: ServerFacts, says: string]>([
    ['is not there', { kind: 'down', because: 'no whole answer', remedy: 'Look.' }, 'fail: no whole answer'],
    ['is named and not given', { kind: 'not_asked' }, 'cannot_tell: the workflows name a loopctl server'],
    [
      'has no such project',
      up({ project: { kind: 'missing', name: 'hosue' } }),
      'fail: loopctl has no project `hosue`',
    ],
    ['has no story of it', up({ project: { ...project, stories: 0 } }), 'fail: House has no story'],
    ['has stories without criteria', up({ project: { ...project, withoutCriteria: 2 } }), 'fail: 2 of 3 stories'],
    ['has a project nobody names', up({ project: { kind: 'not_named' } }), 'cannot_tell: which project is meant'],
    ['refuses a key', up({ keys: [bad, good('B', 'b')] }), 'fail: loopctl does not accept LOOPCTL_AGENT_KEY'],
    ['knows two keys as one agent', up({ keys: [good('A', 'a'), good('B', 'a')] }), 'fail: two of the three keys'],
    [
      'has not told whose a key is',
      up({ keys: [good('A', 'a'), good('B', null)] }),
      'cannot_tell: whose agent is meant by B',
    ],
    ['has a tenant with an audit key', up({ hasAuditKey: true }), 'fail: the tenant has an audit key'],
    ['does not say whether it has one', up({ hasAuditKey: null }), 'cannot_tell: whether the tenant has an audit key'],
  ])('that %s is named', (_, server, says) => {
    const found = verdicts(server).filter((line) => !line.startsWith('pass:'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  it.each([
    ['backlog', checkBacklog],
    ['identities', checkIdentities],
    ['state branch', checkStateBranch],
  ])('makes nothing of the repository’s own %s', (_, check) => {
    const facts = healthyFacts({ server: up(), backlog: { kind: 'served' }, identities: ['a', 'a', 'a'] });
    expect(check(facts)).toMatchObject([{ verdict: 'pass' }]);
  });
});
