import type { Feedback } from '../assignment.ts';
import { listAwaiting } from '../awaiting.ts';
import { contractOf } from '../contract.ts';
import { cutShort } from '../cut-short.ts';
import { rememberPaths } from '../gate/merge-mode.ts';
import type { AcceptedHead, Flight, VerdictRecord } from '../ledger.ts';
import { nameSome } from '../name-some.ts';
import { findRestatementFault, type Outcome } from '../outcome.ts';
import { emptyWork } from '../refuse-empty.ts';
import type { OutcomeFacts, PullRequestFacts, WorkFacts } from '../snapshot.ts';
import { findPersonsVerdict } from '../standing.ts';
import { act, type Step } from '../step.ts';
import { isDone } from '../story.ts';
import { findReviewFault, type Review } from '../verdict.ts';
import { branchOf, type Context, type StoryView } from '../view.ts';
import { lose } from './in-flight.ts';
import { isLeft } from './leave.ts';
import { isOurs } from './ownership.ts';

/** The outcome of this story's own flight: accepted, refused with reasons, given back, or lost. Nothing in it is believed. */
export function stepOutcome(view: StoryView, flight: Flight, facts: OutcomeFacts, context: Context): Step {
  if (facts.kind === 'unusable') return lose(view, flight, facts.detail);
  const { outcome } = facts;
  if (outcome.run !== flight.run || outcome.attempt !== flight.attempt) {
    return lose(view, flight, `the outcome belongs to run ${outcome.run}, attempt ${outcome.attempt}`);
  }
  const unwanted = findUnwanted(view, flight, facts.work);
  if (unwanted !== null) return discard(view, flight, unwanted);
  if (outcome.kind === 'expired' || outcome.kind === 'crashed') return lose(view, flight, outcome.detail);
  if (flight.role === 'review') return settleReview(view, flight, outcome, context);
  if (!isUnderWay(view, context))
    return discard(view, flight, `the story is ${view.story.agentStatus} and not ours any more`);
  if (flight.role === 'repair') return settleRepair(view, flight, outcome, facts, context);
  if (flight.criteriaHash !== view.story.criteriaHash) {
    return giveBack(view, flight, 'the story was changed after it was agreed on', null);
  }
  if (outcome.kind === 'declined') return decline(view, flight, outcome);
  return settleWork(view, flight, outcome, facts, context);
}

/** Why nobody needs this outcome any more, whatever is in it: people were faster than its agent. */
function findUnwanted(
  { story, memory, pullRequest }: StoryView,
  flight: Flight,
  work: WorkFacts | null,
): string | null {
  if (isDone(story)) return 'the story was verified meanwhile';
  if (memory.merged !== null) return 'it was merged meanwhile';
  if (isLeft(memory)) return `it was ${memory.sticky?.code ?? ''} meanwhile`;
  const isBegunAnew = memory.startOver || flight.branch !== branchOf(story.number, memory.generation);
  if (isBegunAnew) return 'the story is begun anew';
  return pullRequest === null ? null : findMoved(pullRequest, [memory.head?.sha, work?.head], flight);
}

/** What people did to the pull request. A review is about a diff, which a push may have left as it was: that is judged later. */
function findMoved(
  { number, state, headSha }: PullRequestFacts,
  ours: readonly (string | undefined)[],
  { role }: Flight,
): string | null {
  if (state !== 'OPEN') return `#${number} was ${state === 'MERGED' ? 'merged' : 'closed'} meanwhile`;
  if (role === 'review' || ours.includes(headSha)) return null;
  return `somebody pushed ${headSha.slice(0, 7)} to #${number} meanwhile`;
}

function isUnderWay(view: StoryView, context: Context): boolean {
  const { agentStatus } = view.story;
  return (agentStatus === 'implementing' || agentStatus === 'reported_done') && isOurs(view, context);
}

function decline(view: StoryView, flight: Flight, outcome: Outcome): Step {
  const questions = outcome.restatement?.questions ?? [];
  const detail = cutShort(questions.length > 0 ? questions.join(' · ') : outcome.detail);
  return giveBack(view, flight, `declined: ${detail}`, { code: 'declined', detail });
}

type Unwanted = { readonly code: 'declined'; readonly detail: string } | null;

function giveBack({ story }: StoryView, flight: Flight, because: string, sticky: Unwanted): Step {
  return act({ kind: 'unclaim', story, because, assignment: flight.id, sticky, closes: null });
}

type WorkOutcome = Extract<OutcomeFacts, { kind: 'outcome' }>;

/** A repair's agreement is a fact: nobody restates it, nobody can decline it, and loopctl hears nothing of what comes of it. */
function settleRepair(view: StoryView, flight: Flight, outcome: Outcome, facts: WorkOutcome, context: Context): Step {
  if (flight.criteriaHash !== view.story.criteriaHash) return discard(view, flight, 'the base was red in another way');
  return ofRepair(settleWork(view, flight, outcome, facts, context));
}

