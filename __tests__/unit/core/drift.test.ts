import { describe, expect, it } from 'vitest';
import type { BacklogPayload } from '../../../src/core/backlog.ts';
import { type Dependency, explainDrift, findDrift, withDrift } from '../../../src/core/drift.ts';

function story(from: string, to: string): Dependency {
  return { kind: 'story', from, to };
}

function epic(from: string, to: string): Dependency {
  return { kind: 'epic', from, to };
}

function backlog(...dependencies: readonly Dependency[]): BacklogPayload {
  const stories = (...numbers: readonly string[]): BacklogPayload['epics'][number]['stories'] =>
    numbers.map((number) => ({ number, title: number, acceptance_criteria: [] }));
  const named: BacklogPayload = {
    epics: [
      { number: 1, title: 'One', stories: stories('1.1', '1.2') },
      { number: 2, title: 'Two', stories: stories('2.1') },
      { number: 3, title: 'Three', stories: stories('3.1') },
    ],
    story_dependencies: [],
    epic_dependencies: [],
  };
  return withDrift(named, dependencies);
}

describe('what drifted', () => {
  it.each<readonly [string, readonly Dependency[], readonly Dependency[], readonly Dependency[]]>([
    ['nothing, when the file names all', [story('1.2', '1.1')], [story('1.2', '1.1')], []],
    ['a dependency that was taken out', [], [story('1.2', '1.1')], [story('1.2', '1.1')]],
    ['one that was turned round', [story('1.1', '1.2')], [story('1.2', '1.1')], [story('1.2', '1.1')]],
    ['one of an epic', [epic('2', '1')], [epic('2', '1'), epic('3', '1')], [epic('3', '1')]],
    ['one on a story that was taken out of the file with it', [], [story('1.2', '9.9')], [story('1.2', '9.9')]],
    ['nothing of a story that the file does not have', [], [story('9.9', '1.1'), epic('9', '1')], []],
    ['an epic is no story of the same number', [epic('2', '1')], [story('2', '1')], []],
  ])('%s', (_, named, kept, drifted) => {
    expect(findDrift(backlog(...named), kept)).toEqual(drifted);
  });
});

describe('what a story waits for because of it', () => {
  const epicOf = new Map([
    ['1.1', 1],
    ['1.2', 1],
    ['2.1', 2],
    ['3.1', 3],
  ]);

  it.each<readonly [string, readonly Dependency[], readonly Dependency[], readonly string[], readonly string[]]>([
    ['the story that it does not name any more', [story('3.1', '2.1')], [], ['2.1'], ['2.1']],
    ['nothing, once loopctl has lost the dependency', [story('3.1', '2.1')], [], [], []],
    ['each story of an epic that its epic does not name', [epic('3', '1')], [], ['1.1', '1.2'], ['1.1', '1.2']],
    ['not what is named as well, by its epic', [story('3.1', '1.1')], [epic('3', '1')], ['1.1', '1.2'], []],
    ['not what is named as well, by itself', [epic('3', '1')], [story('3.1', '1.1')], ['1.1', '1.2'], ['1.2']],
    ['not what is named alone', [story('1.2', '1.1')], [story('3.1', '2.1')], ['2.1'], []],
  ])('%s', (_, drift, named, blockers, expected) => {
    const kept = blockers.length === 0 ? named : [...drift, ...named];
    const explained = explainDrift({ drift, kept, blockers: new Map([['3.1', blockers]]), epicOf });
    expect(explained.get('3.1') ?? []).toEqual(expected);
  });

  it('is nothing when the dependency was removed in loopctl and something else is in the way', () => {
    const facts = { drift: [story('3.1', '1.1')], kept: [story('3.1', '2.1')], epicOf };
    expect(explainDrift({ ...facts, blockers: new Map([['3.1', ['2.1']]]) })).toEqual(new Map());
  });
});

it('the backlog as it holds leaves out what leads out of it', () => {
  expect(
    withDrift(backlog(), [story('1.2', '1.1'), story('1.2', '9.9'), epic('2', '1'), epic('2', '9')]),
  ).toMatchObject({
    story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
    epic_dependencies: [{ epic: 2, depends_on: 1 }],
  });
});
