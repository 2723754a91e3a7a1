import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPayload, parseBacklog } from '../../src/core/backlog.ts';
import { cyclesOf, edgesOf } from '../../src/core/backlog-cycles.ts';

const criterion = fc.record({ description: fc.stringMatching(/\S/) });
const numbers = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 12, selector: String });

/** A backlog in which each story depends only on stories listed before it, in one epic. */
const soundBacklog = fc
  .record({
    pairs: numbers,
    picks: fc.infiniteStream(fc.nat()),
    criteria: fc.array(criterion, { minLength: 1, maxLength: 3 }),
  })
  .map(({ pairs, picks, criteria }) => {
    const stories = pairs.map(([major, minor]) => ({
      number: `${major}.${minor}`,
      title: 'T',
      acceptance_criteria: criteria,
    }));
    const edges = stories.slice(1).map(({ number }, index) => ({
      story: number,
      depends_on: stories[(picks.next().value ?? 0) % (index + 1)]?.number ?? '',
    }));
    return { epics: [{ number: 1, title: 'E', stories }], story_dependencies: edges };
  });

test('no value whatever makes the parser throw, and what it refuses it explains', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => {
      const reading = parseBacklog(value);
      if (reading.kind === 'problems') {
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const { path, message } of reading.problems) {
          expect(path).not.toBe('');
          expect(message).not.toBe('');
        }
      }
    }),
  );
});

test('faulty entries of any kind are refused without a throw, each by its path', () => {
  const epics = fc.array(
    fc.oneof(fc.jsonValue(), fc.record({ number: fc.jsonValue(), title: fc.jsonValue(), stories: fc.jsonValue() })),
  );
  const edges = fc.oneof(fc.jsonValue(), fc.array(fc.record({ story: fc.jsonValue(), depends_on: fc.jsonValue() })));
  fc.assert(
    fc.property(fc.record({ epics, story_dependencies: edges, epic_dependencies: edges }), (value) => {
      const reading = parseBacklog(value);
      const problems = reading.kind === 'problems' ? reading.problems : [];
      expect(problems.every(({ path }) => /^(epics|story_dependencies|epic_dependencies)/.test(path))).toBe(true);
    }),
  );
});

test('a sound backlog is read, and reading its import payload gives it again', () => {
  fc.assert(
    fc.property(soundBacklog, (value) => {
      const reading = parseBacklog(value);
      expect(reading).toMatchObject({ kind: 'backlog' });
      if (reading.kind === 'backlog') {
        expect(parseBacklog(importPayload(reading.backlog))).toEqual(reading);
      }
    }),
  );
});

test('one edge back makes a sound backlog unsound, and the circle told is one', () => {
  const withEdgeBack = soundBacklog.filter(({ story_dependencies: edges }) => edges.length > 0);
  fc.assert(
    fc.property(withEdgeBack, (value) => {
      const [first] = value.story_dependencies;
      const back = { story: first?.depends_on, depends_on: first?.story };
      const reading = parseBacklog({ ...value, story_dependencies: [...value.story_dependencies, back] });
      const circles = reading.kind === 'problems' ? reading.problems.filter(({ kind }) => kind === 'story_cycle') : [];
      expect(circles).toHaveLength(1);
      expect(circles[0]?.message).toContain(`${first?.story}`);
    }),
  );
});

test('without the edges that close circles a graph has none', () => {
  const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 25 }), (pairs) => {
      const closing = new Set<string>();
      for (const cycle of cyclesOf(edgesOf(pairs))) {
        expect(cycle[0]).toBe(cycle.at(-1));
        closing.add(cycle.slice(-2).join());
      }
      const rest = pairs.filter((pair) => !closing.has(pair.join()));
      expect([...cyclesOf(edgesOf(rest))]).toEqual([]);
    }),
  );
});
