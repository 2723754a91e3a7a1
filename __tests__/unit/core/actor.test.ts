import { expect, it } from 'vitest';
import { type ActorFacts, findForbidden, type SteeringRules } from '../../../src/core/actor.ts';
import type { Command } from '../../../src/core/commands/command.ts';

const retry = { verb: 'retry', story: '2.1', guidance: null } as const;
const reset = { verb: 'reset', story: '2.1' } as const;
const reader = { login: 'eve', isBot: false, canWrite: false, canMaintain: false, isAdmin: false, teams: [] };
const writer = { ...reader, login: 'grace', canWrite: true };
const maintainer = { ...writer, login: 'ada', canMaintain: true };
const admin = { ...maintainer, login: 'root', isAdmin: true };
const member = { ...writer, teams: ['octo/core'] };
const bot = { ...maintainer, login: 'robot[bot]', isBot: true };

const anybody: SteeringRules = { teams: [], pausedBy: null };
const core: SteeringRules = { teams: ['octo/core', 'octo/ops'], pausedBy: null };

it.each<[who: string, actor: ActorFacts, command: Command, forbidden: RegExp | null]>([
  ['a reader', reader, retry, /eve may not `retry`: it takes write permission/],
  ['a reader', reader, { verb: 'pause' }, /eve may not `pause`/],
  ['a writer', writer, retry, null],
  ['a writer', writer, { verb: 'resume' }, null],
  ['a writer', writer, reset, /grace may not `reset`: it takes the role maintain or admin/],
  ['a writer', writer, { verb: 'approve-paths', sha: '1a2b3c4' }, /may not `approve-paths`/],
  ['a maintainer', maintainer, reset, null],
  ['a maintainer', maintainer, { verb: 'approve-paths', sha: '1a2b3c4' }, null],
  ['a bot that may do everything', bot, retry, /robot\[bot\] is a bot\. Commands steer .* a person/],
])('%s (%j) giving %j', (_who, actor, command, forbidden) => {
  const found = findForbidden(command, actor, anybody);
  if (forbidden === null) expect(found).toBeNull();
  else expect(`${found?.reason} ${found?.remedy}`).toMatch(forbidden);
});

it.each<[who: string, actor: ActorFacts, command: Command, forbidden: RegExp | null]>([
  [
    'a writer in none of them',
    writer,
    retry,
    /grace is in none of the teams .*: octo\/core, octo\/ops\. Ask one of them/,
  ],
  ['a maintainer in none of them', maintainer, reset, /in none of the teams/],
  ['a member who may write', member, retry, null],
  ['a member who may not maintain', member, reset, /it takes the role maintain/],
  ['a member who may not even write', { ...member, canWrite: false }, retry, /it takes write permission/],
  ['an administrator in none of them', admin, reset, null],
])('where teams are named: %s (%j) giving %j', (_who, actor, command, forbidden) => {
  const found = findForbidden(command, actor, core);
  if (forbidden === null) expect(found).toBeNull();
  else expect(`${found?.reason} ${found?.remedy}`).toMatch(forbidden);
});

it('where a budget stopped the project, going on takes maintain, and pausing does not', () => {
  const stopped: SteeringRules = { teams: [], pausedBy: 'budget' };
  expect(findForbidden({ verb: 'resume' }, writer, stopped)?.reason).toContain('maintain or admin');
  expect(findForbidden({ verb: 'resume' }, maintainer, stopped)).toBeNull();
  expect(findForbidden({ verb: 'pause' }, writer, stopped)).toBeNull();
  expect(findForbidden({ verb: 'resume' }, writer, { ...stopped, pausedBy: 'person' })).toBeNull();
});
