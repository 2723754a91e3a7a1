import type { Instant } from '../instant.ts';
import { type Ledger, remember } from '../ledger.ts';
import type { BackfillStory, CreateStory } from '../people-decision.ts';
import type { Snapshot, StoryFacts } from '../snapshot.ts';
import { act, type Step } from '../step.ts';
import { isDone } from '../story.ts';
import type { Context, StoryView } from '../view.ts';
import type { Order } from './order.ts';

/** The stories that people had made; what they asked for of a story that is there is a step of that story. */
export function createStories({ orders }: Ledger): readonly CreateStory[] {
  return orders.flatMap((order) => {
    if (order.kind !== 'add') return [];
    return { kind: 'create_story' as const, order, because: `${order.by} added it: ${order.title}` };
  });
}

/** What a person asked for of this story that loopctl or GitHub can be told now; a revert is begun by its repair. */
export function stepOrdered({ story }: StoryView, { ledger }: Context): Step | null {
  const order = ledger.orders.find((candidate) => candidate.kind !== 'add' && candidate.story === story.number);
  if (order?.kind === 'rerun_checks') {
    return act({ kind: 'rerun_checks', story, order, because: `${order.by} had its checks run again` });
  }
  if (order?.kind !== 'backfill') return null;
  const because = `${order.by}: done by #${order.pullRequest}: ${order.reason}`;
  return act({ kind: 'backfill_story', story, order, how: howToTell(story), because });
}

function howToTell({ agentStatus, verifiedStatus }: StoryFacts): BackfillStory['how'] {
  return agentStatus === 'pending' && verifiedStatus !== 'rejected' ? 'backfill' : 'mark_complete';
}

/** The ledger without orders that are done, or about something that is there no more, which their givers are told. */
export function forgetOrders(ledger: Ledger, world: Snapshot): Ledger {
  const orders = ledger.orders.filter((order) => fateOf(order, ledger, world) === 'open');
  if (orders.length === ledger.orders.length) return ledger;
  const lost = ledger.orders.filter((order) => fateOf(order, ledger, world) === 'lost');
  return lost.reduce(
    (told, order) => noteRefusal(told, order, 'What it was about is gone: that head, or that story.'),
    { ...ledger, orders },
  );
}

type Fate = 'open' | 'done' | 'lost';

function fateOf(order: Order, ledger: Ledger, { stories, reverts }: Snapshot): Fate {
  const story = stories.find(({ number }) => number === order.story);
  switch (order.kind) {
    case 'add':
      return story === undefined ? 'open' : 'done';
    case 'rerun_checks':
      return ledger.stories[order.story]?.head?.sha === order.headSha ? 'open' : 'lost';
    case 'backfill':
      return ofStory(story, story !== undefined && isDone(story));
    case 'revert':
      return ofStory(story, reverts.has(order.pullRequest) && !isBeingReverted(order, ledger));
  }
}

function ofStory(story: StoryFacts | undefined, isSo: boolean): Fate {
  if (story === undefined) return 'lost';
  return isSo ? 'done' : 'open';
}

function isBeingReverted({ story }: Order, { repair }: Ledger): boolean {
  return repair.red?.reverts?.story === story;
}

/** The ledger after an order was followed; one that was refused is told to whoever gave it, where that was not answered yet. */
export function noteOrdered(ledger: Ledger, order: Order, refusal: string | undefined, now: Instant): Ledger {
  const isThis = (other: Order): boolean => other.kind === order.kind && other.story === order.story;
  const known: Ledger = { ...ledger, orders: ledger.orders.filter((other) => !isThis(other)) };
  if (refusal !== undefined) return noteRefusal(known, order, refusal);
  if (order.kind !== 'rerun_checks') return known;
  return remember(known, order.story, { rerun: { headSha: order.headSha, at: now } });
}

function noteRefusal(ledger: Ledger, { comment, story }: Order, refusal: string): Ledger {
  const handled = comment === null ? undefined : ledger.heard.handled[comment];
  if (comment === null || handled === undefined || handled.answered) return ledger;
  const told = {
    ...handled,
    outcome: 'refused' as const,
    replies: [...handled.replies, `${story}: not done. ${refusal}`],
  };
  return { ...ledger, heard: { ...ledger.heard, handled: { ...ledger.heard.handled, [comment]: told } } };
}
