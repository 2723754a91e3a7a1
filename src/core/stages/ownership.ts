import type { Snapshot, StoryFacts } from '../snapshot.ts';
import { hold, type Step } from '../step.ts';
import { holdForStray } from '../strays.ts';
import type { Context, StoryView } from '../view.ts';

/**
 * Whether the story is claimed in our name. A handshake leaves no name on the story: it is ours when we remember what
 * was agreed, or when loopctl's history says that our implementer made it.
 */
export function isOurs({ story, memory }: StoryView, { world }: Pick<Context, 'world'>): boolean {
  if (story.agentStatus === 'contracted') {
    return memory.agreement !== null || world.contractedBy.get(story.number) === world.identities.implementer;
  }
  return story.agentStatus !== 'pending' && story.assignedAgentId === world.identities.implementer;
}

/** The agent that has a story, by its claim or by the handshake that loopctl's history tells of; null where nobody is named. */
export function holderOf(
  { number, assignedAgentId }: Pick<StoryFacts, 'number' | 'assignedAgentId'>,
  contractedBy: Snapshot['contractedBy'],
): string | null {
  return assignedAgentId ?? contractedBy.get(number) ?? null;
}

/** Who has a story that is not ours, and since when, as far as it is known. */
export function describeOwner({ story }: StoryView, { world }: Context): string {
  const agent = holderOf(story, world.contractedBy);
  const status = story.agentStatus.replace('_', ' ');
  if (story.agentStatus === 'pending') return status;
  const since = describeSince(story);
  return agent === null ? `${status}${since}, and loopctl does not say by whom` : `${status} by agent ${agent}${since}`;
}

/** A handshake leaves no time on a story; the claim, which a start goes on with, and the report do. */
function describeSince({ agentStatus, assignedAt, reportedDoneAt }: StoryFacts): string {
  const at = agentStatus === 'reported_done' ? reportedDoneAt : assignedAt;
  if (agentStatus === 'contracted' || at === null) return '';
  return ` since ${at.slice(0, 16).replace('T', ' ')} UTC`;
}

/**
 * What a claim waits for when nothing that we remember says why no agent is at it: the ledger may have been lost, and a
 * stray agent may be at it. A settle leaves it to a plan, since its own run has other legs.
 */
export function awaitUnknown({ memory }: StoryView, { world }: Context): Step | null {
  const isExplained =
    memory.head !== null || memory.kept !== null || memory.feedback.length > 0 || memory.infrastructure.failures > 0;
  if (isExplained) return null;
  const held = holdForStray(world);
  if (held !== null) return { kind: 'hold', hold: held };
  return world.pass.canDispatch ? null : hold('awaiting_plan', 'nothing is known of its agent');
}
