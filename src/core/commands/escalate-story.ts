import { type Ledger, recall, remember } from '../ledger.ts';
import { describeHold, isReasonCode } from '../reasons.ts';
import { isDone } from '../story.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { isInFlight, type StoryCommandFacts } from './command-facts.ts';

/** Hands the story to a person, as it would be handed to one by itself. */
export function escalateStory(ledger: Ledger, { story: number, actor, world, now }: StoryCommandFacts): CommandAnswer {
  const { sticky, merged } = recall(ledger, number);
  const story = world.stories.find((candidate) => candidate.number === number);
  if (merged !== null || (story !== undefined && isDone(story))) {
    return refused(`${number} is merged.`, 'There is nothing left to hand over; `revert` undoes it.');
  }
  if (sticky !== null) {
    const { code, detail } = sticky;
    const why = isReasonCode(code) ? describeHold({ code, detail }) : `${code}: ${detail}.`;
    return applied(ledger, `${number} waits for a person already: ${why}`);
  }
  const flying = isInFlight(number, ledger) ? ' The agent at work goes on to its end.' : '';
  return applied(
    remember(ledger, number, { sticky: { code: 'escalated', detail: `by ${actor}`, since: now } }),
    `${number} waits for a person from now on, until \`retry ${number}\`.${flying}`,
  );
}
