import type { CommandFault, CommandReading, ProjectVerb, StoryVerb, Verb } from './command.ts';
import { fault, findLength, type Said, understood } from './said.ts';

type Reader = (said: Said) => CommandReading;

/** What may be named in place of a story: a story, or the repair of a red base. */
const storyForm = /^(\d+(\.\d+)?|repair-[0-9a-f]{7})$/;
const shaForm = /^[0-9a-f]{7,64}$/i;

/** A command about the whole project takes nothing. */
export function ofProject(verb: ProjectVerb): Reader {
  return ({ words, afterColon }) => {
    if (afterColon !== null) return noWords(verb);
    if (words.length === 0) return understood({ verb });
    return fault(`\`${verb}\` is for the whole project, and ${words.join(', ')} was given.`, 'Write it alone.');
  };
}

/** A command about one story, which may be left out on its pull request; a question may end as one. */
export function ofStory(verb: StoryVerb | 'why'): Reader {
  return ({ words, afterColon }) => {
    if (afterColon !== null) return noWords(verb);
    const subjects =
      verb === 'why' ? words.map((word) => word.replace(/\?$/, '')).filter((word) => word !== '') : words;
    const read = readStory(verb, subjects);
    return read.kind === 'fault' ? read : understood({ verb, story: read.story });
  };
}

/** Whatever is said after the colon, on as many lines as it takes, goes to the next agent. */
export function readRetry({ words, afterColon }: Said): CommandReading {
  const read = readStory('retry', words);
  if (read.kind === 'fault') return read;
  const guidance = afterColon === '' ? null : afterColon;
  return findLength('The guidance', guidance ?? '') ?? understood({ verb: 'retry', story: read.story, guidance });
}

/** The ids of criteria, after the number of their story where it is given. */
export function readApproval({ line }: Said): CommandReading {
  const [first = '', ...others] = line.split(/[\s,:]+/).filter((word) => word !== '');
  const isStory = storyForm.test(first);
  const criteria = [...new Set(isStory || first === '' ? others : [first, ...others])];
  if (criteria.length === 0) {
    return fault(
      '`approve` needs the ids of criteria.',
      'Write it as `approve AC-3`, or with the story: `approve 2.1 AC-3`.',
    );
  }
  return understood({ verb: 'approve', story: isStory ? first : null, criteria });
}

/** A reason, on as many lines as it takes, after the number of the story and a colon where it is given. */
export function readRejection({ line, words, afterColon, following }: Said): CommandReading {
  const [first = ''] = words;
  const isNamed = words.length === 1 && storyForm.test(first) && afterColon !== null;
  const isBare = words.length === 0 && afterColon !== null;
  const reason = isNamed || isBare ? afterColon : `${line}\n${following}`.trim();
  if (reason === '' || storyForm.test(reason)) {
    return fault(
      '`reject` needs a reason.',
      'Write it as `reject the button is missing`, or with the story: `reject 2.1: …`.',
    );
  }
  return findLength('The reason', reason) ?? understood({ verb: 'reject', story: isNamed ? first : null, reason });
}

export function readRerun({ words, afterColon }: Said): CommandReading {
  if (afterColon !== null) return noWords('rerun');
  const lower = words.map((word) => word.toLowerCase());
  const what = (['review', 'ci'] as const).filter((candidate) => lower.includes(candidate));
  const read = readStory(
    'rerun',
    words.filter((_, index) => lower[index] !== what[0]),
  );
  const [only] = what;
  if (only === undefined || what.length > 1)
    return fault('`rerun` needs what to run again.', 'Write `rerun review` or `rerun ci`.');
  return read.kind === 'fault' ? read : understood({ verb: 'rerun', story: read.story, what: only });
}

/** The commit whose protected paths may be as they are. */
export function readPaths({ words, afterColon }: Said): CommandReading {
  if (afterColon !== null) return noWords('approve-paths');
  const wanted = 'the SHA of a commit, at least seven digits of it';
  const sha = oneOf('approve-paths', words, { wanted, form: shaForm, example: '1a2b3c4' });
  return typeof sha === 'string' ? understood({ verb: 'approve-paths', sha: sha.toLowerCase() }) : sha;
}

/** A merged pull request, and why it counts as the story's work. */
export function readBackfill({ line, following }: Said): CommandReading {
  const [, story = null, digits, words = ''] =
    /^(?:(\d+(?:\.\d+)?):?\s+)?pr=#?(\d{1,9})(?:[\s:]+([\s\S]*))?$/i.exec(line) ?? [];
  if (digits === undefined) {
    return fault(
      '`backfill` needs a story and its merged pull request.',
      'Write it as `backfill 2.1 pr=12 why it counts as done`.',
    );
  }
  const reason = `${words}\n${following}`.trim();
  if (reason === '') return fault('`backfill` needs a reason.', `Write why #${digits} counts as the story's work.`);
  return (
    findLength('The reason', reason) ?? understood({ verb: 'backfill', story, pullRequest: Number(digits), reason })
  );
}

type StoryReading = { readonly kind: 'story'; readonly story: string | null } | CommandFault;

function readStory(verb: Verb, subjects: readonly string[]): StoryReading {
  if (subjects.length === 0) return { kind: 'story', story: null };
  const example = verb === 'rerun' ? 'ci 2.1' : '2.1';
  const story = oneOf(verb, subjects, { wanted: 'the number of a story', form: storyForm, example });
  return typeof story === 'string' ? { kind: 'story', story } : story;
}

interface SubjectForm {
  readonly wanted: string;
  readonly form: RegExp;
  readonly example: string;
}

/** The one thing that a command is about, in the form that it must have. */
function oneOf(verb: Verb, words: readonly string[], { wanted, form, example }: SubjectForm): string | CommandFault {
  const remedy = `Write it as \`${verb} ${example}\`.`;
  const [subject, ...others] = new Set(words);
  if (subject === undefined) return fault(`\`${verb}\` needs ${wanted}.`, remedy);
  if (others.length > 0)
    return fault(`\`${verb}\` takes one at a time, not ${[subject, ...others].join(', ')}.`, remedy);
  return form.test(subject) ? subject : fault(`\`${subject}\` is not ${wanted}.`, remedy);
}

function noWords(verb: Verb): CommandFault {
  return fault(`\`${verb}\` takes no words after a colon.`, 'Only `retry` and `reject` do: they go to the next agent.');
}
