import { noteAnswered } from './answers.ts';
import type { Applied } from './applied.ts';
import { noteOrdered } from './commands/follow-orders.ts';
import { cutShort } from './cut-short.ts';
import type { Accept, AcceptRepair, Adopt, Decision, Dispatch, Lose, Unclaim } from './decision.ts';
import { codeOfRefusedPush } from './degraded.ts';
import type { Instant } from './instant.ts';
import { freshStoryMemory, type Ledger, recall, remember, type StoryMemory } from './ledger.ts';
import { backOff } from './limits.ts';
import {
  changeOfApproval,
  changeOfDropMerge,
  changeOfMerge,
  changeOfRecordMerge,
  changeOfUpdate,
} from './remember-merge.ts';
import { dropRepair, isRepair } from './repair.ts';
import { branchOf } from './view.ts';

/** The ledger after one decision was applied: what the next pass must know and cannot find out by looking. */
export function rememberApplied(ledger: Ledger, decision: Decision, applied: Applied, now: Instant): Ledger {
  if (decision.kind === 'finish') return { ...ledger, finished: true };
  if (decision.kind === 'forget') return land(ledger, decision);
  if (decision.kind === 'start_base_ci') {
    return { ...ledger, started: { sha: decision.sha, at: now, isRefused: applied.isRefused === true } };
  }
  if (isOrdered(decision)) return noteOrdered(ledger, decision.order, applied.refusal, now);
  if (decision.kind === 'answer') return { ...ledger, heard: noteAnswered(ledger.heard, decision.comment) };
  if (decision.kind === 'drop_repair') return dropRepair(ledger, decision.story.number, decision.forgetsOrder);
  if (applied.taken !== undefined && (decision.kind === 'accept' || decision.kind === 'accept_repair')) {
    return moveOn(ledger, decision);
  }
  const landed = countRepair('assignment' in decision ? land(ledger, decision) : ledger, decision);
  const { number } = decision.story;
  const memory = recall(landed, number);
  const change = changeOf(decision, memory, applied, now);
  return remember(
    landed,
    number,
    decision.kind === 'lose' ? { ...change, ...uncountReview(ledger, decision) } : change,
  );
}

type Ordered = Extract<Decision, { readonly order: unknown }>;

/** What a person asked for, and nothing that was come to here. */
function isOrdered(decision: Decision): decision is Ordered {
  return 'order' in decision;
}

/** The same work is for the next generation's branch; its flight goes on until it is there. */
function moveOn(ledger: Ledger, { story: { number }, assignment }: Accept | AcceptRepair): Ledger {
  const generation = recall(ledger, number).generation + 1;
  const moved = remember(ledger, number, { generation });
  const flight = ledger.flights[assignment];
  if (flight === undefined) return moved;
  return { ...moved, flights: { ...moved.flights, [assignment]: { ...flight, branch: branchOf(number, generation) } } };
}

/** Takes an assignment into flight, or out of it; a settle that is run again stays in. */
function land(ledger: Ledger, decision: Extract<Decision, { assignment: unknown }>): Ledger {
  if (decision.kind === 'dispatch') {
    const { flight } = decision;
    return { ...ledger, flights: { ...ledger.flights, [flight.id]: flight } };
  }
  const flight = decision.assignment === null ? undefined : ledger.flights[decision.assignment];
  if (flight === undefined) return ledger;
  const { [flight.id]: _, ...others } = ledger.flights;
  if (decision.kind !== 'rerun_settle') return { ...ledger, flights: others };
  return { ...ledger, flights: { ...others, [flight.id]: { ...flight, settleReruns: flight.settleReruns + 1 } } };
}

