import { expect, it } from 'vitest';
import { type ActorFacts, findForbidden } from '../../../src/core/actor.ts';
import type { Command } from '../../../src/core/commands/command.ts';

const retry = { verb: 'retry', story: '2.1', guidance: null } as const;
const reset = { verb: 'reset', story: '2.1' } as const;
const reader = { login: 'eve', isBot: false, canWrite: false, canMaintain: false, isAdmin: false, teams: [] };
const writer = { ...reader, login: 'grace', canWrite: true };
const maintainer = { ...writer, login: 'ada', canMaintain: true };
const bot = { ...maintainer, login: 'robot[bot]', isBot: true };

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
  const found = findForbidden(command, actor);
  if (forbidden === null) expect(found).toBeNull();
  else expect(`${found?.reason} ${found?.remedy}`).toMatch(forbidden);
});
