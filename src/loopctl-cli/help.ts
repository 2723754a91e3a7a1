import type { Command, Flag } from './command.ts';
import { commonFlags } from './common-flags.ts';

/** Every command on a line. */
export function renderHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => usageOf(command).length));
  return `loopctl COMMAND [options]

${commands.map((command) => `  ${usageOf(command).padEnd(width)}  ${command.what}`).join('\n')}

${renderFlags(commonFlags)}

It speaks to the server in LOOPCTL_SERVER with LOOPCTL_API_KEY (or ~/.loopctl/config.json), else to the store in the
repository one stands in. Stories go by number or id, projects by slug, name or id. It ends with 0 when it was done,
1 when it was refused or failed, 2 when it was not understood. \`loopctl COMMAND --help\` tells more.
`;
}

/** One command with its flags. */
export function renderCommandHelp(command: Command): string {
  const own = Object.keys(command.flags).length === 0 ? '' : `\n${renderFlags(command.flags)}\n`;
  return `loopctl ${usageOf(command)}${own === '' ? '' : ' [options]'}

${command.what}
${own}
${renderFlags(commonFlags)}
`;
}

/** A command with its words, as `status [STORY]`. */
export function usageOf({ name, operands }: Command): string {
  const words = operands.map(({ name: word, optional, many }) => {
    const shown = many === true ? `${word}...` : word;
    return optional === true ? `[${shown}]` : shown;
  });
  return [name, ...words].join(' ');
}

/** A flag as it is typed. */
export function flagUsage(name: string, { value }: Flag): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function renderFlags(flags: Readonly<Record<string, Flag>>): string {
  const rows = Object.entries(flags).map(([name, flag]) => [flagUsage(name, flag), describe(flag)] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length));
  return rows.map(([usage, what]) => `  ${usage.padEnd(width)}  ${what}`).join('\n');
}

function describe({ what, required, many }: Flag): string {
  const notes = [required === true ? 'needed' : '', many === true ? 'more than once' : ''].filter(
    (note) => note !== '',
  );
  return notes.length === 0 ? what : `${what} (${notes.join(', ')})`;
}
