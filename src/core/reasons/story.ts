import { type Reason, saying } from './reason.ts';

/** Why a story is nobody’s work now, or nobody’s any more. */
export const storyReasons = {
  blocked: {
    who: 'loop',
    title: 'waits for other stories',
    remedy: 'It starts by itself when the stories it depends on are verified.',
  },
  backlog_drift: {
    who: 'person',
    title: 'waits for a story that the backlog does not name any more',
    remedy:
      'loopctl keeps dependencies that were taken out of the file: remove it there too, or put it back into the file.',
  },
  paused: {
    who: 'person',
    title: 'the project is paused',
    remedy: `Resume it: ${saying('resume')}.`,
  },
  no_criteria: {
    who: 'person',
    title: 'the story has no acceptance criteria',
    remedy: 'Give the story at least one acceptance criterion in the backlog; nobody can be held to a story without.',
  },
  declined: {
    who: 'person',
    title: 'the agent could not restate the story',
    remedy: `Answer the questions in the story, then release it: ${saying('retry STORY')}.`,
  },
  closed_by_human: {
    who: 'person',
    title: 'a person closed the pull request',
    remedy: `To have it done again on a new branch, ${saying('retry STORY')}.`,
  },
  stalled_elsewhere: {
    who: 'person',
    title: 'somebody else has it',
    remedy: 'It was claimed or reported outside of Orchestrate; finish it there or give the claim back.',
  },
  project_done: {
    who: 'loop',
    title: 'verified',
    remedy: 'Nothing to do.',
  },
} as const satisfies Record<string, Reason>;
