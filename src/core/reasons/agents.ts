import { type Reason, saying } from './reason.ts';

/** What a story’s agents are at, and when they have had their attempts. */
export const agentReasons = {
  no_room: {
    who: 'loop',
    title: 'waits for a free agent',
    remedy: 'Raise `concurrency` in the configuration if the runners and the budget allow it.',
  },
  awaiting_plan: {
    who: 'loop',
    title: 'waits for the next run',
    remedy: 'Only the plan job dispatches agents; the next run is started by this one.',
  },
  agent_at_work: {
    who: 'loop',
    title: 'an agent is at work',
    remedy: 'Nothing to do; the job is ended when its time is up.',
  },
  spending_high: {
    who: 'person',
    title: 'a budget in loopctl is spent, or nearly',
    remedy: `Work goes on, as loopctl lets it: raise the budget there, or ${saying('pause')}.`,
  },
  skill_too_long: {
    who: 'person',
    title: 'a skill in loopctl is too long for a prompt',
    remedy: 'Shorten it in loopctl, or archive it: the prompts that come with Orchestrate do without.',
  },
  settling: {
    who: 'loop',
    title: 'the agent has ended, its outcome is being settled',
    remedy: 'Nothing to do; a settle job that did not finish is run again.',
  },
  backing_off: {
    who: 'loop',
    title: 'tries again after a failure of the machines',
    remedy: 'Nothing to do; look at the run named here if it keeps happening.',
  },
  rejections_exhausted: {
    who: 'person',
    title: 'rejected too often',
    remedy: `Read the findings; change the story or grant one more attempt: ${saying('retry STORY')}.`,
  },
  author_runs_exhausted: {
    who: 'person',
    title: 'fixed too often',
    remedy: `Look at the pull request; to start over, ${saying('reset STORY')} (maintain or admin).`,
  },
  infrastructure_exhausted: {
    who: 'person',
    title: 'the machines failed too often',
    remedy: `Look at the runs named here, mend the workflow or the runners, then ${saying('retry STORY')}.`,
  },
  reviews_exhausted: {
    who: 'person',
    title: 'no usable review of this head',
    remedy: `Look at the reviewer's log; then ${saying('retry STORY')}, or review and merge it yourself.`,
  },
} as const satisfies Record<string, Reason>;
