import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/loopctl-cli/commands.ts';
import { commonFlags } from '../../../src/loopctl-cli/common-flags.ts';
import { renderCommandHelp, renderHelp } from '../../../src/loopctl-cli/help.ts';
import { parseInvocation } from '../../../src/loopctl-cli/invocation.ts';

function parse(line: string): object {
  const invocation = parseInvocation(line.split(' ').filter(Boolean), commands);
  if (invocation.kind === 'help') return { help: invocation.command?.name ?? null };
  const { command, given } = invocation;
  return { command: command.name, operands: given.operands, flags: { ...given.flags } };
}

describe('what is typed', () => {
  it.each([
    ['status', { command: 'status', operands: [], flags: {} }],
    ['status 2.1', { command: 'status', operands: ['2.1'], flags: {} }],
    ['--format human status 2.1', { command: 'status', operands: ['2.1'], flags: { format: 'human' } }],
    [
      'import --project p file.json --merge',
      { command: 'import', operands: ['file.json'], flags: { project: 'p', merge: true } },
    ],
    ['import file.json --project p', { command: 'import', operands: ['file.json'], flags: { project: 'p' } }],
    [
      'skill get loopctl:review --version=2',
      { command: 'skill get', operands: ['loopctl:review'], flags: { version: '2' } },
    ],
    ['skill --project p get x', { command: 'skill get', operands: ['x'], flags: { project: 'p' } }],
    ['dispatch --role agent', { command: 'dispatch', operands: [], flags: { role: 'agent' } }],
    ['dispatch list', { command: 'dispatch list', operands: [], flags: {} }],
    ['search two words', { command: 'search', operands: ['two', 'words'], flags: {} }],
    ['state save --file -', { command: 'state save', operands: [], flags: { file: '-' } }],
    [
      'create-story --number 1.2 --title t --criterion a --criterion b',
      { command: 'create-story', operands: [], flags: { number: '1.2', title: 't', criterion: ['a', 'b'] } },
    ],
    ['--help', { help: null }],
    ['help', { help: null }],
    ['help skill get', { help: 'skill get' }],
    ['claim -h', { help: 'claim' }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual(expected);
  });

  it.each([
    ['', 'No command was given.'],
    ['stauts', 'There is no command `stauts`. Did you mean `status`?'],
    ['skill gte x', 'There are: skill get.'],
    ['state', 'There are: state load, state save.'],
    ['claim', 'claim needs STORY.'],
    ['claim 1.1 1.2', 'claim does not know what to do with `1.2`.'],
    ['claim 1.1 --reason x', 'claim takes no --reason.'],
    ['reject 1.1', 'reject needs --reason TEXT.'],
    ['claim 1.1 --nonsense', "Unknown option '--nonsense'"],
    ['reject 1.1 --reason', "Option '--reason <value>' argument missing"],
  ])('refuses `%s`', (line, message) => {
    expect(() => parse(line)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(message) }),
    );
  });
});

describe('the register of commands', () => {
  it('names each command once, and a flag that two commands have is of one kind', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    const kinds = new Map(Object.entries(commonFlags).map(([name, flag]) => [name, kindOf(flag)]));
    for (const { name, flags } of commands) {
      for (const [flag, definition] of Object.entries(flags)) {
        expect([name, flag, kinds.get(flag) ?? kindOf(definition)]).toEqual([name, flag, kindOf(definition)]);
        kinds.set(flag, kindOf(definition));
      }
    }
  });

  it('is all there is in the help', () => {
    const help = renderHelp(commands);
    for (const command of commands) {
      expect(help).toContain(`  ${command.name}`);
      for (const flag of Object.keys(command.flags)) expect(renderCommandHelp(command)).toContain(`--${flag}`);
    }
  });
});

function kindOf({ value, many }: { readonly value?: string; readonly many?: true }): string {
  return `${value === undefined ? 'switch' : 'text'}${many === true ? 's' : ''}`;
}
