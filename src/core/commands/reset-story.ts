import { freshStoryMemory, type Ledger, recall, remember, type StoryMemory } from '../ledger.ts';
import { isDone, type StoryNumber } from '../story.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { type CommandFacts, isInFlight, rejectionsOf, type StoryCommandFacts } from './command-facts.ts';

/** Has a story started over: nothing stays but its branch's number and what is to be given back and closed. */
export function resetStory(ledger: Ledger, facts: StoryCommandFacts): CommandAnswer {
  const { story: number } = facts;
  const { identities, stories } = facts.world;
  const memory = recall(ledger, number);
  const story = stories.find((candidate) => candidate.number === number);
  if (story === undefined) {
    return refused(
      `${number} is no story of the backlog.`,
      'Only a story can be started over; `retry` lifts its hold.',
    );
  }
  if (isDone(story)) return refused(`${number} is verified.`, '`revert` undoes it.');
  const isRewound = memory.merged !== null && isLost(memory.merged, number, facts);
  if (memory.merged !== null && !isRewound) {
    const at = memory.merged.sha.slice(0, 7);
    return refused(
      `${number} is merged, as ${at}.`,
      `Wait for the proof of the base, or undo it: \`revert ${number}\`.`,
    );
  }
  const isOurs = story.assignedAgentId === null || story.assignedAgentId === identities.implementer;
  if (!isOurs) return refused(`${number} is claimed by somebody else.`, 'Have the claim given back there.');
  if (story.agentStatus === 'pending' && ledger.stories[number] === undefined && !isInFlight(number, ledger)) {
    return applied(ledger, `${number}: there is nothing to start over.`);
  }
  const { agreement } = memory;
  // Of a merge that the base was put back to before, nothing is closed: it begins anew beyond its branch.
  const { generation, head, pullRequest } =
    memory.merged === null ? memory : { generation: memory.generation + 1, head: null, pullRequest: null };
  // loopctl's own record of rejections stays; those of before count no more.
  const rejections = rejectionsOf(number, ledger, facts.world);
  const change: StoryMemory = {
    ...freshStoryMemory,
    generation,
    agreement,
    head,
    pullRequest,
    rejections,
    granted: rejections,
    startOver: true,
  };
  const flying = isInFlight(number, ledger) ? ' What the agent at work makes is thrown away.' : '';
  return applied(
    remember(ledger, number, change),
    `${number} is started over: its claim is given back, its pull request closed, every counter at zero.${flying}`,
  );
}

/** Whether the base was put back to before the story's merge, which is held as that. */
function isLost(
  { sha, baseBefore }: NonNullable<StoryMemory['merged']>,
  number: StoryNumber,
  { plan, world }: CommandFacts,
): boolean {
  if (plan.holds.get(number)?.code !== 'base_rewound') return false;
  return baseBefore === world.base.sha || world.missingMerges.has(sha);
}
