import type { StoryFacts } from '../../src/core/snapshot.ts';

/** A story nobody has touched yet, with one criterion. */
export function aStory(change: Partial<StoryFacts> = {}): StoryFacts {
  const number = change.number ?? '1.1';
  return {
    id: `story-${number}`,
    number,
    epic: Number(number.split('.')[0]),
    title: `Story ${number}`,
    description: null,
    criteria: [{ id: 'AC-1', text: 'It works.' }],
    deliverables: [],
    criteriaHash: `criteria-${number}`,
    agentStatus: 'pending',
    verifiedStatus: 'unverified',
    assignedAgentId: null,
    assignedAt: null,
    reportedDoneAt: null,
    rejectedAt: null,
    ...change,
  };
}

/** A story that is claimed in the implementer's name. */
export function ourStory(change: Partial<StoryFacts> = {}): StoryFacts {
  return aStory({ agentStatus: 'implementing', assignedAgentId: 'implementer', ...change });
}
