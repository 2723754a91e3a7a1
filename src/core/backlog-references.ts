import type { BacklogProblem } from './backlog-problem.ts';
import type { BacklogParts, Placed } from './backlog-reading.ts';

/** What is wrong between the parts: numbers used twice, stories without criteria, dependencies that lead nowhere. */
export function problemsOfReferences(parts: BacklogParts): readonly BacklogProblem[] {
  const epics = parts.epics.map(({ path, part }) => ({ path, part: String(part.number) }));
  const stories = parts.stories.map(({ path, part }) => ({ path, part: part.number }));
  const storyEdges = parts.storyDependencies.map(({ path, part }) => ({ path, from: part.story, to: part.dependsOn }));
  const epicEdges = parts.epicDependencies.map(({ path, part }) => ({
    path,
    from: String(part.epic),
    to: String(part.dependsOn),
  }));
  return [
    ...duplicates(epics, 'duplicate_epic', 'epic'),
    ...duplicates(stories, 'duplicate_story', 'story'),
    ...parts.stories.flatMap(({ path, part }) => missingCriteria(path, part.number, part.criteria)),
    ...brokenEdges(storyEdges, new Set([...stories.map(({ part }) => part), ...parts.halfRead]), 'story'),
    ...brokenEdges(epicEdges, new Set([...epics.map(({ part }) => part), ...parts.halfRead]), 'epic'),
  ];
}

function duplicates(
  numbers: readonly Placed<string>[],
  kind: 'duplicate_epic' | 'duplicate_story',
  what: string,
): readonly BacklogProblem[] {
  const first = new Map<string, string>();
  return numbers.flatMap(({ path, part: number }) => {
    const before = first.get(number);
    first.set(number, before ?? path);
    const message = `${what} ${number} is there already, at ${before}`;
    return before === undefined ? [] : [{ kind, path: `${path}.number`, message }];
  });
}

function missingCriteria(
  path: string,
  number: string,
  criteria: readonly { readonly id: string }[],
): readonly BacklogProblem[] {
  if (criteria.length === 0) {
    const message = `story ${number} has no acceptance criteria; nobody can be held to a story without`;
    return [{ kind: 'no_criteria', path: `${path}.acceptance_criteria`, message }];
  }
  return criteria.flatMap(({ id }, index) =>
    criteria.findIndex((other) => other.id === id) === index
      ? []
      : [
          {
            kind: 'malformed' as const,
            path: `${path}.acceptance_criteria[${index}].id`,
            message: `criterion ${id} of story ${number} is there already`,
          },
        ],
  );
}

interface PlacedEdge {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

function brokenEdges(
  edges: readonly PlacedEdge[],
  known: ReadonlySet<string>,
  what: 'story' | 'epic',
): readonly BacklogProblem[] {
  return edges.flatMap(({ path, from, to }) => {
    const unknown = [
      { key: what, number: from },
      { key: 'depends_on', number: to },
    ].filter(({ number }) => !known.has(number));
    const problems: BacklogProblem[] = unknown.map(({ key, number }) => ({
      kind: 'unknown_reference',
      path: `${path}.${key}`,
      message: `there is no ${what} ${number}`,
    }));
    return from === to
      ? [...problems, { kind: 'self_dependency', path, message: `${what} ${from} depends on itself` }]
      : problems;
  });
}
