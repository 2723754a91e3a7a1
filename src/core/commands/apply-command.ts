import { noteEarlierLife } from '../earlier-life.ts';
import { type Ledger, recall, remember } from '../ledger.ts';
import { findNearest } from '../nearest.ts';
import type { StoryNumber } from '../story.ts';
import { addStory } from './add-story.ts';
import { approveCriteria } from './approve-criteria.ts';
import { approvePaths } from './approve-paths.ts';
import { backfillStory } from './backfill-story.ts';
import type { Command } from './command.ts';
import { type CommandAnswer, type Refused, refused } from './command-answer.ts';
import type { CommandFacts, StoryCommandFacts } from './command-facts.ts';
import { escalateStory } from './escalate-story.ts';
import { leaveStory } from './leave-story.ts';
import { pauseProject, resumeProject } from './pause-project.ts';
import { rejectWork } from './reject-work.ts';
import { rerunChecks } from './rerun-checks.ts';
import { rerunReview } from './rerun-review.ts';
import { resetStory } from './reset-story.ts';
import { retryStory } from './retry-story.ts';
import { revertStory } from './revert-story.ts';

/**
 * What a person's command makes of the ledger, or why it cannot be followed. Given twice it changes nothing more, unless
 * another reason has come to hold the story; what is to be done about it is for the next pass to see.
 */
export function applyCommand(ledger: Ledger, command: Command, facts: CommandFacts): CommandAnswer {
  if (!('story' in command)) return applyToProject(ledger, command, facts);
  const story = command.story ?? facts.story;
  if (command.verb === 'why') return { kind: 'asked', ask: { kind: 'why', story } };
  if (story === null) {
    return refused(`\`${command.verb}\` needs the number of a story.`, 'Name it, or say it on its pull request.');
  }
  const unknown = findUnknown(story, ledger, facts);
  return unknown ?? applyToStory(recollect(ledger, story, facts), command, { ...facts, story });
}

type StoryCommand = Extract<Command, { readonly story: StoryNumber | null }>;

function applyToProject(ledger: Ledger, command: Exclude<Command, StoryCommand>, facts: CommandFacts): CommandAnswer {
  switch (command.verb) {
    case 'help':
    case 'status':
    case 'plan':
      return { kind: 'asked', ask: { kind: command.verb } };
    case 'pause':
      return pauseProject(ledger, facts);
    case 'resume':
      return resumeProject(ledger, facts);
    case 'approve-paths':
      return approvePaths(ledger, command.sha, facts);
    case 'add':
      return addStory(ledger, command, facts);
  }
}

function applyToStory(
  ledger: Ledger,
  command: Exclude<StoryCommand, { readonly verb: 'why' }>,
  facts: StoryCommandFacts,
): CommandAnswer {
  switch (command.verb) {
    case 'retry':
      return retryStory(ledger, command.guidance, facts);
    case 'reset':
      return resetStory(ledger, facts);
    case 'cancel':
      return leaveStory(ledger, 'cancelled', facts);
    case 'release':
      return leaveStory(ledger, 'released', facts);
    case 'escalate':
      return escalateStory(ledger, facts);
    case 'approve':
      return approveCriteria(ledger, command.criteria, facts);
    case 'reject':
      return rejectWork(ledger, command.reason, facts);
    case 'rerun':
      return command.what === 'ci' ? rerunChecks(ledger, facts) : rerunReview(ledger, facts);
    case 'backfill':
      return backfillStory(ledger, command, facts);
    case 'revert':
      return revertStory(ledger, facts);
  }
}

/** What a lost ledger knew of the story, as far as pull requests tell it: which branch is the newest. */
function recollect(ledger: Ledger, story: StoryNumber, { world }: CommandFacts): Ledger {
  const noted = noteEarlierLife(ledger, world);
  return noted.stories[story] === ledger.stories[story] ? ledger : remember(ledger, story, recall(noted, story));
}

function findUnknown(story: StoryNumber, ledger: Ledger, { world }: CommandFacts): Refused | null {
  const known = [...world.stories.map(({ number }) => number), ...Object.keys(ledger.stories)];
  if (known.includes(story)) return null;
  const nearest = findNearest(story, known);
  return refused(
    `There is no story ${story}.`,
    nearest === null ? 'Look for its number in the backlog.' : `Did you mean ${nearest}?`,
  );
}
