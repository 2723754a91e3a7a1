/** The scripted agent's first attempt at 2.1 breaks CI, at 2.5 it forgets a test. */
const numbers = ['2.1', '2.2', '2.5', '2.6'] as const;

/** A backlog in which one pull request fails CI, one fails its review, and one story waits for another. */
export const smallBacklog = JSON.stringify({
  epics: [
    {
      number: 2,
      title: 'Under fire',
      stories: numbers.map((number) => ({
        number,
        title: `Story ${number}`,
        acceptance_criteria: [
          { id: `AC-${number}.1`, description: `The module of ${number} says its number` },
          { id: `AC-${number}.2`, description: `The module of ${number} refuses what it does not know` },
        ],
      })),
    },
  ],
  story_dependencies: [{ story: '2.6', depends_on: '2.1' }],
  epic_dependencies: [],
});

export const smallStories: readonly string[] = numbers;
