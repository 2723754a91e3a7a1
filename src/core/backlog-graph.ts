import { cyclesOf, edgesOf } from './backlog-cycles.ts';
import type { BacklogProblem } from './backlog-problem.ts';
import type { BacklogParts } from './backlog-reading.ts';

interface Edge {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** Circles told at most; a backlog with more is mended in steps. */
const most = 20;

/**
 * The circles in which stories, or epics, wait for each other; then those that only arise when every story of an epic
 * waits for every story of the epics it depends on.
 */
export function problemsOfGraph(parts: BacklogParts): readonly BacklogProblem[] {
  const storyEdges = parts.storyDependencies.map(({ path, part }) => ({ path, from: part.story, to: part.dependsOn }));
  const epicEdges = parts.epicDependencies.map(({ path, part }) => ({
    path,
    from: String(part.epic),
    to: String(part.dependsOn),
  }));
  const stories = circles(storyEdges.filter(isNoLoop));
  const epics = circles(epicEdges.filter(isNoLoop));
  return [
    ...stories.found.map(({ path, nodes }) => ({
      kind: 'story_cycle' as const,
      path,
      message: told('stories', nodes),
    })),
    ...epics.found.map(({ path, nodes }) => ({ kind: 'epic_cycle' as const, path, message: told('epics', nodes) })),
    ...mixedCircles(parts, stories.rest, epics.rest),
  ];
}

interface Circle {
  readonly path: string;
  readonly nodes: readonly string[];
}

/** The circles among edges, each at the place of the edge that closes it, and the edges without those. */
function circles(edges: readonly Edge[]): { readonly found: readonly Circle[]; readonly rest: readonly Edge[] } {
  const closing = new Map<string, readonly string[]>();
  for (const nodes of cyclesOf(edgesOf(edges.map(({ from, to }) => [from, to] as const)))) {
    closing.set(nameOf(nodes.at(-2), nodes.at(-1)), nodes);
  }
  const closes = ({ from, to }: Edge): boolean => closing.has(nameOf(from, to));
  const found = edges
    .filter(closes)
    .map(({ path, from, to }) => ({ path, nodes: closing.get(nameOf(from, to)) ?? [] }));
  return { found: found.slice(0, most), rest: edges.filter((edge) => !closes(edge)) };
}

/**
 * A story waits at the door of its epic; the door leads to all stories of each epic that it depends on. What is left of
 * the edges has no circle of stories alone or epics alone, so every one found here needs both.
 */
function mixedCircles(
  parts: BacklogParts,
  stories: readonly Edge[],
  epics: readonly Edge[],
): readonly BacklogProblem[] {
  const members = parts.stories.map(({ part }) => ({ story: part.number, epic: String(part.epic) }));
  const pairs: (readonly [string, string])[] = [
    ...stories.map(({ from, to }) => [story(from), story(to)] as const),
    ...members.map((member) => [story(member.story), door(member.epic)] as const),
    ...epics.map(({ from, to }) => [door(from), all(to)] as const),
    ...members.map((member) => [all(member.epic), story(member.story)] as const),
  ];
  const places = new Map(epics.map((edge) => [nameOf(edge.from, edge.to), edge.path]));
  const problems: BacklogProblem[] = [];
  for (const nodes of cyclesOf(edgesOf(pairs))) {
    const path = pathOf(nodes, places);
    if (problems.length < most && !problems.some((problem) => problem.path === path)) {
      problems.push({ kind: 'mixed_cycle', path, message: toldMixed(nodes) });
    }
  }
  return problems;
}

function pathOf(nodes: readonly string[], places: ReadonlyMap<string, string>): string {
  const paths = nodes.flatMap((node, index) => places.get(nameOf(bare(node), bare(nodes[index + 1] ?? ''))) ?? []);
  return paths[0] ?? 'epic_dependencies';
}

function told(what: string, nodes: readonly string[]): string {
  return `${what} wait for each other: ${nodes.join(' → ')}`;
}

/** `1.1 → (epic 1 → epic 2) → 2.3 → 1.1`, beginning with a story. */
function toldMixed(nodes: readonly string[]): string {
  const ring = nodes.slice(1);
  const first = ring.findIndex((node) => node.startsWith('story '));
  const turned = [...ring.slice(first), ...ring.slice(0, first), ring[first] ?? ''];
  const words = turned.flatMap((node, index) => {
    if (node.startsWith('story ')) {
      return [bare(node)];
    }
    return node.startsWith('door ') ? [`(epic ${bare(node)} → epic ${bare(turned[index + 1] ?? '')})`] : [];
  });
  return `stories and epics wait for each other: ${words.join(' → ')}`;
}

function isNoLoop({ from, to }: Edge): boolean {
  return from !== to;
}

function story(number: string): string {
  return `story ${number}`;
}

function door(epic: string): string {
  return `door ${epic}`;
}

function all(epic: string): string {
  return `all ${epic}`;
}

function bare(node: string): string {
  return node.slice(node.indexOf(' ') + 1);
}

function nameOf(from: string | undefined, to: string | undefined): string {
  return `${from} → ${to}`;
}
