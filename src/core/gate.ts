import { isApprovalDue, judgeApprovals, judgeChangeRequests } from './gate/approvals.ts';
import { judgeBaseClause } from './gate/base-clause.ts';
import { type GateFacts, type Judge, when } from './gate/clause.ts';
import { judgeHeadChecks } from './gate/head-checks.ts';
import { holdOfMethod } from './gate/merge-method.ts';
import { findMergeMode } from './gate/merge-mode.ts';
import { judgeBypass, judgeProtection } from './gate/protection.ts';
import { nameSome } from './name-some.ts';
import { holdOfPause } from './pause.ts';
import type { Hold } from './reasons.ts';
import type { PullRequestFacts } from './snapshot.ts';
import { isVerdictPassing, listForPeople } from './standing.ts';
import type { Context, StoryView } from './view.ts';

export interface Clause {
  readonly name: string;
  /** Nothing when the clause holds. */
  readonly hold: Hold | null;
}

/** Every clause of the gate, in the order in which it is judged; the first that does not hold is the hold. */
export function judgeGate(view: StoryView, pullRequest: PullRequestFacts, context: Context): readonly Clause[] {
  return clauses.map(([name, judge]) => ({ name, hold: judge({ view, pullRequest, context }) }));
}

export interface GateReading {
  /** Every clause but the one that we can see to ourselves. */
  readonly gate: readonly Clause[];
  /** The passing verdict can be the approval that the rules ask for: it is given when every other clause holds. */
  readonly isApprovalDue: boolean;
}

/** The gate, apart from an approval that is for us to give. */
export function readGate(view: StoryView, pullRequest: PullRequestFacts, context: Context): GateReading {
  const gate = judgeGate(view, pullRequest, context);
  if (!isApprovalDue({ view, pullRequest, context })) return { gate, isApprovalDue: false };
  return { gate: gate.filter(({ name }) => name !== approvals), isApprovalDue: true };
}

export function firstHold(gate: readonly Clause[]): Hold | null {
  return gate.find(({ hold }) => hold !== null)?.hold ?? null;
}

const approvals = 'approvals';

/** The clause that every merge of others opens and closes again. */
export const baseClause = 'base proven, or for a repair red at exactly what it holds';

const clauses: readonly (readonly [string, Judge])[] = [
  ['not paused', ({ context }) => holdOfPause(context.ledger)],
  ['no fork', ({ pullRequest }) => when(pullRequest.isFork, 'fork', `#${pullRequest.number}`)],
  [
    'into the base',
    ({ pullRequest, context }) =>
      when(
        pullRequest.baseRef !== context.world.base.branch,
        'base_changed',
        `#${pullRequest.number} merges into ${pullRequest.baseRef}`,
      ),
  ],
  ['no draft', ({ pullRequest }) => when(pullRequest.isDraft, 'draft', `#${pullRequest.number}`)],
  ['head accepted', judgeHead],
  [
    'no conflict',
    ({ pullRequest }) => when(pullRequest.mergeState === 'DIRTY', 'merge_conflict', `#${pullRequest.number}`),
  ],
  ['up to date where the rules are strict', (facts) => when(isBehind(facts), 'behind', `#${facts.pullRequest.number}`)],
  ['checks', judgeHeadChecks],
  ['verdict', judgeVerdict],
  ['criteria for people', judgeCriteriaForPeople],
  ['deliverables', judgeDeliverables],
  ['change requests', judgeChangeRequests],
  [approvals, judgeApprovals],
  ['conversations', judgeConversations],
  ['way of merging', judgeMerging],
  [baseClause, judgeBaseClause],
  ['base protected', judgeProtection],
  ['no bypass', judgeBypass],
];

function judgeHead({ view, pullRequest }: GateFacts): Hold | null {
  const accepted = view.memory.head?.sha ?? null;
  return when(
    accepted !== pullRequest.headSha,
    'head_not_accepted',
    `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}, accepted was ${accepted?.slice(0, 7) ?? 'none'}`,
  );
}

/**
 * A queue tests what it merges onto the tip. Blocked, a pull request may be behind as well: it cannot hold a tip that it
 * did not hold when it was accepted.
 */
function isBehind({ view, pullRequest, context }: GateFacts): boolean {
  const { rules, base } = context.world;
  if (!rules.strict || rules.requiresMergeQueue) return false;
  if (pullRequest.mergeState === 'BEHIND') return true;
  return pullRequest.mergeState === 'BLOCKED' && view.memory.head?.diffBase !== base.sha;
}

function judgeVerdict({ view, context }: GateFacts): Hold | null {
  return when(
    !isVerdictPassing(view, context.world),
    'verdict_missing',
    'no passing verdict by another identity for these criteria and this diff',
  );
}

/** What the review leaves to people, somebody said of these criteria and this diff. */
function judgeCriteriaForPeople({ view }: GateFacts): Hold | null {
  const open = listForPeople(view);
  return when(open.length > 0, 'criteria_need_person', nameSome(open));
}

function judgeDeliverables({ view }: GateFacts): Hold | null {
  const missing = view.memory.head?.missingDeliverables ?? [];
  return when(missing.length > 0, 'deliverables_missing', missing.join(', '));
}

function judgeConversations({ pullRequest, context }: GateFacts): Hold | null {
  const open = context.world.rules.requiresConversationResolution ? pullRequest.unresolvedConversations : 0;
  return when(open > 0, 'conversations_open', `${open} open`);
}

function judgeMerging({ view, pullRequest, context }: GateFacts): Hold | null {
  const { merge } = context.policy;
  const { mode, because } = findMergeMode(view, merge);
  if (mode === 'never') return { code: 'merge_by_hand', detail: `#${pullRequest.number}, by ${because}` };
  return holdOfMethod(merge.method, context.world.rules);
}
