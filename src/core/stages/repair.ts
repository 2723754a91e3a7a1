import type { Feedback } from '../assignment.ts';
import { findFailures } from '../base.ts';
import { judgeChecks } from '../checks.ts';
import type { OrderOf } from '../commands/order.ts';
import { cutShort } from '../cut-short.ts';
import { holdOfChecks } from '../gate/head-checks.ts';
import type { Ledger } from '../ledger.ts';
import { checkInfrastructure } from '../limits.ts';
import { holdOfPause } from '../pause.ts';
import { isRepair } from '../repair.ts';
import { holdOfRerun } from '../rerun.ts';
import type { CheckFacts, PullRequestFacts } from '../snapshot.ts';
import { feedbackOfChecks, feedbackOfVerdict, isVerdictValid } from '../standing.ts';
import { act, hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { askMerge, askReview } from './in-review.ts';
import { stepKept } from './kept.ts';
import { stepMerging } from './merging.ts';
import { ofRepair } from './outcome.ts';
import { recordMerge } from './pull-request.ts';
import { isForeignHead, stepPushedHead } from './pushed-head.ts';

type RedBase = NonNullable<Ledger['repair']['red']>;

/** The end of a repair, whatever is under way for it: the base is proven again, or red at another commit. */
export function endRepair(view: StoryView, context: Context): Step | null {
  const { story, memory, pullRequest } = view;
  const { world, ledger, proof } = context;
  const { red } = ledger.repair;
  const isRedElsewhere = proof.kind === 'unproven' && proof.hold.code === 'base_red' && red?.sha !== world.base.sha;
  if (red !== null && red.asked !== null) return endAskedRevert(view, red, isRedElsewhere, context);
  if (proof.kind === 'unproven' && !isRedElsewhere) return null;
  if (pullRequest?.state === 'MERGED' && memory.merged === null) return recordMerge(view, pullRequest, context);
  const tip = world.base.sha.slice(0, 7);
  return act({
    kind: 'drop_repair',
    story,
    because: isRedElsewhere ? `the base is red at ${tip} now` : `the base is proven at ${tip}`,
    closes: pullRequest?.state === 'OPEN' ? pullRequest.number : null,
    forgetsOrder: false,
  });
}

/**
 * The end of a revert that a person wants: it is in and the base proven, or red with it; they closed it; its story is gone
 * before it was begun; or the base is red for another reason, which goes before: then it is begun anew afterwards.
 */
function endAskedRevert(view: StoryView, red: RedBase, isRed: boolean, context: Context): Step | null {
  const { story, memory, pullRequest } = view;
  const { proof, world } = context;
  const drop = { kind: 'drop_repair', story } as const;
  const number = pullRequest?.number ?? 0;
  if (memory.merged !== null) {
    // A look at the base as it was before that merge proves nothing.
    return isRed || proof.kind === 'proven'
      ? act({ ...drop, because: `#${number} is merged`, closes: null, forgetsOrder: true })
      : null;
  }
  if (pullRequest?.state === 'CLOSED') {
    return act({ ...drop, because: `#${number} was closed by a person`, closes: null, forgetsOrder: true });
  }
  if (pullRequest === null && findOrder(red, context) === undefined) {
    return act({ ...drop, because: 'nobody wants it any more', closes: null, forgetsOrder: false });
  }
  if (!isRed || pullRequest?.state === 'MERGED') return null;
  const closes = pullRequest === null ? null : number;
  return act({ ...drop, because: `the base is red at ${world.base.sha.slice(0, 7)}`, closes, forgetsOrder: false });
}

/**
 * What is to be done about a red base that no agent is at: an author, the review of what it made, the gate. loopctl
 * hears nothing of it. Nothing is done for it while the tip is not red at exactly its commit.
 */
export function stepRepair(view: StoryView, context: Context): Step {
  const { memory, pullRequest } = view;
  const { proof, ledger, world } = context;
  const { red } = ledger.repair;
  if (memory.merged !== null) return hold('merged_unverified', proof.kind === 'unproven' ? proof.hold.detail : '');
  if (pullRequest?.state === 'MERGED') return recordMerge(view, pullRequest, context);
  if (proof.kind === 'unproven' && (proof.hold.code !== 'base_red' || red?.sha !== world.base.sha)) {
    return hold(proof.hold.code, proof.hold.detail);
  }
  if (red === null) return hold('base_red');
  if (memory.kept !== null) return ofRepair(stepKept(view, memory.kept));
  if (pullRequest !== null) return stepOpened(view, pullRequest, red, context);
  if (red.asked !== null) return beginRevert(view, red, context);
  return memory.head === null
    ? askAuthor(view, red, memory.feedback, context)
    : hold('stalled_elsewhere', 'its pull request cannot be found');
}

/** GitHub is asked for the revert that a person wants. */
function beginRevert({ story }: StoryView, red: RedBase, context: Context): Step {
  const order = findOrder(red, context);
  const merged = context.world.pullRequests.find(({ number }) => number === order?.pullRequest);
  if (order === undefined || merged === undefined) {
    return hold('stalled_elsewhere', 'the pull request that is to be reverted cannot be found');
  }
  return act({
    kind: 'revert',
    story,
    because: `${order.by} wants it undone`,
    reverts: order.story,
    pullRequest: merged.number,
    pullRequestId: merged.id,
    failures: [],
    closes: null,
  });
}

/** The wish that this revert is made for: others may wait for their turn. */
function findOrder({ reverts }: RedBase, { ledger }: Context): OrderOf<'revert'> | undefined {
  return ledger.orders.find(
    (order): order is OrderOf<'revert'> => order.kind === 'revert' && order.story === reverts?.story,
  );
}

function stepOpened(view: StoryView, pullRequest: PullRequestFacts, red: RedBase, context: Context): Step {
  if (pullRequest.state === 'CLOSED') return heedClosed(view, pullRequest, red, context);
  if (isForeignHead(view, pullRequest)) return adopt(stepPushedHead(view, pullRequest, context), red);
  return stepProposal(view, pullRequest, red, context);
}

/** Closed by a person, who is asked; or by us, on the way to a revert. */
function heedClosed(view: StoryView, { number }: PullRequestFacts, red: RedBase, context: Context): Step {
  const detail = `#${number}`;
  const isGivenUp = isExhausted(red, context) && findCulprit(red, context) !== null;
  if (isGivenUp) return giveUp(view, red, `${detail} was closed`, context);
  return act({
    kind: 'escalate',
    story: view.story,
    because: `${detail} was closed by a person`,
    hold: { code: 'closed_by_human', detail },
  });
}

/** GitHub's own revert is judged like a head that somebody pushed, and remembered for what it is. */
function adopt(step: Step, { reverts }: RedBase): Step {
  if (step.kind !== 'act' || step.decision.kind !== 'adopt' || reverts === null) return step;
  return act({ ...step.decision, head: { ...step.decision.head, by: 'revert' } });
}

/** An accepted head with its pull request: CI, the review by another identity, the gate. */
function stepProposal(view: StoryView, pullRequest: PullRequestFacts, red: RedBase, context: Context): Step {
  const { memory } = view;
  const { world, policy } = context;
  const merging = stepMerging(view, context);
  if (merging !== null) return merging;
  const verdict = isVerdictValid(view) ? memory.verdict : null;
  const checks = judgeChecks(pullRequest.checks, world.rules.requiredChecks, policy.checks);
  const rerun = checks.kind === 'red' ? holdOfRerun(view, context) : null;
  if (rerun !== null) return { kind: 'hold', hold: rerun };
  const owed = [
    ...memory.feedback,
    ...(verdict?.review.result === 'fail' ? [feedbackOfVerdict(verdict)] : []),
    ...(checks.kind === 'red' ? [feedbackOfChecks(checks.failed, pullRequest.headSha)] : []),
  ];
  if (owed.length > 0) return askAuthor(view, red, owed, context);
  const waiting = holdOfChecks(checks, memory.head, context);
  if (waiting !== null) return { kind: 'hold', hold: waiting };
  if (verdict === null) return askReview(view, context);
  return askMerge(
    view,
    pullRequest,
    { verdict, because: 'checks green, review passed, and it holds the red base' },
    context,
  );
}

/** Another attempt; where there were too many, the merge that made the base red is given up, or a person is asked. */
function askAuthor(view: StoryView, red: RedBase, feedback: readonly Feedback[], context: Context): Step {
  const { ledger, policy, world } = context;
  const because = feedback.at(-1)?.summary ?? `${red.jobs.join(', ')} failed at ${red.sha.slice(0, 7)}`;
  const paused = holdOfPause(ledger);
  if (paused !== null) return { kind: 'hold', hold: paused };
  if (isExhausted(red, context)) return giveUp(view, red, because, context);
  if (findFailures(world.base, policy).length === 0) return hold('base_red', 'its other checks have not ended');
  return (
    checkInfrastructure(view, context) ??
    want({
      role: 'repair',
      isNew: false,
      claims: false,
      startSha: view.memory.head?.sha ?? red.sha,
      feedback,
      because,
    })
  );
}

/** A revert is the last attempt: nobody works on it. */
function isExhausted({ reverts }: RedBase, { ledger, policy }: Context): boolean {
  return reverts !== null || ledger.repair.tries >= policy.limits.repairs;
}

function giveUp({ story, pullRequest }: StoryView, red: RedBase, last: string, context: Context): Step {
  const { tries } = context.ledger.repair;
  const culprit = findCulprit(red, context);
  if (culprit !== null) {
    return act({
      kind: 'revert',
      story,
      because: `${tries} attempts did not help: ${last}`,
      reverts: culprit.story,
      pullRequest: culprit.pullRequest.number,
      pullRequestId: culprit.pullRequest.id,
      failures: findFailures(context.world.base, context.policy).map(describeFailure),
      closes: pullRequest?.state === 'OPEN' ? pullRequest.number : null,
    });
  }
  const detail = red.reverts === null ? `${tries} attempts: ${last}` : `the revert of ${red.reverts.story}: ${last}`;
  const code = red.asked === null ? 'repairs_exhausted' : 'escalated';
  return act({ kind: 'escalate', story, because: detail, hold: { code, detail } });
}

/** A log tells at its end what went wrong. */
function describeFailure({ name, summary }: CheckFacts): string {
  return cutShort(`${name}: ${summary?.slice(-1500) ?? 'no log could be read'}`);
}

interface Culprit {
  readonly story: string;
  readonly pullRequest: PullRequestFacts;
}

/**
 * Where the team lets it be reverted: the story whose merge, made by us, is the red tip itself. A merge further down is
 * not for us to undo, and nothing is reverted twice.
 */
function findCulprit(red: RedBase, { ledger, world, policy }: Context): Culprit | null {
  if (!policy.base.revert || red.reverts !== null) return null;
  for (const [story, { merged, pullRequest: number }] of Object.entries(ledger.stories)) {
    if (isRepair(story) || merged?.sha !== red.sha || merged.by !== null) continue;
    const pullRequest = world.pullRequests.find((candidate) => candidate.number === number);
    if (pullRequest !== undefined) return { story, pullRequest };
  }
  return null;
}
