import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionWorld, aConfig, foundWorld } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { expectRefusal } from './refusal.ts';

// One world for all: what is refused leaves it as it was, and that is what every test looks at.
let world: ActionWorld;

interface Row {
  readonly fault: string;
  readonly backlog: string;
  readonly says: readonly string[];
}

const rows: readonly Row[] = [
  {
    fault: 'not-json',
    backlog: '{ "epics": [',
    says: ['not-json.json is not JSON', 'Mend backlogs/not-json.json'],
  },
  {
    fault: 'not-a-backlog',
    backlog: '[]',
    says: ["not-a-backlog.json: (top): must be an object in loopctl's import format"],
  },
  {
    fault: 'story-cycle',
    backlog: aBacklog({
      story_dependencies: [
        { story: '1.1', depends_on: '1.2' },
        { story: '1.2', depends_on: '1.3' },
        { story: '1.3', depends_on: '1.1' },
      ],
    }),
    says: ['story_dependencies[2]', '1.1 → 1.2 → 1.3 → 1.1'],
  },
  {
    fault: 'epic-cycle',
    backlog: aBacklog({
      epics: [anEpic(1, [aStory('1.1')]), anEpic(2, [aStory('2.1')])],
      epic_dependencies: [
        { epic: 1, depends_on: 2 },
        { epic: 2, depends_on: 1 },
      ],
    }),
    says: ['epic_dependencies[1]', 'epics', '1 → 2 → 1'],
  },
  {
    fault: 'cycle-of-stories-and-epics',
    backlog: aBacklog({
      epics: [anEpic(1, [aStory('1.1')]), anEpic(2, [aStory('2.1')])],
      story_dependencies: [{ story: '1.1', depends_on: '2.1' }],
      epic_dependencies: [{ epic: 2, depends_on: 1 }],
    }),
    says: ['stories and epics wait for each other', '1.1', '2.1'],
  },
  {
    fault: 'duplicate-story',
    backlog: aBacklog({ epics: [anEpic(1, [aStory('1.1')]), anEpic(2, [aStory('1.1')])] }),
    says: ['epics[1].stories[0].number: story 1.1 is there already, at epics[0].stories[0]'],
  },
  {
    fault: 'duplicate-epic',
    backlog: aBacklog({ epics: [anEpic(1, [aStory('1.1')]), anEpic(1, [aStory('1.2')])] }),
    says: ['epics[1].number: epic 1 is there already, at epics[0]'],
  },
  {
    fault: 'unknown-reference',
    backlog: aBacklog({ story_dependencies: [{ story: '1.1', depends_on: '7.7' }] }),
    says: ['story_dependencies[0].depends_on: there is no story 7.7'],
  },
  {
    fault: 'no-criteria',
    backlog: aBacklog({ epics: [anEpic(1, [aStory('1.1', { acceptance_criteria: [] })])] }),
    says: ['epics[0].stories[0].acceptance_criteria: story 1.1 has no acceptance criteria'],
  },
  {
    fault: 'several-faults',
    backlog: aBacklog({
      epics: [anEpic(1, [aStory('1.1', { title: '' }), aStory('1.x')])],
      story_dependencies: [{ story: '1.1', depends_on: '1.1' }],
    }),
    says: [
      'epics[0].stories[0].title: must be a text that is not blank',
      'epics[0].stories[1].number: must be a story number',
      'story 1.1 depends on itself',
    ],
  },
];

function configOf(fault: string): string {
  return `config/${fault}.yml`;
}

describe('a backlog that cannot stand is refused whole, every fault by name and path', () => {
  beforeAll(async () => {
    const files = rows.flatMap(({ fault, backlog }) => [
      [`backlogs/${fault}.json`, backlog] as const,
      [configOf(fault), aConfig({ backlog: `backlogs/${fault}.json` })] as const,
    ]);
    const nowhere = { [configOf('none')]: aConfig({ backlog: 'backlogs/none.json' }) };
    world = await foundWorld({ files: { ...Object.fromEntries(files), ...nowhere } });
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it.each(rows)('$fault', async ({ fault, says }) => {
    await expectRefusal(world, [...says, 'What to do: Mend'], { inputs: { config: configOf(fault) } });
  });

  it('none at all', async () => {
    const says = ['There is no backlog at backlogs/none.json', 'name its path in the configuration (`backlog`)'];
    await expectRefusal(world, says, { inputs: { config: configOf('none') } });
  });

  it('would not have been refused without the fault', async () => {
    expect(await world.run('plan')).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
  });
});
