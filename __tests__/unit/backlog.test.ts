import { describe, expect, test } from 'vitest';
import { importPayload, parseBacklog } from '../../src/core/backlog.ts';

const criteria = [{ id: 'AC-1', description: 'it works' }];

function story(number: unknown, more: object = {}): object {
  return { number, title: `Story ${String(number)}`, acceptance_criteria: criteria, ...more };
}

/** Two epics: 1.1, 1.2 and 2.1, 2.2. */
const epics = [
  { number: 1, title: 'Ground', stories: [story('1.1'), story('1.2')] },
  { number: 2, title: 'Walls', stories: [story('2.1'), story('2.2')] },
];

function problemsOf(value: unknown): readonly (readonly [string, string, string])[] {
  const reading = parseBacklog(value);
  return reading.kind === 'problems' ? reading.problems.map(({ kind, path, message }) => [kind, path, message]) : [];
}

function withStories(...stories: readonly unknown[]): object {
  return { epics: [{ number: 1, title: 'E', stories }] };
}

describe('a backlog is read', () => {
  test('with criteria under either name, ids made where there are none, and whole numbers as text', () => {
    const reading = parseBacklog({
      epics: [
        {
          number: 3,
          title: 'E',
          stories: [
            {
              number: 7,
              title: 'S',
              acceptance_criteria: [{ description: 'a' }, { id: 'X-9', criterion: 'b' }, { id: '', description: 'c' }],
              estimated_hours: 1.5,
              metadata: { deliverables: ['lib/a.js'] },
            },
          ],
        },
      ],
    });
    expect(reading).toEqual({
      kind: 'backlog',
      backlog: {
        epics: [
          {
            number: 3,
            title: 'E',
            description: null,
            phase: null,
            position: null,
            metadata: null,
            stories: [
              {
                number: '7',
                title: 'S',
                description: null,
                criteria: [
                  { id: 'AC-1', text: 'a' },
                  { id: 'X-9', text: 'b' },
                  { id: 'AC-3', text: 'c' },
                ],
                estimatedHours: 1.5,
                metadata: { deliverables: ['lib/a.js'] },
              },
            ],
          },
        ],
        storyDependencies: [],
        epicDependencies: [],
      },
    });
  });

  test('and handed to the import call without what it does not say', () => {
    const reading = parseBacklog({ epics, story_dependencies: [{ story: '1.2', depends_on: '1.1' }] });
    expect(reading.kind === 'backlog' && importPayload(reading.backlog)).toMatchObject({
      epics: [
        {
          number: 1,
          title: 'Ground',
          stories: [{ number: '1.1', title: 'Story 1.1', acceptance_criteria: criteria }, {}],
        },
        {},
      ],
      story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
      epic_dependencies: [],
    });
    const first = reading.kind === 'backlog' ? importPayload(reading.backlog).epics[0] : undefined;
    expect(Object.keys(first ?? {})).toEqual(['number', 'title', 'stories']);
  });
});

