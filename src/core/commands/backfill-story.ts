import { type Ledger, recall } from '../ledger.ts';
import { isDone } from '../story.ts';
import type { Command } from './command.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { isInFlight, type StoryCommandFacts } from './command-facts.ts';

/** A story counts as done by a pull request that was no work of ours, in the name of who says so. */
export function backfillStory(
  ledger: Ledger,
  { pullRequest, reason }: Extract<Command, { readonly verb: 'backfill' }>,
  { story: number, actor, comment, world, now }: StoryCommandFacts,
): CommandAnswer {
  const story = world.stories.find((candidate) => candidate.number === number);
  if (story === undefined)
    return refused(`${number} is no story of the backlog.`, 'Only a story can be recorded as done.');
  if (isDone(story)) return applied(ledger, `${number} is verified already.`);
  const known = ledger.orders.find((order) => order.kind === 'backfill' && order.story === number);
  if (known !== undefined) return applied(ledger, `${number} is being recorded as done already.`);
  if (recall(ledger, number).merged !== null)
    return refused(`${number} is merged.`, 'It is verified when the base is proven.');
  if (isInFlight(number, ledger) || (story.agentStatus !== 'pending' && story.agentStatus !== 'contracted')) {
    return refused(`${number} is under way.`, `Take it out of our hands first: \`release ${number}\`.`);
  }
  return applied(
    {
      ...ledger,
      orders: [...ledger.orders, { kind: 'backfill', story: number, pullRequest, reason, by: actor, at: now, comment }],
    },
    `${number} is recorded as done by #${pullRequest}.`,
  );
}
