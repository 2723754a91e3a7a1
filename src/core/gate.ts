import { type CheckVerdict, judgeChecks } from './checks.ts';
import type { Hold } from './reasons.ts';
import { isRepair } from './repair.ts';
import type { PullRequestFacts } from './snapshot.ts';
import { isVerdictValid } from './standing.ts';
import { type Context, parseBranch, type StoryView } from './view.ts';

export interface Clause {
  readonly name: string;
  /** Nothing when the clause holds. */
  readonly hold: Hold | null;
}

/** Every clause of the gate, in the order in which it is judged; the first that does not hold is the hold. */
export function judgeGate(view: StoryView, pullRequest: PullRequestFacts, context: Context): readonly Clause[] {
  return clauses.map(([name, judge]) => ({ name, hold: judge({ view, pullRequest, context }) }));
}

export function firstHold(gate: readonly Clause[]): Hold | null {
  return gate.find(({ hold }) => hold !== null)?.hold ?? null;
}

interface GateFacts {
  readonly view: StoryView;
  readonly pullRequest: PullRequestFacts;
  readonly context: Context;
}

type Judge = (facts: GateFacts) => Hold | null;

const clauses: readonly (readonly [string, Judge])[] = [
  ['not paused', ({ context }) => when(context.ledger.paused !== null, 'paused', '')],
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
  [
    'up to date where the rules are strict',
    ({ pullRequest, context }) =>
      when(context.world.rules.strict && pullRequest.mergeState === 'BEHIND', 'behind', `#${pullRequest.number}`),
  ],
  ['checks', judgeHeadChecks],
  ['verdict', judgeVerdict],
  ['deliverables', judgeDeliverables],
  ['change requests', judgeChangeRequests],
  ['approvals', judgeApprovals],
  ['conversations', judgeConversations],
  ['way of merging', judgeMerging],
  ['base proven, or for a repair red at exactly what it holds', judgeBaseClause],
  ['base protected', judgeProtection],
  ['no bypass', judgeBypass],
];

function when(condition: boolean, code: Hold['code'], detail: string): Hold | null {
  return condition ? { code, detail } : null;
}

function judgeHead({ view, pullRequest }: GateFacts): Hold | null {
  const accepted = view.memory.head?.sha ?? null;
  return when(
    accepted !== pullRequest.headSha,
    'head_not_accepted',
    `#${pullRequest.number} is at ${pullRequest.headSha.slice(0, 7)}, accepted was ${accepted?.slice(0, 7) ?? 'none'}`,
  );
}

function judgeHeadChecks({ pullRequest, context }: GateFacts): Hold | null {
  return holdOfChecks(judgeChecks(pullRequest.checks, context.world.rules.requiredChecks, context.policy.checks));
}

/** What a story waits for by its checks, or nothing when they are green. */
export function holdOfChecks(verdict: CheckVerdict): Hold | null {
  switch (verdict.kind) {
    case 'green':
      return null;
    case 'none':
      return { code: 'checks_unknown', detail: 'nothing has reported yet' };
    case 'pending':
      return { code: 'ci_pending', detail: verdict.names.join(', ') };
    case 'missing':
      return { code: 'check_missing', detail: verdict.names.join(', ') };
    case 'red':
      return { code: 'check_refused', detail: `${verdict.failed.map(({ name }) => name).join(', ')} failed` };
    case 'refused':
      return { code: 'check_refused', detail: verdict.checks.map(({ name, state }) => `${name} ${state}`).join(', ') };
  }
}

function judgeVerdict({ view, context }: GateFacts): Hold | null {
  const { verdict } = view.memory;
  const isIndependent = verdict?.reviewer !== context.world.identities.implementer;
  return when(
    !(isVerdictValid(view) && isIndependent && verdict?.review.result === 'pass'),
    'verdict_missing',
    'no passing verdict by another identity for these criteria and this diff',
  );
}

function judgeDeliverables({ view }: GateFacts): Hold | null {
  const missing = view.memory.head?.missingDeliverables ?? [];
  return when(missing.length > 0, 'deliverables_missing', missing.join(', '));
}

function judgeChangeRequests({ pullRequest }: GateFacts): Hold | null {
  return when(pullRequest.reviewDecision === 'CHANGES_REQUESTED', 'change_requested', `#${pullRequest.number}`);
}

function judgeApprovals({ pullRequest, context }: GateFacts): Hold | null {
  const wanted = context.world.rules.requiredApprovals > 0 || context.policy.merge.mode === 'approve';
  return when(wanted && pullRequest.reviewDecision !== 'APPROVED', 'awaiting_approval', `#${pullRequest.number}`);
}

function judgeConversations({ pullRequest, context }: GateFacts): Hold | null {
  const open = context.world.rules.requiresConversationResolution ? pullRequest.unresolvedConversations : 0;
  return when(open > 0, 'conversations_open', `${open} open`);
}

function judgeMerging({ pullRequest, context }: GateFacts): Hold | null {
  const { rules } = context.world;
  const { mode, method } = context.policy.merge;
  if (mode === 'never') return { code: 'merge_by_hand', detail: `#${pullRequest.number}` };
  if (rules.requiresMergeQueue) return { code: 'merge_queue_required', detail: `#${pullRequest.number}` };
  return when(
    !rules.mergeMethods.includes(method),
    'merge_method_refused',
    `${method}; allowed: ${rules.mergeMethods.join(', ')}`,
  );
}

function judgeBaseClause({ view, pullRequest, context }: GateFacts): Hold | null {
  const { proof } = context;
  if (isRepair(view.story.number)) return judgeRepaired(view, pullRequest, context);
  return proof.kind === 'proven' ? null : proof.hold;
}

/**
 * The one clause that is turned for a repair: the tip is red at exactly the commit that is repaired, the head holds that
 * commit, and no other repair is open.
 */
function judgeRepaired({ memory }: StoryView, { number }: PullRequestFacts, context: Context): Hold | null {
  const { world, ledger, proof } = context;
  const tip = world.base.sha;
  if (proof.kind === 'proven')
    return { code: 'base_pending', detail: `${tip.slice(0, 7)} is proven: nothing to repair` };
  if (proof.hold.code !== 'base_red' || ledger.repair.red?.sha !== tip) return proof.hold;
  // The merge base of head and tip, as it was when the head was accepted.
  if (memory.head?.diffBase !== tip) return { code: 'behind', detail: `#${number} does not hold ${tip.slice(0, 7)}` };
  const other = world.pullRequests.find((candidate) => candidate.number !== number && isOpenRepair(candidate));
  return when(other !== undefined, 'not_next', `#${other?.number ?? 0} is a repair too`);
}

function isOpenRepair({ state, headRef }: PullRequestFacts): boolean {
  return state === 'OPEN' && isRepair(parseBranch(headRef)?.story ?? '');
}

function judgeProtection({ context }: GateFacts): Hold | null {
  const { rules, base } = context.world;
  if (context.policy.base.unprotected === 'accept') return null;
  return when(!rules.requiresPullRequest || rules.requiredChecks.length === 0, 'base_unprotected', base.branch);
}

function judgeBypass({ pullRequest, context }: GateFacts): Hold | null {
  const { bypass } = context.world.rules;
  if (pullRequest.viewerCanMergeAsAdmin) return { code: 'bypass_possible', detail: 'it can merge as an admin' };
  if (bypass === 'never') return null;
  if (bypass === 'unknown' && context.policy.base.unprotected === 'accept') return null;
  return { code: 'bypass_possible', detail: bypass === 'possible' ? 'a ruleset names it' : 'it cannot be told' };
}