function changeOf(
  decision: Exclude<Decision, Ordered | { kind: 'finish' | 'forget' | 'start_base_ci' | 'drop_repair' | 'answer' }>,
  memory: StoryMemory,
  applied: Applied,
  now: Instant,
): Partial<StoryMemory> {
  switch (decision.kind) {
    case 'dispatch':
      return changeOfDispatch(decision, memory);
    case 'accept':
    case 'accept_repair':
      if (applied.refusal !== undefined) return changeOfRefusedPush(applied.refusal, memory, now);
      return {
        head: { ...decision.head, at: applied.at ?? decision.head.at },
        pullRequest: applied.pullRequest ?? memory.pullRequest,
        handedOver: decision.head.sha,
        contract: decision.contract ?? memory.contract,
        authorRuns: countRun(memory),
        infrastructure: { failures: 0, notBefore: 0 },
        feedback: [],
        kept: null,
        merging: null,
        unmerged: null,
      };
    case 'refuse':
      return {
        authorRuns: countRun(memory),
        feedback: [...findingsOf(memory), decision.feedback],
        infrastructure: { failures: 0, notBefore: 0 },
        kept: null,
      };
    case 'lose':
      return {
        infrastructure: {
          failures: memory.infrastructure.failures + 1,
          notBefore: backOff(memory.infrastructure.failures + 1, now),
        },
      };
    case 'rerun_settle':
    case 'discard':
      return {};
    case 'record_verdict':
      return { verdict: decision.verdict, infrastructure: { failures: 0, notBefore: 0 } };
    case 'report_pass':
      return { reported: decision.verdict.assignment, openFindings: 0 };
    case 'report_fail':
      return {
        rejections: memory.rejections + 1,
        openFindings: memory.openFindings + decision.verdict.review.findings.length,
        verdict: null,
        reported: null,
        agreement: null,
        feedback: [decision.feedback, ...guidanceOf(memory)],
      };
    case 'unclaim':
      return changeOfUnclaim(decision, memory, now);
    case 'keep':
      if (applied.refusal !== undefined) return changeOfRefusedPush(applied.refusal, memory, now);
      return {
        kept: { head: decision.head, protectedPaths: [...decision.protectedPaths] },
        contract: decision.contract ?? memory.contract,
        authorRuns: memory.authorRuns + 1,
        infrastructure: { failures: 0, notBefore: 0 },
      };
    case 'adopt':
      return changeOfAdopt(decision, memory);
    case 'revert':
      return { ...freshStoryMemory, pullRequest: applied.pullRequest ?? null };
    case 'reject':
      return { ...restart(memory), rejections: memory.rejections + 1, feedback: [decision.feedback] };
    case 'merge':
      return changeOfMerge(decision, applied, now);
    case 'approve':
    case 'withdraw_approval':
      return changeOfApproval(decision, applied, now);
    case 'update_branch':
      return changeOfUpdate(decision, applied, memory);
    case 'drop_merge':
      return changeOfDropMerge(decision, memory, now);
    case 'record_merge':
      return changeOfRecordMerge(decision, memory, now);
    case 'verify':
    case 'record_human_merge':
      return {};
    case 'escalate':
      return { sticky: { code: decision.hold.code, detail: decision.hold.detail, since: now } };
  }
}

/** What was kept aside was counted when it was kept. */
function countRun({ authorRuns, kept }: StoryMemory): number {
  return authorRuns + (kept === null ? 1 : 0);
}

/**
 * Work that GitHub would not take is gone, and was an author run; what a person had kept and approved can be pushed
 * again. A person is asked either way: the next agent could not tell whether its work or a permission of ours is at fault.
 */
function changeOfRefusedPush(refusal: string, memory: StoryMemory, now: Instant): Partial<StoryMemory> {
  const detail = cutShort(refusal);
  const sticky = { code: codeOfRefusedPush(refusal), detail, since: now };
  if (memory.kept !== null) return { sticky };
  const summary = `GitHub would not take the work: ${detail}`;
  return {
    sticky,
    authorRuns: memory.authorRuns + 1,
    feedback: [...findingsOf(memory), { kind: 'outcome_refused', summary, items: [detail], headSha: null }],
    infrastructure: { failures: 0, notBefore: 0 },
  };
}

