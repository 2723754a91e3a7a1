import type { CommandReading } from './command.ts';
import { readBlocks } from './markdown/blocks.ts';
import { findHiddenLines, type OpenElements } from './markdown/hidden-lines.ts';
import { readCommand } from './parse-command.ts';

/** One command of a comment, in the words of its author. */
export interface ParsedCommand {
  /** The line it stands on, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly reading: CommandReading;
}

/** The first of them are read; whoever writes more is told. */
const mostCommands = 20;

/** Plain ASCII, then a space or nothing: what only looks like it is no command. */
const trigger = /^\/orchestrate(?:[ \t]+|$)/i;

/**
 * The commands of a comment, in order. A command begins its line, and that line is text to whoever sees the comment: not
 * quoted, nor code, nor hidden or folded away. What belongs to it in words may run over the lines after it.
 */
export function parseComment(body: string): readonly ParsedCommand[] {
  const lines = body.split(/\r\n|\n|\r/);
  const starts = findStarts(lines);
  const read = starts.slice(0, mostCommands).map((index, place): ParsedCommand => {
    const text = lines[index] ?? '';
    const following = lines.slice(index + 1, starts[place + 1] ?? lines.length).join('\n');
    return { line: index + 1, text, reading: readCommand(text.replace(trigger, ''), following) };
  });
  const next = starts[mostCommands];
  return next === undefined
    ? read
    : [...read, { line: next + 1, text: lines[next] ?? '', reading: tooMany(starts.length) }];
}

function tooMany(count: number): CommandReading {
  return {
    kind: 'fault',
    reason: `There are ${count} commands, and ${mostCommands} of a comment are read.`,
    remedy: 'Give the others in another one.',
  };
}

function findStarts(lines: readonly string[]): readonly number[] {
  if (!lines.some((line) => trigger.test(line))) return [];
  const open: OpenElements = new Map();
  return readBlocks(lines).flatMap((block) => {
    // An element that a list leaves open ends with its item.
    const hidden = findHiddenLines(block, block.isNested ? new Map(open) : open);
    return block.lines.flatMap(({ index }, place) =>
      hidden[place] === false && trigger.test(lines[index] ?? '') ? index : [],
    );
  });
}
