import { findHtmlBlock } from './html-block.ts';

/** A line of the text, by its index in it. */
export interface BlockLine {
  readonly index: number;
  readonly text: string;
}

/**
 * What can hold a line of text, or say how the text after it is shown: a paragraph that stands in no quote, or HTML that
 * stands in nothing at all.
 */
export interface Block {
  readonly kind: 'paragraph' | 'html';
  /** It stands in a list. */
  readonly isNested: boolean;
  readonly lines: readonly BlockLine[];
}

/** Deeper than anybody nests; what stands deeper, and everything after it, is not looked at. */
const deepest = 40;

type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly indent: number; isEmpty: boolean };

type Leaf =
  | { readonly kind: 'none' }
  | { readonly kind: 'paragraph'; readonly lines: BlockLine[] }
  | { readonly kind: 'fence'; readonly end: RegExp }
  | { readonly kind: 'html'; readonly end: RegExp | null; readonly lines: BlockLine[] };

interface Reading {
  readonly blocks: { kind: Block['kind']; isNested: boolean; lines: BlockLine[] }[];
  readonly containers: Container[];
  leaf: Leaf;
}

const none: Leaf = { kind: 'none' };

/**
 * The blocks of a Markdown text by CommonMark's own way of reading (https://spec.commonmark.org/0.31.2/#appendix-a-parsing-strategy),
 * as far as it takes to know which lines are text and in no quote: containers, fenced and indented code, HTML, headings.
 */
export function readBlocks(lines: readonly string[]): readonly Block[] {
  const reading: Reading = { blocks: [], containers: [], leaf: none };
  for (const [index, line] of lines.entries()) {
    if (reading.containers.length > deepest) break;
    readLine(reading, { index, text: expandTabs(line) });
  }
  return reading.blocks;
}

function readLine(reading: Reading, line: BlockLine): void {
  const { matched, rest } = enterContainers(reading.containers, line.text);
  const isAllMatched = matched === reading.containers.length;
  if (isAllMatched && goesOn(reading, { index: line.index, text: rest })) return;
  if (isBlank(rest)) {
    closeDownTo(reading, matched);
    reading.leaf = none;
    return;
  }
  openBlocks(reading, { index: line.index, text: rest }, matched);
}

/** Code and HTML go on until their own end, whatever stands in them. */
function goesOn(reading: Reading, line: BlockLine): boolean {
  const { leaf } = reading;
  if (leaf.kind === 'fence') {
    if (leaf.end.test(line.text)) reading.leaf = none;
    return true;
  }
  if (leaf.kind !== 'html' || (leaf.end === null && isBlank(line.text))) return false;
  leaf.lines.push(line);
  if (leaf.end?.test(line.text)) reading.leaf = none;
  return true;
}

/** How many of the open containers a line goes on with, and what is left of it inside of them. */
function enterContainers(
  containers: readonly Container[],
  line: string,
): { readonly matched: number; readonly rest: string } {
  let rest = line;
  for (const [matched, container] of containers.entries()) {
    const inner = enter(container, rest);
    if (inner === null) return { matched, rest };
    rest = inner;
  }
  return { matched: containers.length, rest };
}

function enter(container: Container, line: string): string | null {
  if (container.kind === 'quote') {
    const marker = /^ {0,3}> ?/.exec(line);
    return marker === null ? null : line.slice(marker[0].length);
  }
  if (isBlank(line)) return container.isEmpty ? null : '';
  return indentOf(line) >= container.indent ? line.slice(container.indent) : null;
}

/** Whatever a line begins: containers, and in them a leaf, or text, which may go on with a paragraph that began before. */
function openBlocks(reading: Reading, line: BlockLine, matched: number): void {
  const isInParagraph = reading.leaf.kind === 'paragraph';
  const isContinued = isInParagraph && matched === reading.containers.length;
  const isIndented = indentOf(line.text) >= 4;
  if (isIndented && !isInParagraph) {
    closeDownTo(reading, matched);
    reading.leaf = none;
    return;
  }
  const leaf = isIndented ? null : beginLeaf(line.text, { isInParagraph, isContinued });
  const container = isIndented || leaf !== null ? null : beginContainer(line.text, isContinued);
  if (leaf !== null) {
    closeDownTo(reading, matched);
    setLeaf(reading, leaf, line);
  } else if (container !== null) {
    closeDownTo(reading, matched);
    openContainer(reading, container, line.index);
  } else addText(reading, line, matched);
}

