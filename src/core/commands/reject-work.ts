import { cutShort } from '../cut-short.ts';
import { type Ledger, remember } from '../ledger.ts';
import { isRepair } from '../repair.ts';
import type { Review } from '../verdict.ts';
import { applied, type CommandAnswer, refused } from './command-answer.ts';
import { isInFlight, type StoryCommandFacts } from './command-facts.ts';
import { findJudgedHead } from './judged-head.ts';

/** A person's own verdict on the work: it fails, for their reason, and goes the way of a failed review. */
export function rejectWork(ledger: Ledger, reason: string, facts: StoryCommandFacts): CommandAnswer {
  const { story: number, actor, world, now } = facts;
  const found = findJudgedHead(number, ledger, facts);
  if (found.kind === 'refused') return found;
  const { view, head, pullRequest } = found;
  const { verdict, merging } = view.memory;
  if (verdict?.by === actor && verdict.review.findings[0]?.description === reason && verdict.patchId === head.patchId) {
    return applied(ledger, `${number} is rejected for that already.`);
  }
  if (merging !== null)
    return refused(`GitHub is merging #${pullRequest.number}.`, `\`revert ${number}\` undoes it when it is merged.`);
  if (isAuthorAtWork(number, ledger)) {
    return refused(`An agent is at work on ${number}.`, 'Wait for its end, and reject what comes of it.');
  }
  if (!['implementing', 'reported_done'].includes(view.story.agentStatus)) {
    return refused(
      `${number} is ${view.story.agentStatus} in loopctl: nothing is handed in.`,
      `\`retry ${number}: …\` tells the next agent.`,
    );
  }
  const review: Review = {
    result: 'fail',
    summary: `Rejected by ${actor}: ${cutShort(reason)}`,
    findings: [{ severity: 'HIGH', description: reason }],
    acs_verified: [],
    acs_failed: [],
    acs_human: [],
  };
  const said = {
    review,
    criteriaHash: view.story.criteriaHash,
    patchId: head.patchId,
    headSha: head.sha,
    reviewer: world.identities.reviewer,
    assignment: `person-${facts.comment ?? now}`,
    run: world.pass.run,
    at: world.clock,
    by: actor,
  };
  const next = isRepair(number)
    ? 'a fresh agent is told why'
    : 'it counts as a rejection, and a fresh agent is told why';
  const waits = isInFlight(number, ledger) ? ' The review that is under way is thrown away.' : '';
  return applied(
    remember(ledger, number, { verdict: said, reported: null }),
    `${number} is rejected: ${next}.${waits}`,
  );
}

function isAuthorAtWork(number: string, { flights }: Ledger): boolean {
  return Object.values(flights).some(({ story, role }) => story === number && role !== 'review');
}
