import type { Feedback } from '../assignment.ts';
import { type Ledger, recall, remember, type StoryMemory } from '../ledger.ts';
import { describeHold, type Hold, isReasonCode } from '../reasons.ts';
import { isLeft } from '../stages/leave.ts';
import { isDone, type StoryNumber } from '../story.ts';
import { viewStories } from '../view.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { type CommandFacts, isInFlight, rejectionsOf, type StoryCommandFacts } from './command-facts.ts';
import { type LiftFacts, liftHold } from './lift.ts';

/** Lifts the hold that a story waits under for a person, and no other; what the person says goes to the next author. */
export function retryStory(ledger: Ledger, guidance: string | null, facts: StoryCommandFacts): CommandAnswer {
  const { story } = facts;
  const memory = recall(ledger, story);
  const hold = holdOf(story, memory, facts);
  if (hold?.code === 'author_runs_exhausted') {
    return refused(`${story}: ${describeHold(hold)}`, 'Only `reset` lifts it: the story is started over.');
  }
  if (hold?.code === 'repairs_exhausted' && (ledger.repair.red?.reverts ?? null) !== null) {
    return refused(`${story}: ${describeHold(hold)}`, 'A revert is the last attempt: mend the base yourself.');
  }
  const lift = hold === null ? null : liftHold(hold, memory, liftFactsOf(story, ledger, facts));
  const lifted = lift === null ? ledger : remember(recount(ledger, hold), story, lift.change);
  const advised = guidance === null ? lifted : advise(lifted, story, { guidance, questions: questionsOf(hold) }, facts);
  const words = advised === lifted ? '' : ' The next agent is told what you said.';
  if (lift !== null) return applied(advised, `${story} is released: ${lift.next}.${words}`);
  const standing = hold === null ? 'the next pass goes on with it' : describeHold(hold);
  return applied(advised, `${story}: there is nothing to lift (${standing}).${words}`);
}

function liftFactsOf(number: StoryNumber, ledger: Ledger, { world, limits }: CommandFacts): LiftFacts {
  const view = viewStories(world, ledger).find(({ story }) => story.number === number);
  return {
    rejections: rejectionsOf(number, ledger, world),
    limit: limits.rejections,
    pullRequest: view?.pullRequest ?? null,
  };
}

/** Repairs are counted for the base, over all its red commits in a row. */
function recount(ledger: Ledger, hold: Hold | null): Ledger {
  return hold?.code === 'repairs_exhausted' ? { ...ledger, repair: { ...ledger.repair, tries: 0 } } : ledger;
}

/** What holds the story, or is about to. */
function holdOf(story: StoryNumber, memory: StoryMemory, { plan }: CommandFacts): Hold | null {
  const { sticky } = memory;
  // What a person took out of our hands is that, also while it is still to be given back.
  if (sticky !== null && isLeft(memory) && isReasonCode(sticky.code))
    return { code: sticky.code, detail: sticky.detail };
  const escalation = plan.decisions.find((decision) => decision.kind === 'escalate' && decision.story.number === story);
  const held = plan.holds.get(story) ?? null;
  if (held !== null || escalation?.kind !== 'escalate') return held;
  return sticky === null ? escalation.hold : null;
}

interface Advice {
  readonly guidance: string;
  /** What it answers. */
  readonly questions: readonly string[];
}

/** An agent that declined had questions: whoever comes next sees what the answer is to. */
function questionsOf(hold: Hold | null): readonly string[] {
  return hold?.code === 'declined' ? [`This answers what the agent before asked: ${hold.detail}`] : [];
}

/** Guidance for the next author; an agent that is at work cannot hear it, and nobody reads it for a story that is done. */
function advise(
  ledger: Ledger,
  story: StoryNumber,
  { guidance, questions }: Advice,
  { actor, world }: CommandFacts,
): Ledger {
  const isOver = world.stories.some((facts) => facts.number === story && isDone(facts));
  const { feedback, head, merged } = recall(ledger, story);
  if (isOver || merged !== null || isInFlight(story, ledger)) return ledger;
  const entry: Feedback = {
    kind: 'guidance',
    summary: `guidance by ${actor}`,
    items: [guidance, ...questions],
    by: actor,
    headSha: head?.sha ?? null,
  };
  const isSaid = feedback.some(({ kind, summary, items }) => {
    return kind === entry.kind && summary === entry.summary && items[0] === guidance;
  });
  return isSaid ? ledger : remember(ledger, story, { feedback: [...feedback, entry] });
}