/** The same step, of which loopctl is told nothing; files that were promised for it are no part of its agreement. */
export function ofRepair(step: Step): Step {
  if (step.kind !== 'act' || step.decision.kind !== 'accept') return step;
  const head = { ...step.decision.head, missingDeliverables: [] };
  return act({ ...step.decision, kind: 'accept_repair', head });
}

function settleWork(view: StoryView, flight: Flight, outcome: Outcome, facts: WorkOutcome, context: Context): Step {
  const { story, memory } = view;
  const { work } = facts;
  const reasons = findWorkFaults(view, flight, outcome, facts);
  if (reasons.length > 0 || work === null) return refuse(view, flight, reasons);
  const head = acceptedHead(flight, work, context);
  const { restatement } = outcome;
  const agreed = restatement === null ? {} : { contract: contractOf(restatement, story, flight.id) };
  const done = { story, assignment: flight.id, head, ...agreed };
  if (work.protectedPaths.length > 0 && memory.approvedHead !== head.sha) {
    const because = `${flight.role}: it stands, and changes ${nameSome(work.protectedPaths)}`;
    return act({ ...done, kind: 'keep', because, protectedPaths: work.protectedPaths });
  }
  return act({
    ...done,
    kind: 'accept',
    because: `${flight.role}: ${work.changedPaths.length} files changed`,
    branch: flight.branch,
    expected: memory.head?.sha ?? null,
    awaitedBy: listAwaiting(story.number, context.world),
  });
}

function findWorkFaults(
  view: StoryView,
  flight: Flight,
  outcome: Outcome,
  { work, workFault }: WorkOutcome,
): readonly string[] {
  if (outcome.kind !== 'completed') return [`the agent ${outcome.kind.replace('_', ' ')}: ${outcome.detail}`];
  const unclear = flight.role === 'repair' ? null : findUnclear(view, outcome);
  if (unclear !== null) return [unclear];
  if (work === null) return [workFault ?? 'nothing was committed'];
  return [
    ...(work.descends ? [] : ['the work does not descend from the commit it was to start from']),
    ...(work.isEmpty ? [emptyWork] : []),
    ...work.refusals,
  ];
}

function findUnclear(view: StoryView, { restatement }: Outcome): string | null {
  return restatement === null ? 'no restatement' : findRestatementFault(restatement, criteriaOf(view));
}

function criteriaOf({ story }: StoryView): readonly string[] {
  return story.criteria.map(({ id }) => id);
}

function refuse({ story, memory }: StoryView, flight: Flight, reasons: readonly string[]): Step {
  const feedback: Feedback = {
    kind: 'outcome_refused',
    summary: cutShort(reasons[0] ?? 'nothing was committed'),
    items: reasons.map(cutShort),
    headSha: memory.head?.sha ?? null,
  };
  return act({ kind: 'refuse', story, because: feedback.summary, assignment: flight.id, feedback });
}

function acceptedHead(flight: Flight, work: WorkFacts, { world }: Context): AcceptedHead {
  return {
    sha: work.head,
    by: 'agent',
    diffBase: work.diffBase,
    patchId: work.patchId,
    changedPaths: rememberPaths(work.changedPaths),
    missingDeliverables: [...work.missingDeliverables],
    concerns: [...work.concerns],
    assignment: flight.id,
    at: world.clock,
  };
}

function settleReview(view: StoryView, flight: Flight, outcome: Outcome, context: Context): Step {
  const { review } = outcome;
  const { head } = view.memory;
  if (head === null || head.sha !== flight.startSha) return discard(view, flight, 'the head it reviewed is gone');
  if (findPersonsVerdict(view) !== null) return discard(view, flight, 'a person rejected it meanwhile');
  if (flight.criteriaHash !== view.story.criteriaHash) return discard(view, flight, 'the story was changed meanwhile');
  if (outcome.kind !== 'completed' || review === null) {
    return discard(view, flight, `the reviewer ${outcome.kind.replace('_', ' ')}: ${outcome.detail}`);
  }
  const fault = findReviewFault(review, criteriaOf(view));
  if (fault !== null) return discard(view, flight, fault);
  const verdict = recordOf(view, flight, review, head, context);
  return act({
    kind: 'record_verdict',
    story: view.story,
    because: `${review.result}: ${review.summary}`,
    assignment: flight.id,
    verdict,
    head,
  });
}

function recordOf(
  view: StoryView,
  flight: Flight,
  review: Review,
  head: AcceptedHead,
  context: Context,
): VerdictRecord {
  return {
    review,
    criteriaHash: view.story.criteriaHash,
    patchId: head.patchId,
    headSha: head.sha,
    reviewer: context.world.identities.reviewer,
    assignment: flight.id,
    run: flight.run,
    at: context.world.clock,
    by: null,
  };
}

function discard({ story }: StoryView, flight: Flight, because: string): Step {
  return act({ kind: 'discard', story, because, assignment: flight.id });
}
