import type { Hold } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import type { Context, StoryView } from './view.ts';

/** What a story of ours waits for while there is a stray agent, which may be at just that one; else nothing. */
export function holdForStray({ strays }: Pick<Snapshot, 'strays'>): Hold | null {
  const [stray] = strays;
  if (stray === undefined) return null;
  return { code: 'agent_at_work', detail: `an agent of run ${stray.run} that the ledger does not know may be at it` };
}

/** Whether no agent was ever at a story, as far as anybody knows: loopctl's claim keeps a second one from it. */
export function isUntouched({ story }: StoryView, { ledger }: Pick<Context, 'ledger'>): boolean {
  const isNew = story.agentStatus === 'pending' && story.verifiedStatus === 'unverified';
  return isNew && !Object.hasOwn(ledger.stories, story.number);
}
