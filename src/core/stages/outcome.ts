import type { Feedback } from '../assignment.ts';
import type { AcceptedHead, Flight, VerdictRecord } from '../ledger.ts';
import { findRestatementFault, type Outcome } from '../outcome.ts';
import type { OutcomeFacts, WorkFacts } from '../snapshot.ts';
import { act, type Step } from '../step.ts';
import { isDone } from '../story.ts';
import { findReviewFault, type Review } from '../verdict.ts';
import type { Context, StoryView } from '../view.ts';

/** The outcome of this story's own flight: accepted, refused with reasons, given back, or lost. Nothing in it is believed. */
export function stepOutcome(view: StoryView, flight: Flight, facts: OutcomeFacts, context: Context): Step {
  if (facts.kind === 'unusable') return lose(view, flight, facts.detail);
  const { outcome } = facts;
  if (outcome.run !== flight.run || outcome.attempt !== flight.attempt) {
    return lose(view, flight, `the outcome belongs to run ${outcome.run}, attempt ${outcome.attempt}`);
  }
  if (outcome.kind === 'expired' || outcome.kind === 'crashed') return lose(view, flight, outcome.detail);
  if (isDone(view.story)) return discard(view, flight, 'the story was verified meanwhile');
  if (flight.role === 'review') return settleReview(view, flight, outcome, context);
  if (!isOurs(view, context))
    return discard(view, flight, `the story is ${view.story.agentStatus} and not ours any more`);
  if (flight.criteriaHash !== view.story.criteriaHash) {
    return giveBack(view, flight, 'the story was changed after it was agreed on', null);
  }
  if (outcome.kind === 'declined') return decline(view, flight, outcome);
  return settleWork(view, flight, outcome, facts, context);
}

function isOurs({ story }: StoryView, { world }: Context): boolean {
  const isClaimed = story.agentStatus === 'implementing' || story.agentStatus === 'reported_done';
  return isClaimed && story.assignedAgentId === world.identities.implementer;
}

function decline(view: StoryView, flight: Flight, outcome: Outcome): Step {
  const questions = outcome.restatement?.questions ?? [];
  const detail = questions.length > 0 ? questions.join(' · ') : outcome.detail;
  return giveBack(view, flight, `declined: ${detail}`, { code: 'declined', detail });
}

type Unwanted = { readonly code: 'declined'; readonly detail: string } | null;

function giveBack({ story }: StoryView, flight: Flight, because: string, sticky: Unwanted): Step {
  return act({ kind: 'unclaim', story, because, assignment: flight.id, sticky, closes: null });
}

type WorkOutcome = Extract<OutcomeFacts, { kind: 'outcome' }>;

function settleWork(view: StoryView, flight: Flight, outcome: Outcome, facts: WorkOutcome, context: Context): Step {
  const reasons = findWorkFaults(view, outcome, facts);
  if (reasons.length > 0 || facts.work === null) return refuse(view, flight, reasons);
  return act({
    kind: 'accept',
    story: view.story,
    because: `${flight.role}: ${facts.work.changedPaths.length} files changed`,
    assignment: flight.id,
    branch: flight.branch,
    head: acceptedHead(flight, facts.work, context),
    expected: view.memory.head?.sha ?? null,
  });
}

function findWorkFaults(view: StoryView, outcome: Outcome, { work, workFault }: WorkOutcome): readonly string[] {
  if (outcome.kind !== 'completed') return [`the agent ${outcome.kind.replace('_', ' ')}: ${outcome.detail}`];
  const restated =
    outcome.restatement === null ? 'no restatement' : findRestatementFault(outcome.restatement, criteriaOf(view));
  if (restated !== null) return [restated];
  if (work === null) return [workFault ?? 'nothing was committed'];
  return [
    ...(work.descends ? [] : ['the work does not descend from the commit it was to start from']),
    ...(work.isEmpty ? ['the work changes nothing'] : []),
    ...work.refusals,
    ...work.protectedPaths.map((path) => `${path} is protected and must not be changed`),
  ];
}

function criteriaOf({ story }: StoryView): readonly string[] {
  return story.criteria.map(({ id }) => id);
}

function refuse({ story, memory }: StoryView, flight: Flight, reasons: readonly string[]): Step {
  const feedback: Feedback = {
    kind: 'outcome_refused',
    summary: reasons[0] ?? 'nothing was committed',
    items: [...reasons],
    headSha: memory.head?.sha ?? null,
  };
  return act({ kind: 'refuse', story, because: feedback.summary, assignment: flight.id, feedback });
}

function acceptedHead(flight: Flight, work: WorkFacts, { now }: Context): AcceptedHead {
  return {
    sha: work.head,
    by: 'agent',
    diffBase: work.diffBase,
    patchId: work.patchId,
    missingDeliverables: [...work.missingDeliverables],
    concerns: [...work.concerns],
    assignment: flight.id,
    at: now,
  };
}

function settleReview(view: StoryView, flight: Flight, outcome: Outcome, context: Context): Step {
  const { review } = outcome;
  const { head } = view.memory;
  if (head === null || head.sha !== flight.startSha) return discard(view, flight, 'the head it reviewed is gone');
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
    at: context.now,
  };
}

function discard({ story }: StoryView, flight: Flight, because: string): Step {
  return act({ kind: 'discard', story, because, assignment: flight.id });
}

function lose({ story }: StoryView, flight: Flight, because: string): Step {
  return act({ kind: 'lose', story, because, assignment: flight.id });
}
