import type { Command, CommandFault, CommandReading, Verb } from './command.ts';

/** One command, taken apart: what stands behind its verb. */
export interface Said {
  readonly verb: Verb;
  /** The words before a colon, or all of the line where it has none. */
  readonly words: readonly string[];
  /** What stands after the colon and on the lines below; null where the line has no colon. */
  readonly afterColon: string | null;
  /** All of the line. */
  readonly line: string;
  readonly following: string;
}

/** The longest text that goes into a prompt, or to loopctl, with a command. */
const mostCharacters = 2000;

export function readSaid(verb: Verb, line: string, following: string): Said {
  const colon = line.indexOf(':');
  const head = colon === -1 ? line : line.slice(0, colon);
  return {
    verb,
    words: head.split(/[ \t]+/).filter((word) => word !== ''),
    afterColon: colon === -1 ? null : `${line.slice(colon + 1)}\n${following}`.trim(),
    line: line.trim(),
    following,
  };
}

export function understood(command: Command): CommandReading {
  return { kind: 'command', command };
}

export function fault(reason: string, remedy: string): CommandFault {
  return { kind: 'fault', reason, remedy };
}

/** Why a text is too long to be taken, or nothing. */
export function findLength(what: string, text: string): CommandFault | null {
  return text.length <= mostCharacters
    ? null
    : fault(
        `${what} has ${text.length} characters, and ${mostCharacters} are the most.`,
        'Put what is long into the story itself.',
      );
}
