import { noteEarlierLife } from '../earlier-life.ts';
import type { Instant } from '../instant.ts';
import { type Ledger, recall, remember } from '../ledger.ts';
import { findNearest } from '../nearest.ts';
import type { StoryNumber } from '../story.ts';
import { approvePaths } from './approve-paths.ts';
import type { Command } from './command.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import type { CommandFacts } from './command-facts.ts';
import { resetStory } from './reset-story.ts';
import { retryStory } from './retry-story.ts';

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
      return (
        findUnknown(command.story, ledger, facts) ?? retryStory(recollect(ledger, command.story, facts), command, facts)
      );
    case 'reset':
      return (
        findUnknown(command.story, ledger, facts) ??
        resetStory(recollect(ledger, command.story, facts), command.story, facts)
      );
    case 'approve-paths':
      return approvePaths(ledger, command.sha, facts.world);
  }
}

/** What a lost ledger knew of the story, as far as pull requests tell it: which branch is the newest. */
function recollect(ledger: Ledger, story: StoryNumber, { world }: CommandFacts): Ledger {
  const noted = noteEarlierLife(ledger, world);
  return noted.stories[story] === ledger.stories[story] ? ledger : remember(ledger, story, recall(noted, story));
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
