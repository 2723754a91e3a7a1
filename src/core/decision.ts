import type { Assignment, Feedback, Sha } from './assignment.ts';
import type { Contract } from './contract.ts';
import type { AcceptedHead, Flight, Ledger, VerdictRecord } from './ledger.ts';
import type { OfStory } from './of-story.ts';
import type { Answer, BackfillStory, CreateStory, RecordHumanMerge, RerunChecks } from './people-decision.ts';
import type { Hold, ReasonCode } from './reasons.ts';
import type { MergeMethod } from './snapshot.ts';
import type { StoryNumber } from './story.ts';

/**
 * One agent job: its assignment goes into this run's matrix. A story not yet ours is claimed first (the handshake,
 * claim, start, in the implementer's name); where that is refused, nothing is dispatched.
 */
export interface Dispatch extends OfStory {
  readonly kind: 'dispatch';
  readonly claims: boolean;
  readonly assignment: Assignment;
  readonly flight: Flight;
}

/** An author's outcome that stands: push with a lease, open the pull request, artifacts, request-review. */
export interface Accept extends OfStory {
  readonly kind: 'accept';
  readonly assignment: string;
  readonly branch: string;
  readonly head: AcceptedHead;
  /** The head we expect the branch to have: the one accepted before, or none. */
  readonly expected: Sha | null;
  /** What its author said that it would do; left out where it was remembered before, or there is none. */
  readonly contract?: Contract;
  /** The stories that wait for this one, for the pull request's text. */
  readonly awaitedBy?: readonly StoryNumber[];
}

/** A repair's outcome that stands: pushed, its pull request opened; loopctl knows nothing of it. */
export interface AcceptRepair extends Omit<Accept, 'kind'> {
  readonly kind: 'accept_repair';
}

/** An author's outcome that does not stand; what the next author must answer. */
export interface Refuse extends OfStory {
  readonly kind: 'refuse';
  readonly assignment: string;
  readonly feedback: Feedback;
}

/** An assignment that ended for no fault of its agent's work: it counts as infrastructure, with a back-off. */
export interface Lose extends OfStory {
  readonly kind: 'lose';
  readonly assignment: string;
}

/** A settle job that did not finish is run again. */
export interface RerunSettle extends OfStory {
  readonly kind: 'rerun_settle';
  readonly assignment: string;
  readonly jobId: number;
}

/** A review that stands: remembered, shown on the head. */
export interface RecordVerdict extends OfStory {
  readonly kind: 'record_verdict';
  readonly assignment: string;
  readonly verdict: VerdictRecord;
  readonly head: AcceptedHead;
}

/** An outcome that nobody needs any more, or a review that cannot stand: it leaves flight, nothing else changes. */
export interface Discard extends OfStory {
  readonly kind: 'discard';
  readonly assignment: string;
}

/** The verdict passes: report (reviewer), review-complete (orchestrator). */
export interface ReportPass extends OfStory {
  readonly kind: 'report_pass';
  readonly verdict: VerdictRecord;
  readonly closedFindings: number;
}

/** The verdict fails: report (reviewer), reject with the findings (orchestrator), and unclaim where nothing resets. */
export interface ReportFail extends OfStory {
  readonly kind: 'report_fail';
  readonly verdict: VerdictRecord;
  readonly feedback: Feedback;
}

/** The claim is given back: unclaim, or force-unclaim where unclaim is not allowed. */
export interface Unclaim extends OfStory {
  readonly kind: 'unclaim';
  readonly assignment: string | null;
  readonly sticky: { readonly code: ReasonCode; readonly detail: string } | null;
  /** The pull request to close with it, when the story starts over on a new branch. */
  readonly closes: number | null;
}

/** Work that stands but touches protected paths: pushed where no workflow sees it, until a person approves its head. */
export interface Keep extends OfStory {
  readonly kind: 'keep';
  readonly assignment: string;
  readonly head: AcceptedHead;
  readonly protectedPaths: readonly string[];
  readonly contract?: Contract;
}

/** A head that we did not push, and that was judged like an outcome: the one that is judged from now on. */
export interface Adopt extends OfStory {
  readonly kind: 'adopt';
  readonly pullRequest: number;
  readonly head: AcceptedHead;
  /** What was said of the head before and stands for this one, on which it is shown too. */
  readonly verdict: VerdictRecord | null;
}

/** What is merged cannot stand: rejected with the reason, and done again on a new branch. */
export interface Reject extends OfStory {
  readonly kind: 'reject';
  readonly reason: string;
  readonly feedback: Feedback;
}

/** Repairs did not help, or a person wants it: GitHub reverts a merge, and the revert goes the way of a repair. */
export interface Revert extends OfStory {
  readonly kind: 'revert';
  /** The story whose merge is undone, and its pull request. */
  readonly reverts: StoryNumber;
  readonly pullRequest: number;
  readonly pullRequestId: string;
  /** What failed on the base with it, for the author who does the story again. */
  readonly failures: readonly string[];
  /** The repair's own pull request, which is given up. */
  readonly closes: number | null;
}

