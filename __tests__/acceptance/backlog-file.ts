/** A story of a backlog file; a test changes the field it is about. */
export function aStory(number: string, change: Readonly<Record<string, unknown>> = {}): object {
  return {
    number,
    title: `Story ${number}`,
    acceptance_criteria: [{ id: 'AC-1', description: `Story ${number} works.` }],
    ...change,
  };
}

/** The text of a backlog: one epic of three stories, with some of its parts changed. */
export function aBacklog(change: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    epics: [
      anEpic(
        1,
        ['1.1', '1.2', '1.3'].map((number) => aStory(number)),
      ),
    ],
    ...change,
  });
}

export function anEpic(number: number, stories: readonly object[]): object {
  return { number, title: `Epic ${number}`, stories };
}

/** A backlog of so many epics of fifty stories each. */
export function aLargeBacklog(epics: number): string {
  const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
  return aBacklog({
    epics: Array.from({ length: epics }, (_, index) =>
      anEpic(
        index + 1,
        numbers.map((number) => aStory(`${index + 1}.${number}`)),
      ),
    ),
  });
}