describe('a backlog is refused by name and path', () => {
  test.each([
    ['no object', 7, 'malformed', '(top)'],
    ['no epics', {}, 'malformed', 'epics'],
    ['an epic that is a text', { epics: ['E'] }, 'malformed', 'epics[0]'],
    ['an epic number that is a text', { epics: [{ number: '1', title: 'E' }] }, 'malformed_number', 'epics[0].number'],
    ['an epic number of 0', { epics: [{ number: 0, title: 'E' }] }, 'malformed_number', 'epics[0].number'],
    ['an epic without title', { epics: [{ number: 1 }] }, 'empty_title', 'epics[0].title'],
    ['a blank title', withStories(story('1.1', { title: '  ' })), 'empty_title', 'epics[0].stories[0].title'],
    ['three parts', withStories(story('1.1.1')), 'malformed_number', 'epics[0].stories[0].number'],
    ['a number too large', withStories(story('1.10000')), 'malformed_number', 'epics[0].stories[0].number'],
    ['a leading zero', withStories(story('1.01')), 'malformed_number', 'epics[0].stories[0].number'],
    ['a fraction', withStories(story(1.1)), 'malformed_number', 'epics[0].stories[0].number'],
    ['stories that are no list', { epics: [{ number: 1, title: 'E', stories: {} }] }, 'malformed', 'epics[0].stories'],
    [
      'criteria that are texts',
      withStories(story('1.1', { acceptance_criteria: ['works'] })),
      'malformed',
      'epics[0].stories[0].acceptance_criteria[0]',
    ],
    [
      'a criterion without text',
      withStories(story('1.1', { acceptance_criteria: [{ id: 'AC-1', description: ' ' }] })),
      'malformed',
      'epics[0].stories[0].acceptance_criteria[0]',
    ],
    [
      'the same criterion twice',
      withStories(story('1.1', { acceptance_criteria: [...criteria, ...criteria] })),
      'malformed',
      'epics[0].stories[0].acceptance_criteria[1].id',
    ],
    [
      'negative hours',
      withStories(story('1.1', { estimated_hours: -1 })),
      'malformed',
      'epics[0].stories[0].estimated_hours',
    ],
    [
      'a dependency where loopctl would not see it',
      withStories(story('1.1', { depends_on: ['1.2'] })),
      'malformed',
      'epics[0].stories[0].depends_on',
    ],
    [
      'no criteria',
      withStories(story('1.1', { acceptance_criteria: [] })),
      'no_criteria',
      'epics[0].stories[0].acceptance_criteria',
    ],
    [
      'no list of criteria',
      withStories({ number: '1.1', title: 'S' }),
      'no_criteria',
      'epics[0].stories[0].acceptance_criteria',
    ],
    ['a story twice', withStories(story('1.1'), story('1.1')), 'duplicate_story', 'epics[0].stories[1].number'],
    ['an epic twice', { epics: [...epics, { number: 2, title: 'F' }] }, 'duplicate_epic', 'epics[2].number'],
    [
      'an unknown story',
      { epics, story_dependencies: [{ story: '1.1', depends_on: '9.9' }] },
      'unknown_reference',
      'story_dependencies[0].depends_on',
    ],
    [
      'an unknown dependent',
      { epics, story_dependencies: [{ story: '9.9', depends_on: '1.1' }] },
      'unknown_reference',
      'story_dependencies[0].story',
    ],
    [
      'an unknown epic',
      { epics, epic_dependencies: [{ epic: 1, depends_on: 9 }] },
      'unknown_reference',
      'epic_dependencies[0].depends_on',
    ],
    [
      'a story that waits for itself',
      { epics, story_dependencies: [{ story: '1.1', depends_on: '1.1' }] },
      'self_dependency',
      'story_dependencies[0]',
    ],
    [
      'an epic that waits for itself',
      { epics, epic_dependencies: [{ epic: 1, depends_on: 1 }] },
      'self_dependency',
      'epic_dependencies[0]',
    ],
    [
      'a dependency of two epics as if of stories',
      { epics, story_dependencies: [{ epic: 1, depends_on: 2 }] },
      'malformed_number',
      'story_dependencies[0].story',
    ],
  ])('%s', (_, value, kind, path) => {
    expect(problemsOf(value)[0]?.slice(0, 2)).toEqual([kind, path]);
  });

  test('a circle of stories, named story by story', () => {
    const edges = [
      { story: '1.1', depends_on: '1.2' },
      { story: '1.2', depends_on: '2.1' },
      { story: '2.1', depends_on: '1.1' },
    ];
    expect(problemsOf({ epics, story_dependencies: edges })).toEqual([
      ['story_cycle', 'story_dependencies[2]', 'stories wait for each other: 1.1 → 1.2 → 2.1 → 1.1'],
    ]);
  });

  test('every circle, not only the first', () => {
    const edges = [
      { story: '1.1', depends_on: '1.2' },
      { story: '1.2', depends_on: '1.1' },
      { story: '2.1', depends_on: '2.2' },
      { story: '2.2', depends_on: '2.1' },
    ];
    expect(problemsOf({ epics, story_dependencies: edges }).map(([, path]) => path)).toEqual([
      'story_dependencies[1]',
      'story_dependencies[3]',
    ]);
  });

  test('a circle of epics', () => {
    const edges = [
      { epic: 1, depends_on: 2 },
      { epic: 2, depends_on: 1 },
    ];
    expect(problemsOf({ epics, epic_dependencies: edges })).toEqual([
      ['epic_cycle', 'epic_dependencies[1]', 'epics wait for each other: 1 → 2 → 1'],
    ]);
  });

  test('a circle that only stories and epics together close', () => {
    const value = {
      epics,
      story_dependencies: [{ story: '1.2', depends_on: '2.1' }],
      epic_dependencies: [{ epic: 2, depends_on: 1 }],
    };
    expect(problemsOf(value)).toEqual([
      [
        'mixed_cycle',
        'epic_dependencies[0]',
        'stories and epics wait for each other: 2.1 → (epic 2 → epic 1) → 1.2 → 2.1',
      ],
    ]);
  });

  test('dependencies in the direction of the epics close no circle', () => {
    const value = {
      epics,
      story_dependencies: [{ story: '2.1', depends_on: '1.2' }],
      epic_dependencies: [{ epic: 2, depends_on: 1 }],
    };
    expect(problemsOf(value)).toEqual([]);
  });

  test('all faults at once, and a faulty story is not called unknown as well', () => {
    const value = {
      epics: [
        { number: 1, title: '', stories: [story('1.1', { title: '' }), story('1.2', { acceptance_criteria: [] })] },
        { number: 1.5, title: 'F', stories: [story('2.1'), story('2.1')] },
      ],
      story_dependencies: [
        { story: '1.2', depends_on: '1.1' },
        { story: '2.1', depends_on: '2.1' },
        { story: '2.1', depends_on: '7' },
      ],
    };
    expect(problemsOf(value).map(([kind, path]) => [kind, path])).toEqual([
      ['empty_title', 'epics[0].title'],
      ['empty_title', 'epics[0].stories[0].title'],
      ['malformed_number', 'epics[1].number'],
      ['duplicate_story', 'epics[1].stories[1].number'],
      ['no_criteria', 'epics[0].stories[1].acceptance_criteria'],
      ['self_dependency', 'story_dependencies[1]'],
      ['unknown_reference', 'story_dependencies[2].depends_on'],
    ]);
  });
});
