import { actionsSlug } from './checks.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { AcceptedHead } from './ledger.ts';
import type { Hold } from './reasons.ts';
import type { CheckFacts, Snapshot } from './snapshot.ts';

/** A run that is to come is there, if only parked, long before. */
const patienceMinutes = 15;

/** Whether we have to do with a job's own token, for what it causes no workflow starts by itself. */
function isDegraded({ viewer }: Pick<Snapshot, 'viewer'>): boolean {
  return viewer === actionsSlug;
}

/** What such a token cannot do, told on every pass. */
export function noteToken(world: Pick<Snapshot, 'viewer'>): readonly Hold[] {
  return isDegraded(world) ? [{ code: 'token_degraded', detail: `it acts as ${world.viewer}[bot]` }] : [];
}

/** What checks that ended without an answer wait for: what our token is to blame for goes by its own name. */
export function holdOfRefused(checks: readonly CheckFacts[]): Hold {
  const parked = checks.filter(isParked);
  if (parked.length > 0) return { code: 'runs_parked', detail: parked.map(({ name }) => name).join(', ') };
  if (checks.some(({ state }) => state === 'unreadable')) return { code: 'checks_unreadable', detail: '' };
  return { code: 'check_refused', detail: checks.map(({ name, state }) => `${name} ${state}`).join(', ') };
}

/** A workflow run that nobody let start; an app can ask for an action as well, and that is another matter. */
export function isParked({ state, workflowRunId }: CheckFacts): boolean {
  return state === 'action_required' && workflowRunId !== null;
}

/** Of a head on which nothing reported: that nothing ever will, where it was pushed with such a token. */
export function findUnstarted(
  head: Pick<AcceptedHead, 'at'> | null,
  { world, now }: { readonly world: Pick<Snapshot, 'viewer'>; readonly now: Instant },
): Hold | null {
  if (!isDegraded(world) || head === null || now < addMinutes(head.at, patienceMinutes)) return null;
  return { code: 'ci_not_started', detail: `${patienceMinutes} minutes after the push` };
}

/** A request to GitHub, or to loopctl, that nothing came of. */
export interface FailedRequest {
  readonly message: string;
  /** Null where there was no answer. */
  readonly status: number | null;
  readonly isTooMuch: boolean;
  readonly retryable: boolean;
}

/** What is waited for when a request failed: that GitHub may be asked again, that somebody gives leave, or that it passes. */
export function holdOfFailure({ message, status, isTooMuch, retryable }: FailedRequest): Hold {
  if (isTooMuch) return { code: 'budget_short', detail: message };
  // GraphQL answers 200 and says it in words.
  const isForbidden = status === 401 || status === 403 || message.includes('not accessible by ');
  return { code: !retryable && isForbidden ? 'token_refused' : 'backing_off', detail: message };
}

/** The hold that GitHub's refusal of a push is: of one for a workflow file in it, its own. */
export function codeOfRefusedPush(refusal: string): 'workflows_refused' | 'push_refused' {
  return /refusing to allow .*\bworkflow\b/i.test(refusal) ? 'workflows_refused' : 'push_refused';
}