function changeOfUnclaim({ sticky }: Unclaim, memory: StoryMemory, now: Instant): Partial<StoryMemory> {
  if (memory.startOver) return restart(memory);
  return {
    agreement: null,
    kept: null,
    approvedHead: null,
    sticky: sticky === null ? memory.sticky : { ...sticky, since: now },
  };
}

/** Work that was kept aside started from another head: it must not take the place of this one. */
function changeOfAdopt({ story, pullRequest, head }: Adopt, { agreement }: StoryMemory): Partial<StoryMemory> {
  const isClaimed = story.agentStatus !== 'pending';
  return {
    pullRequest,
    head,
    kept: null,
    merging: null,
    agreement: isClaimed ? (agreement ?? story.criteriaHash) : agreement,
  };
}

/** What was tried for a red base, over all its red commits in a row; and which story is given up for it. */
function countRepair(
  ledger: Ledger,
  decision: Exclude<Decision, Ordered | { kind: 'finish' | 'forget' | 'start_base_ci' | 'answer' }>,
): Ledger {
  const { repair } = ledger;
  if (!isRepair(decision.story.number)) return ledger;
  if (decision.kind === 'revert' && repair.red !== null) {
    return {
      ...ledger,
      repair: {
        ...repair,
        red: { ...repair.red, reverts: { story: decision.reverts, failures: [...decision.failures] } },
      },
    };
  }
  // Handed to a person: what that person lifts begins to count anew.
  if (decision.kind === 'escalate' && decision.hold.code === 'repairs_exhausted') {
    return { ...ledger, repair: { ...repair, tries: 0 } };
  }
  return isTry(decision, recall(ledger, decision.story.number))
    ? { ...ledger, repair: { ...repair, tries: repair.tries + 1 } }
    : ledger;
}

/** An author's run, counted where it lands, or a failed review. */
function isTry(decision: Decision, { kept }: StoryMemory): boolean {
  switch (decision.kind) {
    case 'accept_repair':
    case 'refuse':
      return kept === null;
    case 'keep':
      return true;
    case 'record_verdict':
      return decision.verdict.review.result === 'fail';
    default:
      return false;
  }
}

/** What is remembered of a story that begins anew on a new branch: only what was counted. */
export function restart(memory: StoryMemory): StoryMemory {
  const { generation, authorRuns, rejections, granted, attempts } = memory;
  return { ...freshStoryMemory, generation: generation + 1, authorRuns, rejections, granted, attempts };
}

/** A refusal takes the place of the refusal before it; findings and a person's guidance stay until they are answered. */
function findingsOf({ feedback }: StoryMemory): StoryMemory['feedback'] {
  return feedback.filter(({ kind }) => kind === 'review_failed' || kind === 'guidance');
}

function guidanceOf({ feedback }: StoryMemory): StoryMemory['feedback'] {
  return feedback.filter(({ kind }) => kind === 'guidance');
}

/** An attempt that claims the story anew is judged anew: no verdict on the work before it may speak for it. */
function changeOfDispatch({ claims, flight }: Dispatch, memory: StoryMemory): Partial<StoryMemory> {
  if (flight.role === 'review') return countReview(memory, flight.startSha);
  return claims ? { verdict: null, reported: null, kept: null, startOver: false } : {};
}

/** A review that its machine lost was none: the machines have a limit of their own. */
function uncountReview(ledger: Ledger, { assignment, story }: Lose): Partial<StoryMemory> {
  const { reviews } = recall(ledger, story.number);
  const flight = ledger.flights[assignment];
  const isCounted = flight?.role === 'review' && flight.startSha === reviews.headSha && reviews.count > 0;
  return isCounted ? { reviews: { ...reviews, count: reviews.count - 1 } } : {};
}

function countReview({ reviews }: StoryMemory, headSha: string): Partial<StoryMemory> {
  return { reviews: { headSha, count: reviews.headSha === headSha ? reviews.count + 1 : 1 } };
}
