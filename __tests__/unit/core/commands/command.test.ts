import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Command, roleNeeded, verbs } from '../../../../src/core/commands/command.ts';
import { parseCommand } from '../../../../src/core/commands/parse-command.ts';

describe('a command that can be read', () => {
  it.each<[text: string, argument: string, command: Command]>([
    ['retry', '2.1', { verb: 'retry', story: '2.1', guidance: null }],
    ['retry 2.1', '', { verb: 'retry', story: '2.1', guidance: null }],
    ['retry 2.1', '2.1', { verb: 'retry', story: '2.1', guidance: null }],
    ['  Retry   12 ', ' ', { verb: 'retry', story: '12', guidance: null }],
    ['/orchestrate retry 2.1', '', { verb: 'retry', story: '2.1', guidance: null }],
    ['retry 2.1: use the streaming parser', '', { verb: 'retry', story: '2.1', guidance: 'use the streaming parser' }],
    ['retry: see RFC 9110: 15.4', '2.1', { verb: 'retry', story: '2.1', guidance: 'see RFC 9110: 15.4' }],
    ['retry', '2.1: one\ntwo', { verb: 'retry', story: '2.1', guidance: 'one\ntwo' }],
    ['retry 2.1:  ', '', { verb: 'retry', story: '2.1', guidance: null }],
    ['retry repair-1a2b3c4', '', { verb: 'retry', story: 'repair-1a2b3c4', guidance: null }],
    ['reset', '2.10', { verb: 'reset', story: '2.10' }],
    ['pause', '', { verb: 'pause' }],
    ['RESUME', '', { verb: 'resume' }],
    ['approve-paths', '1A2B3C4', { verb: 'approve-paths', sha: '1a2b3c4' }],
    [`approve-paths ${'a'.repeat(40)}`, '', { verb: 'approve-paths', sha: 'a'.repeat(40) }],
  ])('%j with %j', (text, argument, command) => {
    expect(parseCommand(text, argument)).toEqual({ kind: 'command', command });
  });
});

describe('a command that cannot be read', () => {
  it.each<[fault: string, text: string, argument: string, says: RegExp]>([
    ['nothing', ' ', '', /There is no command\. Give one of `help`, `status`/],
    ['a mistyped verb', 'rety 2.1', '', /`rety` is no command\. Did you mean `retry`\? The commands are/],
    ['a verb of nowhere', 'destroy', '', /`destroy` is no command\. The commands are `help`/],
    ['a retry of nothing', 'retry', '', /`retry` needs the number of a story\. Write it as `retry 2\.1`\./],
    ['a reset of two', 'reset 2.1', '2.2', /`reset` takes one at a time, not 2\.1, 2\.2\. Write it as `reset 2\.1`/],
    ['a number that is none', 'retry', 'US-2.1', /`US-2\.1` is not the number of a story/],
    ['a pause of something', 'pause 2.1', '', /`pause` is for the whole project, and 2\.1 was given/],
    ['an approval of nothing', 'approve-paths', '', /needs the SHA of a commit, .*`approve-paths 1a2b3c4`/],
    ['too short a SHA', 'approve-paths 1a2b3c', '', /`1a2b3c` is not the SHA of a commit, at least seven digits/],
    ['a SHA that is none', 'approve-paths', '2.1', /`2\.1` is not the SHA of a commit/],
    [
      'words where none are taken',
      'reset 2.1: begin anew',
      '',
      /`reset` takes no words .* Only `retry` and `reject` do/,
    ],
    ['a whole book', `retry 2.1: ${'x'.repeat(2001)}`, '', /guidance has 2001 characters, and 2000 are the most/],
  ])('%s', (_fault, text, argument, says) => {
    const reading = parseCommand(text, argument);
    expect(reading.kind === 'fault' ? `${reading.reason} ${reading.remedy}` : reading).toMatch(says);
  });
});

const piece = fc.oneof(
  fc.constantFrom(...verbs, ...verbs.map((verb) => verb.toUpperCase()), '/orchestrate', '2.1', ':', '1a2b3c4', '\n'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const line = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(' '));

it('never throws, and reads a command only where its verb stands first as a word of its own', () => {
  fc.assert(
    fc.property(line, line, (text, argument) => {
      const reading = parseCommand(text, argument);
      if (reading.kind === 'fault') return;
      const first = text
        .replace(/^\s*\/orchestrate\s+/i, '')
        .trim()
        .split(/[\s:]/)[0];
      expect(first?.toLowerCase()).toBe(reading.command.verb);
    }),
  );
});

it.each<[command: Command, role: string]>([
  [{ verb: 'retry', story: '2.1', guidance: null }, 'write'],
  [{ verb: 'pause' }, 'write'],
  [{ verb: 'resume' }, 'write'],
  [{ verb: 'reset', story: '2.1' }, 'maintain'],
  [{ verb: 'approve-paths', sha: '1a2b3c4' }, 'maintain'],
])('%j takes the role %s', (command, role) => {
  expect(roleNeeded(command, null)).toBe(role);
});
