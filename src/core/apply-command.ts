import { approvePaths } from './approve-paths.ts';
import type { Feedback } from './assignment.ts';
import type { Command } from './command.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import type { Plan } from './decision.ts';
import type { Instant } from './instant.ts';
import { freshStoryMemory, type Ledger, recall, remember, type StoryMemory } from './ledger.ts';
import { type LiftFacts, liftHold } from './lift.ts';
import { findNearest } from './nearest.ts';
import type { Policy } from './policy.ts';
import { describeHold, type Hold } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { isDone, type StoryNumber } from './story.ts';
import { viewStories } from './view.ts';

/** Who gives the command, and the world as that person could see it. */
export interface CommandFacts {
  readonly actor: string;
  readonly world: Snapshot;
  /** What a pass would do now and why everything else waits. */
  readonly plan: Pick<Plan, 'holds' | 'decisions'>;
  readonly limits: Policy['limits'];
}

/**
 * What a person's command makes of the ledger, or why it cannot be followed. Given twice it changes nothing more, unless
 * another reason has come to hold the story; what is to be done about it is for the next pass to see.
 */
export function applyCommand(ledger: Ledger, command: Command, facts: CommandFacts, now: Instant): CommandAnswer {
  switch (command.verb) {
    case 'pause':
      if (ledger.paused !== null) return applied(ledger, `The project is paused already, by ${ledger.paused.by}.`);
      return applied(
        { ...ledger, paused: { by: facts.actor, at: now } },
        'The project is paused: nothing new is started and nothing is merged; agents at work go on to their end.',
      );
    case 'resume':
      if (ledger.paused === null) return applied(ledger, 'The project is not paused.');
      return applied({ ...ledger, paused: null }, 'The project goes on.');
    case 'retry':
      return findUnknown(command.story, ledger, facts) ?? retry(ledger, command, facts);
    case 'reset':
      return findUnknown(command.story, ledger, facts) ?? reset(ledger, command.story, facts);
    case 'approve-paths':
      return approvePaths(ledger, command.sha, facts.world);
  }
}

function findUnknown(story: StoryNumber, ledger: Ledger, { world }: CommandFacts): CommandAnswer | null {
  const known = [...world.stories.map(({ number }) => number), ...Object.keys(ledger.stories)];
  if (known.includes(story)) return null;
  const nearest = findNearest(story, known);
  return refused(
    `There is no story ${story}.`,
    nearest === null ? 'Look for its number in the backlog.' : `Did you mean ${nearest}?`,
  );
}

function retry(
  ledger: Ledger,
  { story, guidance }: Extract<Command, { verb: 'retry' }>,
  facts: CommandFacts,
): CommandAnswer {
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
  const advised = guidance === null ? lifted : advise(lifted, story, guidance, facts);
  const words = advised === lifted ? '' : ' The next agent is told what you said.';
  if (lift !== null) return applied(advised, `${story} is released: ${lift.next}.${words}`);
  const standing = hold === null ? 'the next pass goes on with it' : describeHold(hold);
  return applied(advised, `${story}: there is nothing to lift (${standing}).${words}`);
}

function liftFactsOf(number: StoryNumber, ledger: Ledger, { world, limits }: CommandFacts): LiftFacts {
  const view = viewStories(world, ledger).find(({ story }) => story.number === number);
  return {
    rejections: rejectionsOf(number, recall(ledger, number), world),
    limit: limits.rejections,
    pullRequest: view?.pullRequest ?? null,
  };
}

/** Repairs are counted for the base, over all its red commits in a row. */
function recount(ledger: Ledger, hold: Hold | null): Ledger {
  return hold?.code === 'repairs_exhausted' ? { ...ledger, repair: { ...ledger.repair, tries: 0 } } : ledger;
}

/** What holds the story, or is about to. */
function holdOf(story: StoryNumber, { sticky }: StoryMemory, { plan }: CommandFacts): Hold | null {
  const escalation = plan.decisions.find((decision) => decision.kind === 'escalate' && decision.story.number === story);
  const held = plan.holds.get(story) ?? null;
  if (held !== null || escalation?.kind !== 'escalate') return held;
  return sticky === null ? escalation.hold : null;
}

/** Guidance for the next author; an agent that is at work cannot hear it, and nobody reads it for a story that is done. */
function advise(ledger: Ledger, story: StoryNumber, guidance: string, { actor, world }: CommandFacts): Ledger {
  const isOver = world.stories.some((facts) => facts.number === story && isDone(facts));
  const { feedback, head, merged } = recall(ledger, story);
  if (isOver || merged !== null || isInFlight(story, ledger)) return ledger;
  const entry: Feedback = {
    kind: 'guidance',
    summary: `guidance by ${actor}`,
    items: [guidance],
    headSha: head?.sha ?? null,
  };
  const isSaid = feedback.some(({ kind, summary, items }) => {
    return kind === entry.kind && summary === entry.summary && items[0] === guidance;
  });
  return isSaid ? ledger : remember(ledger, story, { feedback: [...feedback, entry] });
}

function isInFlight(story: StoryNumber, ledger: Ledger): boolean {
  return Object.values(ledger.flights).some((flight) => flight.story === story);
}

function rejectionsOf(story: StoryNumber, memory: StoryMemory, world: CommandFacts['world']): number {
  return Math.max(memory.rejections, world.rejections.get(story) ?? 0);
}

function reset(ledger: Ledger, number: StoryNumber, facts: CommandFacts): CommandAnswer {
  const { identities, stories } = facts.world;
  const memory = recall(ledger, number);
  const story = stories.find((candidate) => candidate.number === number);
  if (story === undefined) {
    return refused(
      `${number} is no story of the backlog.`,
      'Only a story can be started over; `retry` lifts its hold.',
    );
  }
  if (isDone(story)) return refused(`${number} is verified.`, 'Revert it on the base yourself if it must go.');
  if (memory.merged !== null) {
    const at = memory.merged.sha.slice(0, 7);
    return refused(`${number} is merged, as ${at}.`, 'Wait for the proof of the base, or revert it there yourself.');
  }
  const isOurs = story.assignedAgentId === null || story.assignedAgentId === identities.implementer;
  if (!isOurs) return refused(`${number} is claimed by somebody else.`, 'Have the claim given back there.');
  if (story.agentStatus === 'pending' && ledger.stories[number] === undefined && !isInFlight(number, ledger)) {
    return applied(ledger, `${number}: there is nothing to start over.`);
  }
  const { generation, agreement, head, pullRequest } = memory;
  // loopctl's own record of rejections stays; those of before count no more.
  const rejections = rejectionsOf(number, memory, facts.world);
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
