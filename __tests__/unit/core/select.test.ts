import { describe, expect, it } from 'vitest';
import { orderReady, remainingPaths } from '../../../src/core/select.ts';
import type { StoryFacts } from '../../../src/core/snapshot.ts';
import { compareStoryNumbers } from '../../../src/core/story.ts';
import { aStory, ourStory } from '../../builders/story.ts';
import { timed } from '../../builders/timed.ts';

type Graph = Readonly<Record<string, readonly string[]>>;

/** A backlog from what each story waits for. */
function backlog(
  waitsFor: Graph,
  stories: readonly StoryFacts[] = Object.keys(waitsFor).map((number) => aStory({ number })),
): {
  readonly stories: readonly StoryFacts[];
  readonly blockers: ReadonlyMap<string, readonly string[]>;
} {
  return { stories, blockers: new Map(Object.entries(waitsFor).filter(([, blockers]) => blockers.length > 0)) };
}

const graphs: readonly {
  readonly shape: string;
  readonly graph: Graph;
  readonly paths: Readonly<Record<string, number>>;
}[] = [
  { shape: 'stories that wait for nobody', graph: { '1.1': [], '1.2': [] }, paths: { '1.1': 1, '1.2': 1 } },
  { shape: 'a chain', graph: { '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] }, paths: { '1.1': 3, '1.2': 2, '1.3': 1 } },
  {
    shape: 'a diamond',
    graph: { '1.1': [], '1.2': ['1.1'], '1.3': ['1.1'], '1.4': ['1.2', '1.3'] },
    paths: { '1.1': 3, '1.2': 2, '1.3': 2, '1.4': 1 },
  },
  {
    shape: 'a short way and a long way to the same end',
    graph: { '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'], '1.4': ['1.1', '1.3'] },
    paths: { '1.1': 4, '1.2': 3, '1.3': 2, '1.4': 1 },
  },
];

describe('the remaining path', () => {
  it.each(graphs)('of $shape is the longest chain that waits', ({ graph, paths }) => {
    expect(Object.fromEntries(remainingPaths(backlog(graph)))).toEqual(paths);
  });

  it('of stories that wait for each other is found without end or error', () => {
    expect([...remainingPaths(backlog({ '1.1': ['1.2'], '1.2': ['1.1'] })).keys()]).toEqual(['1.1', '1.2']);
  });

  it('of ten thousand stories in one chain takes hardly any time', () => {
    const numbers = Array.from({ length: 10_000 }, (_, index) => `${1 + Math.floor(index / 100)}.${index % 100}`);
    const graph = Object.fromEntries(
      numbers.map((number, index) => [number, numbers.slice(Math.max(0, index - 3), index)]),
    );
    const world = backlog(graph);
    const { result, milliseconds } = timed(() => remainingPaths(world));
    expect(milliseconds).toBeLessThan(600);
    expect(result.get(numbers[0] ?? '')).toBe(10_000);
  });
});

const two: Graph = { '1.1': [], '1.2': [], '2.1': [], '2.2': ['2.1'], '3.1': [], '3.2': ['3.1'], '3.3': ['3.2'] };
const ready = ['3.1', '2.1', '1.2', '1.1'];

function withOneUnderWay(number: string): ReturnType<typeof backlog> {
  const stories = Object.keys(two).map((each) =>
    each === number ? ourStory({ number: each }) : aStory({ number: each }),
  );
  return backlog(two, stories);
}

describe('the order of new stories', () => {
  it('is by the longest remaining path, then by number', () => {
    expect(orderReady(ready, backlog(two), 'cohesion')).toEqual(['3.1', '2.1', '1.1', '1.2']);
    expect(orderReady(ready, backlog(two), 'critical-path')).toEqual(['3.1', '2.1', '1.1', '1.2']);
  });

  it('puts epics under way first for cohesion, and not for the critical path', () => {
    const world = withOneUnderWay('1.2');
    expect(orderReady(['3.1', '2.1', '1.1'], world, 'cohesion')).toEqual(['1.1', '3.1', '2.1']);
    expect(orderReady(['3.1', '2.1', '1.1'], world, 'critical-path')).toEqual(['3.1', '2.1', '1.1']);
  });

  it('takes an epic with a rejected story as under way', () => {
    const stories = Object.keys(two).map((number) =>
      aStory({ number, verifiedStatus: number === '1.2' ? 'rejected' : 'unverified' }),
    );
    expect(orderReady(ready, backlog(two, stories), 'cohesion').slice(0, 2)).toEqual(['1.1', '1.2']);
  });

  it('counts story numbers as numbers', () => {
    expect(['10.1', '2.10', '2.9', '2', '1.1'].toSorted(compareStoryNumbers)).toEqual([
      '1.1',
      '2',
      '2.9',
      '2.10',
      '10.1',
    ]);
  });

  it('puts what is no story before them all', () => {
    const mixed = ['2.1', 'repair-b000000', '1.1', 'repair-a000000', '10.1'];
    expect(mixed.toSorted(compareStoryNumbers)).toEqual(['repair-a000000', 'repair-b000000', '1.1', '2.1', '10.1']);
  });
});