/** The base is proven again, or red in another way, or the revert is in: it is over, and closed where it is open. */
export interface DropRepair extends OfStory {
  readonly kind: 'drop_repair';
  readonly closes: number | null;
  /** The person who wanted the revert has it, or closed it: nobody wants it any more. */
  readonly forgetsOrder: boolean;
}

/** The base's CI ended without an answer, or never began: it is started by us, once for a SHA. */
export interface StartBaseCi {
  readonly kind: 'start_base_ci';
  readonly sha: Sha;
  /** Workflow runs to run again. */
  readonly runs: readonly number[];
  /** File names of workflows to start. */
  readonly workflows: readonly string[];
  readonly because: string;
}

/** An assignment of a story that is gone: it leaves flight when its run has ended. */
export interface Forget {
  readonly kind: 'forget';
  readonly assignment: string;
  readonly because: string;
}

/** Our gate's check on the head, then the state read again, then the merge, guarded by the head SHA. */
export interface Merge extends OfStory {
  readonly kind: 'merge';
  readonly pullRequest: number;
  readonly headSha: Sha;
  /** The tip that was judged and proven. */
  readonly baseSha: Sha;
  readonly method: MergeMethod;
  /** `queue`: the rules let nothing in but through their merge queue, which has a method of its own. */
  readonly way: 'direct' | 'queue';
  readonly pullRequestId: string;
  readonly verdict: VerdictRecord;
}

/** All that is missing is an approval that the rules ask for: the passing verdict is posted as one, of exactly this head. */
export interface Approve extends OfStory {
  readonly kind: 'approve';
  readonly pullRequest: number;
  readonly headSha: Sha;
  readonly verdict: VerdictRecord;
}

/** An approval in GitHub Actions' name that no passing verdict stands behind any more is dismissed. */
export interface WithdrawApproval extends OfStory {
  readonly kind: 'withdraw_approval';
  readonly pullRequest: number;
  readonly headSha: Sha;
}

/** Next to merge, and behind a base whose rules are strict: GitHub merges the base into it, and its CI begins anew. */
export interface UpdateBranch extends OfStory {
  readonly kind: 'update_branch';
  readonly pullRequest: number;
  readonly headSha: Sha;
  readonly baseSha: Sha;
  readonly verdict: VerdictRecord;
}

/** A merge that GitHub was asked for ended without one: it goes through the gate again, not at once and not for ever. */
export interface DropMerge extends OfStory {
  readonly kind: 'drop_merge';
  readonly headSha: Sha;
  readonly detail: string;
}

/** Merged by us or by a person, as GitHub says. */
export interface RecordMerge extends OfStory {
  readonly kind: 'record_merge';
  readonly pullRequest: number;
  /** `by`: the person who merged it; null: we did. */
  readonly merged: { readonly sha: Sha; readonly headSha: Sha; readonly by: string | null };
}

/** Merged and the base proven: verify, never with anything but pass; then the ledger is saved. */
export interface Verify extends OfStory {
  readonly kind: 'verify';
  readonly mergeSha: Sha;
  readonly provenSha: Sha;
  readonly summary: string;
}

/** A story is handed to a person until that person lifts it. */
export interface Escalate extends OfStory {
  readonly kind: 'escalate';
  readonly hold: Hold;
}

/** Every epic is done. */
export interface Finish {
  readonly kind: 'finish';
  readonly because: string;
}

/** What a pass wants done. Each carries its reason; each is safe to apply twice. */
export type Decision =
  | Dispatch
  | Accept
  | AcceptRepair
  | Refuse
  | Lose
  | RerunSettle
  | RecordVerdict
  | Discard
  | ReportPass
  | ReportFail
  | Unclaim
  | Keep
  | Adopt
  | Reject
  | Revert
  | DropRepair
  | StartBaseCi
  | Forget
  | Merge
  | Approve
  | WithdrawApproval
  | UpdateBranch
  | DropMerge
  | RecordMerge
  | Verify
  | RecordHumanMerge
  | Escalate
  | Answer
  | RerunChecks
  | BackfillStory
  | CreateStory
  | Finish;

export type DecisionKind = Decision['kind'];

/** What a decision is about: a story's number, a gone one's assignment, a comment, or `-` for the whole project. */
export function subjectOf(decision: Decision): string {
  if (decision.kind === 'forget') return decision.assignment;
  if (decision.kind === 'answer') return `comment-${decision.comment}`;
  if (decision.kind === 'create_story') return decision.order.story;
  return 'story' in decision ? decision.story.number : '-';
}

export interface Plan {
  /** In the order in which they are applied. */
  readonly decisions: readonly Decision[];
  /** Every story that does not move, and why. */
  readonly holds: ReadonlyMap<StoryNumber, Hold>;
  /** What the whole line waits for, if it waits: a base that is not proven, a pause. */
  readonly line: Hold | null;
  /** What people should know that holds up no story by itself. */
  readonly notes: readonly Hold[];
  /** What to remember before any of it is applied: what was learnt by looking. */
  readonly ledger: Ledger;
  /** Whether agents could be dispatched now if this job could dispatch: the next run is wanted at once. */
  readonly wantsRun: boolean;
}
