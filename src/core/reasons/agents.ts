import { type Reason, saying } from './reason.ts';

/** What a story’s agents are at, and when they have had their attempts. */
export const agentReasons = {
  no_room: {
    who: 'loop',
    title: 'waits for a free agent',
    detail:
      'As many agents are at work as the configuration, or the loopctl tenant, allows; those who are under way go first.',
    remedy: 'Raise `concurrency` in the configuration if the runners and the budget allow it.',
  },
  awaiting_plan: {
    who: 'loop',
    title: 'waits for the next run',
    detail: 'There is a place for it, and this job cannot dispatch: the matrix of a run is made by its plan.',
    remedy: 'Only the plan job dispatches agents; the next run is started by this one.',
  },
  agent_at_work: {
    who: 'loop',
    title: 'an agent is at work',
    detail:
      'An agent has this story in the run named here, and nothing else may touch its branch until its outcome is settled.',
    remedy: 'Nothing to do; the job is ended when its time is up.',
  },
  spending_high: {
    who: 'person',
    title: 'a budget in loopctl is spent, or nearly',
    detail: "What loopctl was told of an agent's spending has come to the alert threshold of a budget.",
    remedy: `Work goes on, as loopctl lets it: raise the budget there, or ${saying('pause')}.`,
  },
  skill_too_long: {
    who: 'person',
    title: 'a skill in loopctl is too long for a prompt',
    detail:
      "A skill that would stand in the agent's prompt is longer than a prompt bears beside a story and its change.",
    remedy: 'Shorten it in loopctl, or archive it: the prompts that come with Orchestrate do without.',
  },
  settling: {
    who: 'loop',
    title: 'the agent has ended, its outcome is being settled',
    detail: 'The run of its agent has ended, and what became of its jobs is not known yet.',
    remedy: 'Nothing to do; a settle job that did not finish is run again.',
  },
  backing_off: {
    who: 'loop',
    title: 'tries again after a failure of the machines',
    detail:
      "A runner, GitHub or loopctl failed, not the agent's work: it is tried again after 15 seconds, then eight times longer each time.",
    remedy: 'Nothing to do; look at the run named here if it keeps happening.',
  },
  rejections_exhausted: {
    who: 'person',
    title: 'rejected too often',
    detail:
      'Its work failed review as often as `limits.rejections` allows: another attempt of the same kind would cost the same and bring the same.',
    remedy: `Read the findings; change the story or grant one more attempt: ${saying('retry STORY')}.`,
  },
  author_runs_exhausted: {
    who: 'person',
    title: 'fixed too often',
    detail:
      'More authors were sent at it than `limits.author-runs` allows, for red checks, conflicts or work that could not be taken.',
    remedy: `Look at the pull request; to start over, ${saying('reset STORY')} (maintain or admin).`,
  },
  infrastructure_exhausted: {
    who: 'person',
    title: 'the machines failed too often',
    detail: 'More runs of its agents were lost than `limits.infrastructure` allows, for no fault of their work.',
    remedy: `Look at the runs named here, mend the workflow or the runners, then ${saying('retry STORY')}.`,
  },
  reviews_exhausted: {
    who: 'person',
    title: 'no usable review of this head',
    detail:
      'As many reviewers as `limits.reviews-per-head` allows looked at this head, and none left a verdict that can be used.',
    remedy: `Look at the reviewer's log; then ${saying('retry STORY')}, or review and merge it yourself.`,
  },
} as const satisfies Record<string, Reason>;
