import { type Reason, saying } from './reason.ts';

/** Why a story is nobody’s work now, or nobody’s any more. */
export const storyReasons = {
  blocked: {
    who: 'loop',
    title: 'waits for other stories',
    detail:
      'loopctl names unverified stories that this one depends on: work that stands on unfinished work would be done twice.',
    remedy: 'It starts by itself when the stories it depends on are verified.',
  },
  backlog_drift: {
    who: 'person',
    title: 'waits for a story that the backlog does not name any more',
    detail:
      "All that it waits for are dependencies that loopctl keeps and the backlog no longer names; loopctl's import adds dependencies and takes none away.",
    remedy:
      'loopctl keeps dependencies that were taken out of the file: remove it there too, or put it back into the file.',
  },
  paused: {
    who: 'person',
    title: 'the project is paused',
    detail: 'A person paused it: no agent starts and nothing merges; agents at work finish and are settled.',
    remedy: `Resume it: ${saying('resume')}.`,
  },
  budget_spent: {
    who: 'person',
    title: 'a budget is spent, and is to stop the project',
    detail:
      'What loopctl was told of the agents’ spending has come to the end of a budget, and the configuration says `limits.budget: stop`: no agent starts and nothing merges; agents at work finish and are settled.',
    remedy: `Raise the budget in loopctl, or let it be; then ${saying('resume')} (maintain or admin).`,
  },
  no_criteria: {
    who: 'person',
    title: 'the story has no acceptance criteria',
    detail: 'The story has no acceptance criterion in loopctl: there is nothing that a review could hold its work to.',
    remedy: 'Give the story at least one acceptance criterion in the backlog; nobody can be held to a story without.',
  },
  declined: {
    who: 'person',
    title: 'the agent could not restate the story',
    detail:
      'An agent was asked to restate the story before it worked, and answered with questions, or could not: the claim was given back.',
    remedy: `Answer the questions in the story, then release it: ${saying('retry STORY')}.`,
  },
  closed_by_human: {
    who: 'person',
    title: 'a person closed the pull request',
    detail:
      'Its pull request was closed, or merged into another branch, by a person: that is a decision, and it is not worked against.',
    remedy: `To have it done again on a new branch, ${saying('retry STORY')}.`,
  },
  cancelled: {
    who: 'person',
    title: 'a person cancelled it',
    detail: 'A person cancelled it: its claim was given back, and its pull request closed.',
    remedy: `To have it done after all, ${saying('retry STORY')}.`,
  },
  released: {
    who: 'person',
    title: 'a person took it over',
    detail: 'A person had its claim given back: its branch and its pull request are theirs, and no agent works on it.',
    remedy: `Merge it; the next run records it. To give it back, ${saying('retry STORY')}.`,
  },
  escalated: {
    who: 'person',
    title: 'a person wants to look at it',
    detail: 'A person had it handed to people: nothing is done about it until one of them says so.',
    remedy: `When it was looked at, ${saying('retry STORY')}.`,
  },
  stalled_elsewhere: {
    who: 'person',
    title: 'somebody else has it',
    detail:
      'loopctl says that it is contracted, claimed or reported by somebody else, or in a state that none of our steps leads to: what others do is theirs to finish.',
    remedy: 'It was claimed or reported outside of Orchestrate; finish it there or give the claim back.',
  },
  project_done: {
    who: 'loop',
    title: 'verified',
    detail: 'It is reported and verified: merged, with the base proven green.',
    remedy: 'Nothing to do.',
  },
} as const satisfies Record<string, Reason>;
