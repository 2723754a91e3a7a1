import type { Ledger } from '../ledger.ts';
import type { AddCommand } from './command.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import type { CommandFacts } from './command-facts.ts';

/** A story that nobody has the number of yet is to be made. */
export function addStory(
  ledger: Ledger,
  { epic, number, title, description, criteria }: AddCommand,
  { actor, comment, world, now }: CommandFacts,
): CommandAnswer {
  const known = world.stories.find((story) => story.number === number);
  const ordered = ledger.orders.find((order) => order.kind === 'add' && order.story === number);
  const told = known?.title ?? (ordered?.kind === 'add' ? ordered.title : null);
  if (told === title) return applied(ledger, `${number} is there already.`);
  if (told !== null) return refused(`${number} is taken: ${told}.`, 'Give it a number that no story has.');
  const epics = [...new Set(world.stories.map((story) => story.epic))];
  if (epics.length > 0 && !epics.includes(epic)) {
    return refused(`There is no epic ${epic}.`, `There are ${epics.join(', ')}; a new one is for the backlog.`);
  }
  return applied(
    {
      ...ledger,
      orders: [
        ...ledger.orders,
        { kind: 'add', story: number, epic, title, description, criteria: [...criteria], by: actor, at: now, comment },
      ],
    },
    `${number} is added to epic ${epic}, with ${criteria.length === 1 ? 'one criterion' : `${criteria.length} criteria`}.`,
  );
}
