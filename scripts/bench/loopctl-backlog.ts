import type { BacklogPayload } from '../../src/core/backlog.ts';

const dependenciesPerStory = 3;

export interface BacklogSize {
  readonly stories: number;
  readonly storiesPerEpic: number;
}

/** A backlog of so many stories, each of which waits for three others: about three dependencies a story. */
export function backlogOf({ stories, storiesPerEpic }: BacklogSize): BacklogPayload {
  const numberOf = (index: number): string =>
    `${Math.floor(index / storiesPerEpic) + 1}.${(index % storiesPerEpic) + 1}`;
  const numbers = Array.from({ length: stories }, (_, index) => numberOf(index));
  return {
    epics: Array.from({ length: Math.ceil(stories / storiesPerEpic) }, (_, epic) => ({
      number: epic + 1,
      title: `Epic ${epic + 1}`,
      description: 'What belongs together, in a sentence or two of the length that people write.',
      phase: `p${epic % 5}`,
      position: epic,
      stories: numbers.slice(epic * storiesPerEpic, (epic + 1) * storiesPerEpic).map((number) => ({
        number,
        title: `Story ${number} does one thing that somebody asked for`,
        description: `As a user I want ${number} so that I can go on with my work without having to ask anybody.`,
        acceptance_criteria: ['It works', 'It says what is wrong', 'It is tested'].map((description, index) => ({
          id: `AC-${index + 1}`,
          description: `${description} (${number}).`,
        })),
        estimated_hours: 1 + (epic % 4),
        metadata: { deliverables: [`src/${number}.ts`] },
      })),
    })),
    story_dependencies: numbers.flatMap((story, index) =>
      earlierThan(index).map((other) => ({ story, depends_on: numberOf(other) })),
    ),
    epic_dependencies: [],
  };
}

/** The first of every fifty wait for nothing, so that there is always something ready. */
function earlierThan(index: number): readonly number[] {
  const steps = Array.from({ length: dependenciesPerStory }, (_, turn) => 1 + turn * 17 + (index % 11));
  return index % 50 < 2 ? [] : steps.map((step) => index - step).filter((other) => other >= 0);
}
