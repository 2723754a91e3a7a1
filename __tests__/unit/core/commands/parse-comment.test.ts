import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/core/commands/command.ts';
import { type ParsedCommand, parseComment } from '../../../../src/core/commands/parse-comment.ts';
import {
  type CommentRow,
  codeRows,
  containerRows,
  htmlRows,
  lineEndRows,
  longRows,
  lookAlikeRows,
  plainRows,
  wordRows,
} from '../../../builders/comment-rows.ts';

/** A command in one line: its verb, its story (`-`: left out), what else it holds; a fault as `?` and its words. */
function inShort({ reading }: ParsedCommand): string {
  return reading.kind === 'fault' ? `? ${reading.reason} ${reading.remedy}` : describeCommand(reading.command);
}

function describeCommand(command: Command): string {
  const story = 'story' in command ? ` ${command.story ?? '-'}` : '';
  switch (command.verb) {
    case 'retry':
      return `retry${story}${command.guidance === null ? '' : `: ${command.guidance}`}`;
    case 'reject':
      return `reject${story}: ${command.reason}`;
    case 'approve':
      return `approve${story} ${command.criteria.join(' ')}`;
    case 'approve-paths':
      return `approve-paths ${command.sha}`;
    case 'rerun':
      return `rerun ${command.what}${story}`;
    case 'backfill':
      return `backfill${story} #${command.pullRequest}: ${command.reason}`;
    case 'add': {
      const about = command.description === null ? '' : ` ${command.description}`;
      return `add ${command.epic} ${command.number} ${command.title} |${about} | ${command.criteria.join('; ')}`;
    }
    default:
      return `${command.verb}${story}`;
  }
}

const groups: readonly (readonly [what: string, rows: readonly CommentRow[]])[] = [
  ['a command in plain text', plainRows],
  ['the ends of lines', lineEndRows],
  ['what only looks like a command', lookAlikeRows],
  ['code', codeRows],
  ['quotes, lists and links', containerRows],
  ['HTML', htmlRows],
  ['the words of a command', wordRows],
  ['long comments', longRows],
];

describe.each(groups)('%s', (_what, rows) => {
  it.each(rows)('%s', (_row, body, commands) => {
    const read = parseComment(body).map(inShort);
    // Of a fault the row gives the beginning.
    const expected = commands.map((command, place) => {
      return command.startsWith('? ') && read[place]?.startsWith(command) ? read[place] : command;
    });
    expect(read).toEqual(expected);
  });
});

it('is shown by more than 120 comments, no two of them the same', () => {
  const bodies = groups.flatMap(([, rows]) => rows.map(([, body]) => body));
  expect(new Set(bodies).size).toBe(bodies.length);
  expect(bodies.length).toBeGreaterThan(120);
});

it('says on which line a command stands, and in which words', () => {
  const found = parseComment('Well.\r\n\r\n/orchestrate retry 2.1: a\r\nb\r\n/orchestrate  plan\r\n');
  expect(found.map(({ line, text }) => [line, text])).toEqual([
    [3, '/orchestrate retry 2.1: a'],
    [5, '/orchestrate  plan'],
  ]);
});
