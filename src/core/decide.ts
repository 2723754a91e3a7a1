import { answerComments } from './answers.ts';
import { judgeBase, noteBase } from './base.ts';
import { spareBudget } from './budget.ts';
import { followComments } from './commands/follow-comments.ts';
import { createStories, forgetOrders } from './commands/follow-orders.ts';
import type { Decision, Merge, Plan, UpdateBranch } from './decision.ts';
import { noteToken } from './degraded.ts';
import { noteEarlierLife } from './earlier-life.ts';
import type { Instant } from './instant.ts';
import { type Ledger, recall, remember } from './ledger.ts';
import { orderMerges } from './merge-order.ts';
import { noteEscalations } from './note-escalations.ts';
import { noteSaid } from './note-said.ts';
import { tallyStories } from './note-tally.ts';
import { noteWaits } from './note-waits.ts';
import { forgetOrphans } from './orphans.ts';
import { keyOfCheck, ownChecks } from './own-checks.ts';
import { holdOfPause, noteBudgets } from './pause.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import { nameRepair, noteAskedRevert, noteRepair } from './repair.ts';
import { shareRoom, type Wanted } from './room.ts';
import type { Snapshot } from './snapshot.ts';
import { noteSpending } from './spending.ts';
import { stepOf } from './stages/step-of.ts';
import { startBaseCi } from './start-base-ci.ts';
import { act, type Step } from './step.ts';
import { isDone, isStoryNumber, type Story, type StoryNumber } from './story.ts';
import { type Context, type StoryView, viewStories } from './view.ts';
import { findWithdrawal } from './withdraw-approval.ts';

/**
 * What a pass should do now and why every other story waits. Pure and total: the same snapshot, ledger, policy and
 * time give the same plan, and a plan whose decisions were all applied asks for none of them again.
 */
export function decide(world: Snapshot, memory: Ledger, policy: Policy, now: Instant): Plan {
  const foresee = (ledger: Ledger): Plan => decideHeard(world, ledger, policy, now);
  const followed = followComments(memory, world, policy, now, foresee);
  return foresee(noteSaid(memory, followed, world, now));
}

/** The same, once what people said was followed. */
function decideHeard(world: Snapshot, memory: Ledger, policy: Policy, now: Instant): Plan {
  const current = forgetOrders(noteBudgets(forgetGone(memory, world), world.spending, policy, now), world);
  const known = noteRulesets(noteEarlierLife(current, world), world);
  const judged = judgeBase(world.base, known, policy, now);
  const repaired = noteRepair(noteBase(known, world.base, judged, now), world.base, judged, policy);
  const ledger = noteAskedRevert(repaired, judged);
  const proof = nameRepair(judged, ledger);
  const context: Context = { world, ledger, policy, now, proof };
  const views = viewStories(world, ledger);
  const asked = askStories(views, context);
  const room = shareRoom(asked.wanted, context);
  const merges = orderMerges(asked.merges, views, context);
  const wished = new Map([...asked.holds, ...room.holds, ...merges.holds]);
  const wishes = [
    ...createStories(ledger),
    ...answerComments(ledger, world.viewer, now),
    ...startBaseCi(context),
    ...forgetOrphans(views, context),
    ...asked.decisions,
    ...room.dispatches,
    ...merges.first,
    ...finish(context),
  ];
  const wantsRun = room.wantsRun || [...wished.values()].some(({ code }) => code === 'awaiting_plan');
  const spared = spareBudget({ decisions: wishes, holds: wished, wantsRun }, world.budgets, now);
  const line = holdOfPause(ledger) ?? holdOfLine(context);
  const waited = noteWaits(ledger, { holds: spared.holds, line }, now);
  return {
    decisions: spared.decisions,
    holds: spared.holds,
    notes: [...noteToken(world), ...noteSpending(world.spending), ...(spared.short === null ? [] : [spared.short])],
    line,
    ledger: intend(noteEscalations(waited, { holds: spared.holds, line }, policy, now), spared.decisions),
    wantsRun: spared.wantsRun,
  };
}

interface Answers {
  readonly decisions: readonly Decision[];
  readonly holds: ReadonlyMap<StoryNumber, Hold>;
  readonly wanted: readonly Wanted[];
  readonly merges: readonly (Merge | UpdateBranch)[];
}

