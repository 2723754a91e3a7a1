import type { Ledger } from '../ledger.ts';
import type { CheckState, PullRequestFacts } from '../snapshot.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { isInFlight, type StoryCommandFacts } from './command-facts.ts';
import { findJudgedHead } from './judged-head.ts';

const ended: readonly CheckState[] = ['failure', 'cancelled', 'timed_out', 'startup_failure', 'stale'];

/** The workflow runs of a head that did not end well are to be run again. */
export function rerunChecks(ledger: Ledger, facts: StoryCommandFacts): CommandAnswer {
  const { story, actor, comment, now } = facts;
  const found = findJudgedHead(story, ledger, facts);
  if (found.kind === 'refused') return found;
  const { head, pullRequest } = found;
  const known = ledger.orders.find((order) => order.kind === 'rerun_checks' && order.story === story);
  if (known !== undefined) return applied(ledger, `The failed checks of ${story} are run again already.`);
  if (isInFlight(story, ledger)) {
    return refused(`An agent is at work on ${story}.`, 'What it pushes is tested anew; wait for its end.');
  }
  const runs = findFailedRuns(pullRequest);
  if (runs.length === 0) {
    return refused(
      `No workflow run of #${pullRequest.number} has failed.`,
      'Checks of other apps are run again where they were made.',
    );
  }
  return applied(
    {
      ...ledger,
      orders: [
        ...ledger.orders,
        { kind: 'rerun_checks', story, headSha: head.sha, runs: [...runs], by: actor, at: now, comment },
      ],
    },
    `${runs.length === 1 ? 'A workflow run' : `${runs.length} workflow runs`} of ${head.sha.slice(0, 7)} ${runs.length === 1 ? 'is' : 'are'} run again; no agent is sent at it meanwhile.`,
  );
}

function findFailedRuns({ checks }: PullRequestFacts): readonly number[] {
  const failed = checks.filter(({ state }) => ended.includes(state));
  return [...new Set(failed.flatMap(({ workflowRunId }) => workflowRunId ?? []))];
}
