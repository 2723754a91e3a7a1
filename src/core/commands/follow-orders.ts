import type { BackfillStory, CreateStory, RerunChecks } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { type Ledger, remember } from '../ledger.ts';
import type { Snapshot, StoryFacts } from '../snapshot.ts';
import { isDone } from '../story.ts';
import type { StoryView } from '../view.ts';
import type { Order } from './order.ts';

type Ordered = RerunChecks | BackfillStory | CreateStory;

/** What people asked for that loopctl and GitHub can be told now. A revert is begun by the stage of its repair. */
export function followOrders({ orders }: Ledger, views: readonly StoryView[]): readonly Ordered[] {
  return orders.flatMap((order) => followOrder(order, views) ?? []);
}

function followOrder(order: Order, views: readonly StoryView[]): Ordered | null {
  if (order.kind === 'add') return { kind: 'create_story', order, because: `${order.by} added it: ${order.title}` };
  const story = views.find((view) => view.story.number === order.story)?.story;
  if (story === undefined) return null;
  switch (order.kind) {
    case 'rerun_checks':
      return { kind: 'rerun_checks', story, order, because: `${order.by} had its checks run again` };
    case 'backfill': {
      const because = `${order.by}: done by #${order.pullRequest}: ${order.reason}`;
      return { kind: 'backfill_story', story, order, how: howToTell(story), because };
    }
    case 'revert':
      return null;
  }
}

function howToTell({ agentStatus, verifiedStatus }: StoryFacts): BackfillStory['how'] {
  return agentStatus === 'pending' && verifiedStatus !== 'rejected' ? 'backfill' : 'mark_complete';
}

/** The ledger without orders that are done, or about something that is there no more. */
export function forgetOrders(ledger: Ledger, world: Snapshot): Ledger {
  const orders = ledger.orders.filter((order) => isOpen(order, ledger, world));
  return orders.length === ledger.orders.length ? ledger : { ...ledger, orders };
}

function isOpen(order: Order, ledger: Ledger, { stories, reverts }: Snapshot): boolean {
  const story = stories.find(({ number }) => number === order.story);
  switch (order.kind) {
    case 'add':
      return story === undefined;
    case 'rerun_checks':
      return ledger.stories[order.story]?.head?.sha === order.headSha;
    case 'backfill':
      return story !== undefined && !isDone(story);
    case 'revert':
      return story !== undefined && (!reverts.has(order.pullRequest) || isBeingReverted(order, ledger));
  }
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