function askStories(views: readonly StoryView[], context: Context): Answers {
  const decisions: Decision[] = [];
  const holds = new Map<StoryNumber, Hold>();
  const wanted: Wanted[] = [];
  const merges: (Merge | UpdateBranch)[] = [];
  for (const view of views) {
    const step = askStory(view, context);
    switch (step.kind) {
      case 'act':
        decisions.push(step.decision);
        break;
      case 'hold':
        holds.set(view.story.number, step.hold);
        break;
      case 'want':
        wanted.push({ view, want: step.want });
        break;
      case 'merge':
        merges.push(step.decision);
        break;
    }
  }
  return { decisions, holds, wanted, merges };
}

/** What moves a story goes first; an approval that it no longer deserves is taken back before it waits or is worked on. */
function askStory(view: StoryView, context: Context): Step {
  const step = stepOf(view, context);
  const withdrawal = step.kind === 'act' ? null : findWithdrawal(view, context);
  return withdrawal === null ? step : act(withdrawal);
}

function holdOfLine({ proof }: Context): Hold | null {
  return proof.kind === 'unproven' ? proof.hold : null;
}

function finish({ world, ledger }: Context): readonly Decision[] {
  const { stories } = world;
  const isOver = stories.length > 0 && stories.every(({ verifiedStatus }) => verifiedStatus === 'verified');
  const isAsked = ledger.orders.length > 0 || stories.some(({ number }) => recall(ledger, number).reverted !== null);
  if (!isOver || isAsked || ledger.finished) return [];
  return [{ kind: 'finish', because: `${stories.length} stories verified` }];
}

/**
 * What nobody asks about any more: verified stories (but those whose merge was reverted), and stories that were deleted once their agent has ended. The
 * ledger stays proportional to what is under way. A merge is not forgotten while the base is shown as it was before it:
 * it is how such a look is known for an old one.
 */
function forgetGone(ledger: Ledger, { stories, base }: Snapshot): Ledger {
  const isOpen = (story: Story): boolean => !isDone(story) || ledger.stories[story.number]?.reverted != null;
  const open = new Set(stories.filter(isOpen).map(({ number }) => number));
  const flying = new Set(Object.values(ledger.flights).map(({ story }) => story));
  const isGone = (key: string): boolean =>
    isStoryNumber(key) && !open.has(key) && !flying.has(key) && ledger.stories[key]?.merged?.baseBefore !== base.sha;
  const isUnfinished = ledger.finished && stories.some(({ verifiedStatus }) => verifiedStatus !== 'verified');
  const kept = Object.entries(ledger.stories).filter(([key]) => !isGone(key));
  if (kept.length === Object.keys(ledger.stories).length && !isUnfinished) return ledger;
  const leaving = stories.filter(({ number }) => isGone(number)).flatMap(({ number }) => ledger.stories[number] ?? []);
  return {
    ...ledger,
    stories: Object.fromEntries(kept),
    tally: tallyStories(ledger.tally, leaving),
    finished: ledger.finished && !isUnfinished,
  };
}

/** Written down only when it is another: it must not be the reason for a save on every look. */
function noteRulesets(ledger: Ledger, { rulesetCache: { viewer, rulesets } }: Snapshot): Ledger {
  const rulesetCache = Object.keys(rulesets).length === 0 ? null : { viewer, rulesets };
  const isKnown = JSON.stringify(ledger.rulesetCache) === JSON.stringify(rulesetCache);
  return isKnown ? ledger : { ...ledger, rulesetCache };
}

/**
 * What must be known before any of it is done: the agreements, so that a half-made claim is known as ours, and the
 * numbers given to assignments, so that none is given twice.
 */
function intend(known: Ledger, decisions: readonly Decision[]): Ledger {
  const ledger = forgetGates(known, decisions);
  const dispatches = decisions.filter((decision) => decision.kind === 'dispatch');
  if (dispatches.length === 0) return ledger;
  const numbered = { ...ledger, sequence: ledger.sequence + dispatches.length };
  return dispatches
    .filter(({ claims }) => claims)
    .reduce((memory, { story }) => remember(memory, story.number, { agreement: story.criteriaHash }), numbered);
}

/**
 * A merge completes the gate's check itself, before it is asked for. What was shown before is forgotten with the intents,
 * so that whatever becomes of the merge the check is looked at anew.
 */
function forgetGates(ledger: Ledger, decisions: readonly Decision[]): Ledger {
  const keys = decisions.flatMap((decision) =>
    decision.kind === 'merge' ? [keyOfCheck(decision.headSha, ownChecks.gate)] : [],
  );
  if (!keys.some((key) => Object.hasOwn(ledger.shown, key))) return ledger;
  const kept = Object.entries(ledger.shown).filter(([key]) => !keys.some((gate) => gate === key));
  return { ...ledger, shown: Object.fromEntries(kept) };
}
