import { type ParseArgsConfig, parseArgs } from 'node:util';
import { findNearest } from '../core/nearest.ts';
import type { Command, Flag } from './command.ts';
import { commonFlags } from './common-flags.ts';
import type { Given } from './given.ts';
import { UsageError } from './usage-error.ts';

/** What was typed: a command with what was given to it, or a wish for help, with one command or with all. */
export type Invocation =
  | { readonly kind: 'command'; readonly command: Command; readonly given: Given }
  | { readonly kind: 'help'; readonly command: Command | null };

/** Reads what was typed, flags anywhere among the words; whatever is no command, or not a whole one, is a UsageError. */
export function parseInvocation(words: readonly string[], commands: readonly Command[]): Invocation {
  const { values, positionals } = parse(words, commands);
  const wantsHelp = positionals[0] === 'help' || values['help'] === true;
  const said = positionals[0] === 'help' ? positionals.slice(1) : positionals;
  if (said.length === 0) {
    if (wantsHelp) return { kind: 'help', command: null };
    throw new UsageError('No command was given.');
  }
  const command = findCommand(said, commands);
  if (wantsHelp) return { kind: 'help', command };
  const given = { operands: said.slice(command.name.split(' ').length), flags: values };
  refuseOperands(command, given.operands);
  refuseFlags(command, Object.keys(values));
  return { kind: 'command', command, given };
}

interface Parsed {
  readonly values: Given['flags'];
  readonly positionals: readonly string[];
}

function parse(words: readonly string[], commands: readonly Command[]): Parsed {
  const flags = [commonFlags, ...commands.map((command) => command.flags)].flatMap(Object.entries<Flag>);
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(flags.map(optionOf));
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function optionOf([name, { value, many }]: readonly [string, Flag]): [string, OptionConfig] {
  const type = value === undefined ? 'boolean' : 'string';
  return [name, { type, multiple: many === true, ...(name === 'help' ? { short: 'h' } : {}) }];
}
type OptionConfig = NonNullable<ParseArgsConfig['options']>[string];

function findCommand(words: readonly string[], commands: readonly Command[]): Command {
  const [one = '', two] = words;
  const names = two === undefined ? [one] : [`${one} ${two}`, one];
  for (const name of names) {
    const found = commands.find((command) => command.name === name);
    if (found !== undefined) return found;
  }
  const known = commands.map(({ name }) => name);
  const group = known.filter((name) => name.startsWith(`${one} `));
  if (group.length > 0) throw new UsageError(`There are: ${group.join(', ')}.`);
  const nearest = findNearest(names[0] ?? one, known) ?? findNearest(one, known);
  throw new UsageError(`There is no command \`${one}\`.${nearest === null ? '' : ` Did you mean \`${nearest}\`?`}`);
}

function refuseOperands({ name, operands }: Command, words: readonly string[]): void {
  const missing = operands.find((operand, index) => operand.optional !== true && words[index] === undefined);
  if (missing !== undefined) throw new UsageError(`${name} needs ${missing.name}.`, name);
  const takesAll = operands.at(-1)?.many === true;
  const extra = takesAll ? undefined : words[operands.length];
  if (extra !== undefined) throw new UsageError(`${name} does not know what to do with \`${extra}\`.`, name);
}

function refuseFlags({ name, flags }: Command, given: readonly string[]): void {
  const strange = given.find((flag) => flags[flag] === undefined && commonFlags[flag] === undefined);
  if (strange !== undefined) throw new UsageError(`${name} takes no --${strange}.`, name);
  const missing = Object.entries(flags).find(([flag, { required }]) => required === true && !given.includes(flag));
  if (missing !== undefined) throw new UsageError(`${name} needs --${missing[0]} ${missing[1].value ?? ''}.`, name);
}
