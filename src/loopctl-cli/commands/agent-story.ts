import type { AgentCard } from '../../agents/agent-card.ts';
import type { ToAgent } from '../command.ts';
import { readStoryNumber } from '../find.ts';
import { NotForAgents } from '../not-for-agents.ts';

/** The story of an agent's assignment in loopctl's own names; whatever else is asked for is not here. */
export function agentStory({ assignment }: AgentCard, key: string | undefined): Readonly<Record<string, unknown>> {
  if (assignment.role === 'repair') {
    throw new NotForAgents(`This assignment repairs the base at ${assignment.redSha} and is about no story.`);
  }
  const { story } = assignment;
  if (key !== undefined && readStoryNumber(key) !== story.number) {
    throw new NotForAgents(`This assignment is about story ${story.number}, and nothing else of the backlog is here.`);
  }
  return {
    number: story.number,
    title: story.title,
    epic_number: story.epic,
    description: story.description,
    acceptance_criteria: story.criteria.map(({ id, text }) => ({ id, criterion: text })),
    metadata: { deliverables: story.deliverables },
  };
}

/** Whatever of the backlog an agent has no need of. */
export const notHere: ToAgent = {
  kind: 'explains',
  why: 'An agent at work has its assignment and nothing else of the backlog: see `loopctl status`.',
};

/** What the trusted jobs do in loopctl before and after an agent's work. */
export function doneForYou(when: string): ToAgent {
  return {
    kind: 'explains',
    why: `An agent at work tells loopctl nothing: Orchestrate does it, ${when}. Do the work and leave the result that your prompt asks for.`,
  };
}

/** What only people and the trusted jobs do. */
export const notForAgents: ToAgent = {
  kind: 'explains',
  why: 'An agent at work holds no key and changes nothing in loopctl; this is for people.',
};
