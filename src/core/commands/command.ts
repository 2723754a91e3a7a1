import { findNearest } from '../nearest.ts';
import type { StoryNumber } from '../story.ts';

export const verbs = ['retry', 'reset', 'pause', 'resume', 'approve-paths'] as const;
export type Verb = (typeof verbs)[number];

/** What a person wants done about the course of the project. */
export type Command =
  | { readonly verb: 'retry'; readonly story: StoryNumber; readonly guidance: string | null }
  | { readonly verb: 'reset'; readonly story: StoryNumber }
  | { readonly verb: 'pause' }
  | { readonly verb: 'resume' }
  | { readonly verb: 'approve-paths'; readonly sha: string };

export interface CommandFault {
  readonly kind: 'fault';
  readonly reason: string;
  readonly remedy: string;
}

export type CommandReading = { readonly kind: 'command'; readonly command: Command } | CommandFault;

/** What somebody must be allowed to do in the repository to give a command. */
export type RoleNeeded = 'write' | 'maintain';

const guidanceLimit = 2000;
const known = verbs.map((verb) => `\`${verb}\``).join(', ');

/** What a person must be allowed to do: lifting a hold takes `write`, throwing work away or letting it pass takes `maintain`. */
export function roleNeeded({ verb }: Command): RoleNeeded {
  return verb === 'reset' || verb === 'approve-paths' ? 'maintain' : 'write';
}

/**
 * Reads a command from its text (`retry 2.1: use the streaming parser`), or from its verb and what it is about given
 * apart; what cannot be read is answered with what to write instead.
 */
export function parseCommand(text: string, argument: string): CommandReading {
  const [head, said] = splitGuidance(text.replace(/^\s*\/orchestrate\s+/i, ''));
  const [about, more] = splitGuidance(argument);
  const [typed = '', ...words] = head.split(/\s+/).filter((word) => word !== '');
  const guidance = [said, more].filter((part) => part !== '').join('\n');
  const subjects = [...new Set([...words, ...about.split(/\s+/).filter((word) => word !== '')])];
  if (typed === '') return fault('There is no command.', `Give one of ${known}.`);
  const verb = verbs.find((candidate) => candidate === typed.toLowerCase());
  if (verb === undefined) return unknownVerb(typed);
  if (guidance !== '' && verb !== 'retry') {
    return fault(`\`${verb}\` takes no words after a colon.`, 'Only `retry` does: they go to the next agent.');
  }
  if (guidance.length > guidanceLimit) {
    return fault(
      `The guidance has ${guidance.length} characters, and ${guidanceLimit} are the most.`,
      'Put what is long into the story itself.',
    );
  }
  return parseSubject(verb, subjects, guidance === '' ? null : guidance);
}

function parseSubject(verb: Verb, subjects: readonly string[], guidance: string | null): CommandReading {
  switch (verb) {
    case 'pause':
    case 'resume':
      if (subjects.length === 0) return { kind: 'command', command: { verb } };
      return fault(`\`${verb}\` is for the whole project, and ${subjects.join(', ')} was given.`, `Write it alone.`);
    case 'retry':
    case 'reset': {
      const story = oneOf(subjects, { verb, wanted: 'the number of a story', form: storyForm, example: '2.1' });
      if (typeof story !== 'string') return story;
      return { kind: 'command', command: verb === 'retry' ? { verb, story, guidance } : { verb, story } };
    }
    case 'approve-paths': {
      const wanted = 'the SHA of a commit, at least seven digits of it';
      const sha = oneOf(subjects, { verb, wanted, form: shaForm, example: '1a2b3c4' });
      return typeof sha === 'string' ? { kind: 'command', command: { verb, sha: sha.toLowerCase() } } : sha;
    }
  }
}

const storyForm = /^(\d+(\.\d+)?|repair-[0-9a-f]{7})$/;
const shaForm = /^[0-9a-f]{7,64}$/i;

interface SubjectForm {
  readonly verb: Verb;
  readonly wanted: string;
  readonly form: RegExp;
  readonly example: string;
}

/** The one thing that a command is about, in the form that it must have. */
function oneOf(subjects: readonly string[], { verb, wanted, form, example }: SubjectForm): string | CommandFault {
  const remedy = `Write it as \`${verb} ${example}\`.`;
  const [subject, ...others] = subjects;
  if (subject === undefined) return fault(`\`${verb}\` needs ${wanted}.`, remedy);
  if (others.length > 0) return fault(`\`${verb}\` takes one at a time, not ${subjects.join(', ')}.`, remedy);
  return form.test(subject) ? subject : fault(`\`${subject}\` is not ${wanted}.`, remedy);
}

function unknownVerb(typed: string): CommandFault {
  const nearest = findNearest(typed, verbs);
  const all = `The commands are ${known}.`;
  return fault(`\`${typed}\` is no command.`, nearest === null ? all : `Did you mean \`${nearest}\`? ${all}`);
}

function splitGuidance(text: string): readonly [head: string, guidance: string] {
  const colon = text.indexOf(':');
  return colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
}

function fault(reason: string, remedy: string): CommandFault {
  return { kind: 'fault', reason, remedy };
}
