import { chainOf, type Link, type StoryExplanation } from '../core/explain.ts';
import type { Instant } from '../core/instant.ts';
import { type Hold, reasons } from '../core/reasons.ts';
import { remedyFor } from './hold-text.ts';
import { plainLine } from './sanitise.ts';

/**
 * Why a story does not move, in plain lines: the chain down to its root in one sentence, what to do there, then every
 * branch of it where there is more than one.
 */
export function renderWhy(explanation: StoryExplanation, now: Instant): readonly string[] {
  if (explanation.kind === 'unknown') {
    const { story, nearest } = explanation;
    return [`There is no story ${story}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`];
  }
  const { link, line } = explanation;
  const chain = chainOf(link);
  const root = chain.at(-1) ?? link;
  return [
    ...(link.title === '' ? [] : [`${link.story} ${plainLine(link.title)}`]),
    `${describeChain(chain)}${describeRoot(root, now)}`,
    ...(root.state.kind === 'held' ? [`What to do: ${remedyFor(root.state.hold.code, root.story)}`] : []),
    ...describeLine(line, root),
    ...(hasBranches(link) ? ['', 'All that it waits for:', ...describeTree(link.waitsFor, now)] : []),
  ];
}

/** Of a long chain its beginning and its end are named: a reader is to come to what holds it. */
const named = { first: 8, last: 2 } as const;

/** `2.3 waits for 2.1, which waits for 1.1` */
function describeChain(chain: readonly Link[]): string {
  const stories = chain.map(({ story }) => story);
  const left = stories.length - named.first - named.last;
  const told = left <= 1 ? stories : [...stories.slice(0, named.first), `${left} more`, ...stories.slice(-named.last)];
  return told.join(', which waits for ').replace(', which waits for ', ' waits for ');
}

function describeRoot({ state, isRepeated, story }: Link, now: Instant): string {
  if (isRepeated) return `: a circle, ${story} stands above already`;
  switch (state.kind) {
    case 'held':
      return `: ${describe(state.hold)}${describeSince(state.since, now)}.`;
    case 'moving':
      return `: it moves; next is ${plainLine(state.next, 300)}.`;
    case 'done':
      return ': verified.';
  }
}

function describe({ code, detail }: Hold): string {
  return detail === '' ? reasons[code].title : `${reasons[code].title} (${plainLine(detail, 500)})`;
}

function describeSince(since: Instant | null, now: Instant): string {
  if (since === null) return '';
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  if (minutes < 1) return ', since less than a minute';
  if (minutes < 120) return `, since ${minutes} min`;
  return minutes < 48 * 60 ? `, since ${Math.floor(minutes / 60)} h` : `, since ${Math.floor(minutes / 1440)} days`;
}

/** What everything waits for, unless it was said as the root of this chain. */
function describeLine(line: Hold | null, { state }: Link): readonly string[] {
  if (line === null || (state.kind === 'held' && isSaid(line, state.hold))) return [];
  return [`The whole line waits, too: ${describe(line)}. ${reasons[line.code].remedy}`];
}

/** A merge that waits for its proof says in its own words what the whole line waits for. */
function isSaid(line: Hold, { code, detail }: Hold): boolean {
  return code === line.code || (detail !== '' && detail === line.detail);
}

function hasBranches(link: Link): boolean {
  return chainOf(link).some(({ waitsFor }) => waitsFor.length > 1);
}

/** Every branch, each story with what is below it where it is first come to; however deep that is. */
function describeTree(links: readonly Link[], now: Instant): readonly string[] {
  const lines: string[] = [];
  const told = new Set<string>();
  const listed = links.toReversed().map((link) => ({ link, indent: '  ' }));
  for (let next = listed.pop(); next !== undefined; next = listed.pop()) {
    const { link, indent } = next;
    if (told.has(link.story)) lines.push(`${indent}${link.story}: as above.`);
    else {
      if (!link.isRepeated) told.add(link.story);
      lines.push(`${indent}${link.story}${describeRoot(link, now)}`);
      for (const below of link.waitsFor.toReversed()) listed.push({ link: below, indent: `${indent}  ` });
    }
  }
  return lines;
}
