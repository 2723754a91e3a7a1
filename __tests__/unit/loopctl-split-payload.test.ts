import { expect, test } from 'vitest';
import type { BacklogPayload } from '../../src/core/backlog.ts';
import { splitPayload } from '../../src/loopctl/split-payload.ts';

type Epic = BacklogPayload['epics'][number];

function anEpic(number: number, stories: number, text = 'd'): Epic {
  return {
    number,
    title: `Epic ${number}`,
    stories: Array.from({ length: stories }, (_, index) => ({
      number: `${number}.${index + 1}`,
      title: 'T',
      description: text,
      acceptance_criteria: [],
    })),
  };
}

function aPayload(epics: readonly Epic[], dependencies = 0): BacklogPayload {
  return {
    epics,
    story_dependencies: Array.from({ length: dependencies }, () => ({ story: '1.2', depends_on: '1.1' })),
    epic_dependencies: [],
  };
}

test('a backlog that one request holds goes as it is', () => {
  const payload = aPayload([anEpic(1, 3), anEpic(2, 2)], 4);
  expect(splitPayload(payload)).toEqual([payload]);
  expect(splitPayload(aPayload([], 1))).toEqual([aPayload([], 1)]);
});

test.each([
  [
    'many epics',
    aPayload(
      Array.from({ length: 1100 }, (_, index) => anEpic(index + 1, 1)),
      20_500,
    ),
  ],
  ['one epic of many stories', aPayload([anEpic(1, 9000)], 1)],
  ['long stories', aPayload([anEpic(1, 3, 'ä'.repeat(600_000)), anEpic(2, 2, 'b'.repeat(10))])],
])('of %s every request keeps to the limits, and nothing is lost', (_, payload) => {
  const parts = splitPayload(payload);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) {
    expect(part.epics.length).toBeLessThanOrEqual(500);
    expect(part.epics.reduce((sum, { stories }) => sum + stories.length, 0)).toBeLessThanOrEqual(5000);
    expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(2_000_000);
  }
  const numbers = (of: readonly BacklogPayload[]): readonly string[] =>
    of.flatMap(({ epics }) => epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
  expect(numbers(parts)).toEqual(numbers([payload]));
  expect(parts.flatMap((part) => part.story_dependencies)).toEqual(payload.story_dependencies);
});

test('dependencies come when every story is there', () => {
  const parts = splitPayload(aPayload([anEpic(1, 9000)], 3));
  expect(parts.map((part) => part.story_dependencies.length)).toEqual([0, 0, 0, 3]);
});

test('an epic keeps its place among all when it comes in another request than the first', () => {
  const parts = splitPayload(aPayload([anEpic(7, 3500), { ...anEpic(8, 3500), position: 40 }, anEpic(9, 3500)]));
  const places = parts.flatMap(({ epics }) => epics.map(({ number, position }) => [number, position]));
  expect(new Map(places.map(([number, position]) => [number, position]))).toEqual(
    new Map([
      [7, 0],
      [8, 40],
      [9, 2],
    ]),
  );
});
