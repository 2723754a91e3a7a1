import { findNearest } from '../nearest.ts';
import { type CommandReading, type Verb, verbs } from './command.ts';
import { parseNewStory } from './parse-new-story.ts';
import {
  ofProject,
  ofStory,
  readApproval,
  readBackfill,
  readPaths,
  readRejection,
  readRerun,
  readRetry,
} from './readers.ts';
import { fault, readSaid, type Said } from './said.ts';

const known = verbs.map((verb) => `\`${verb}\``).join(', ');

const readers: Readonly<Record<Verb, (said: Said) => CommandReading>> = {
  help: ofProject('help'),
  status: ofProject('status'),
  plan: ofProject('plan'),
  pause: ofProject('pause'),
  resume: ofProject('resume'),
  why: ofStory('why'),
  reset: ofStory('reset'),
  escalate: ofStory('escalate'),
  release: ofStory('release'),
  cancel: ofStory('cancel'),
  revert: ofStory('revert'),
  retry: readRetry,
  approve: readApproval,
  reject: readRejection,
  rerun: readRerun,
  'approve-paths': readPaths,
  backfill: readBackfill,
  add: parseNewStory,
};

/**
 * Reads one command: its first line after `/orchestrate`, and the lines after it, of which only those commands take
 * something that are given words. What cannot be read is answered with what to write instead.
 */
export function readCommand(line: string, following: string): CommandReading {
  const { typed, rest } = splitVerb(line);
  if (typed === '') return fault('There is no command.', `Give one of ${known}.`);
  const verb = verbs.find((candidate) => candidate === typed.toLowerCase());
  return verb === undefined ? unknownVerb(typed) : readers[verb](readSaid(verb, rest, following));
}

/**
 * Reads a command from what a workflow is run with: its text (`retry 2.1: use the streaming parser`), or its verb and what
 * it is about given apart. There is no pull request that could say which story is meant.
 */
export function parseCommand(text: string, argument: string): CommandReading {
  const { typed, rest } = splitVerb(text.replace(/^\s*\/orchestrate\s+/i, ''));
  const [line = '', ...following] = join(typed, rest, argument.trim()).split(/\r\n|\n|\r/);
  const reading = readCommand(`${typed} ${line}`, following.join('\n'));
  if (reading.kind === 'fault') return reading;
  const { command } = reading;
  if (!('story' in command) || command.story !== null || command.verb === 'why') return reading;
  return fault(`\`${command.verb}\` needs the number of a story.`, `Write it as \`${command.verb} 2.1\`.`);
}

function splitVerb(text: string): { readonly typed: string; readonly rest: string } {
  const trimmed = text.trim();
  const [typed = ''] = /^[^\s:]*/.exec(trimmed) ?? [];
  return { typed, rest: trimmed.slice(typed.length) };
}

/** What was given apart stands behind what it is given with, but before words. */
function join(typed: string, rest: string, about: string): string {
  const [head = '', ...words] = rest.split(':');
  if (about === '' || head.trim().split(/\s+/).includes(about)) return rest;
  switch (typed.toLowerCase()) {
    case 'reject':
      return rest.trim() === '' ? about : `${about}: ${rest.trim().replace(/^:/, '')}`;
    case 'approve':
    case 'backfill':
    case 'add':
      return `${about} ${rest}`;
    default:
      return [`${head} ${about}`, ...words].join(':');
  }
}

function unknownVerb(typed: string): CommandReading {
  const nearest = findNearest(typed, verbs);
  const all = `The commands are ${known}.`;
  return fault(`\`${typed}\` is no command.`, nearest === null ? all : `Did you mean \`${nearest}\`? ${all}`);
}