function openContainer(reading: Reading, { opened, rest }: Opening, index: number): void {
  touch(reading);
  reading.leaf = none;
  reading.containers.push(opened);
  const depth = reading.containers.length;
  if (!isBlank(rest) && depth <= deepest) openBlocks(reading, { index, text: rest }, depth);
}

interface Opening {
  readonly opened: Container;
  readonly rest: string;
}

/** A quote or an item of a list. What begins in the middle of a paragraph must not be empty, nor be numbered but from one. */
function beginContainer(text: string, isContinued: boolean): Opening | null {
  const quote = /^ {0,3}> ?/.exec(text);
  if (quote !== null) return { opened: { kind: 'quote' }, rest: text.slice(quote[0].length) };
  const [item, before = '', marker = '', gap = ''] = /^( {0,3})([-+*]|\d{1,9}[.)])( *)/.exec(text) ?? [];
  if (item === undefined) return null;
  const content = text.slice(item.length);
  if (content !== '' && gap === '') return null;
  const isEmpty = content === '';
  const isNumberedOn = /^\d/.test(marker) && Number.parseInt(marker, 10) !== 1;
  if (isContinued && (isEmpty || isNumberedOn)) return null;
  const width = isEmpty || gap.length > 4 ? 1 : gap.length;
  const indent = before.length + marker.length + width;
  return { opened: { kind: 'item', indent, isEmpty }, rest: isEmpty ? '' : text.slice(indent) };
}

type LeafStart = 'line' | 'paragraph end' | { readonly fence: RegExp } | { readonly html: RegExp | null };

/** A leaf that is no paragraph: a line by itself, code or HTML. */
function beginLeaf(
  text: string,
  { isInParagraph, isContinued }: { readonly isInParagraph: boolean; readonly isContinued: boolean },
): LeafStart | null {
  const bare = text.slice(indentOf(text));
  const [, ticks] = /^(`{3,})[^`]*$/.exec(bare) ?? /^(~{3,})/.exec(bare) ?? [];
  if (ticks !== undefined) return { fence: new RegExp(`^ {0,3}${ticks[0]}{${ticks.length},} *$`) };
  const html = findHtmlBlock(bare, isInParagraph);
  if (html !== null) return { html: html.end };
  if (/^#{1,6}(?: |$)/.test(bare)) return 'line';
  if (isContinued && /^(?:=+|-+) *$/.test(bare)) return 'line';
  return /^(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/.test(bare) ? 'line' : null;
}

function setLeaf(reading: Reading, leaf: LeafStart, line: BlockLine): void {
  touch(reading);
  reading.leaf = none;
  if (typeof leaf === 'string') return;
  if ('fence' in leaf) {
    reading.leaf = { kind: 'fence', end: leaf.fence };
    return;
  }
  const lines = [line];
  record(reading, 'html', lines);
  if (leaf.html?.test(line.text) !== true) reading.leaf = { kind: 'html', end: leaf.html, lines };
}

/** Text: more of the paragraph before it, even of one in a quote or a list that its own line does not begin with, or a new one. */
function addText(reading: Reading, line: BlockLine, matched: number): void {
  if (reading.leaf.kind === 'paragraph') {
    reading.leaf.lines.push(line);
    return;
  }
  closeDownTo(reading, matched);
  touch(reading);
  const lines = [line];
  reading.leaf = { kind: 'paragraph', lines };
  record(reading, 'paragraph', lines);
}

function record({ blocks, containers }: Reading, kind: Block['kind'], lines: BlockLine[]): void {
  if (containers.some((container) => container.kind === 'quote')) return;
  blocks.push({ kind, isNested: containers.length > 0, lines });
}

function closeDownTo(reading: Reading, matched: number): void {
  if (matched === reading.containers.length) return;
  reading.containers.length = matched;
  reading.leaf = none;
}

/** An item that began with nothing holds something now. */
function touch({ containers }: Reading): void {
  for (const container of containers) if (container.kind === 'item') container.isEmpty = false;
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let column = 0;
  return line.replace(/\t|[^\t]+/g, (part) => {
    const text = part === '\t' ? ' '.repeat(4 - (column % 4)) : part;
    column += text.length;
    return text;
  });
}

function indentOf(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

/** CommonMark's blank: spaces and tabs, nothing else that shows nothing. */
function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}
