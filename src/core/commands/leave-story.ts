import { type Ledger, recall, remember } from '../ledger.ts';
import { isOurs } from '../stages/ownership.ts';
import { isDone } from '../story.ts';
import { viewStories } from '../view.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { isInFlight, type StoryCommandFacts } from './command-facts.ts';

/** How a person takes a story out of our hands until a `retry`: its work is closed with it, or it is left to them. */
export type Leaving = 'cancelled' | 'released';

const consequences = {
  cancelled: 'its claim is given back and its pull request closed; `retry` has it done again',
  released: 'its claim is given back, its branch and its pull request are yours; what you merge is recorded',
} as const;

/** Holds the story for the person who takes it; what is to be given back and closed is for the next pass to see. */
export function leaveStory(ledger: Ledger, how: Leaving, facts: StoryCommandFacts): CommandAnswer {
  const { story: number, actor, world, now } = facts;
  const view = viewStories(world, ledger).find(({ story }) => story.number === number);
  const story = world.stories.find((candidate) => candidate.number === number);
  if (view === undefined || story === undefined) {
    return refused(`${number} is no story of the backlog.`, 'A repair of the base is over when the base is green.');
  }
  if (isDone(story)) return refused(`${number} is verified.`, '`revert` undoes it.');
  if (view.memory.merged !== null) return refused(`${number} is merged.`, '`revert` undoes it.');
  if (story.agentStatus !== 'pending' && !isOurs(view, { world })) {
    return refused(`${number} is claimed by somebody else.`, 'Have the claim given back there.');
  }
  if (view.memory.sticky?.code === how) return applied(ledger, `${number} is ${how} already.`);
  const sticky = { code: how, detail: `by ${actor}`, since: now };
  const flying = isInFlight(number, ledger) ? ' What the agent at work makes is thrown away.' : '';
  return applied(
    remember(ledger, number, { ...recall(ledger, number), sticky, startOver: false }),
    `${number} is ${how}: ${consequences[how]}.${flying}`,
  );
}
