import type { KeptEvent } from '../../github/world/events.ts';
import type { AuditFacts, AuditRules } from '../facts.ts';
import type { Violation } from '../violation.ts';
import { findRepeatedTransitions } from './repeated-transitions.ts';

type Facts = Pick<AuditFacts, 'events' | 'store'>;
type Rules = Pick<AuditRules, 'branchPrefix'>;

/**
 * Nothing is done twice: in the world no pull request of one branch, no comment of the same words, push of the same
 * commit, check, merge, or dispatch of one assignment; in the store no transition of one attempt. A check that is
 * completed cannot be taken up again: one in progress takes its place.
 */
export function findRepeatedEffects(facts: Facts, rules: Rules): readonly Violation[] {
  const seen = new Set<string>();
  const completed = new Set<string>();
  const repeated = facts.events.flatMap((event) => {
    const effect = effectOf(event, rules);
    if (effect === null) return [];
    const takesPlace = isTakenUp(event, effect.key, completed);
    if (!isRepeated(seen, effect) || takesPlace) return [];
    return [{ code: 'effect_twice' as const, detail: effect.detail, at: event.at }];
  });
  return [...repeated, ...findRepeatedTransitions(facts, rules)];
}

/** Whether it is in progress where the one before it was completed; remembers which are. */
function isTakenUp(event: KeptEvent, key: string, completed: Set<string>): boolean {
  if (event.kind !== 'check') return false;
  const before = completed.has(key);
  if (event.status === 'completed') completed.add(key);
  else completed.delete(key);
  return before && event.status !== 'completed';
}

interface Effect {
  readonly key: string;
  /** Whatever is told several times of one thing is one effect. */
  readonly thing?: number;
  readonly detail: string;
}

function isRepeated(seen: Set<string>, { key, thing }: Effect): boolean {
  const itself = `${key} ${thing}`;
  if (thing !== undefined && seen.has(itself)) return false;
  const before = seen.has(key);
  seen.add(itself).add(key);
  return before;
}

function effectOf(event: KeptEvent, rules: Rules): Effect | null {
  switch (event.kind) {
    case 'pull_request':
      return event.action === 'opened' ? opening(event.headRef, event.number) : null;
    case 'comment':
      if (event.edited) return null;
      return {
        key: `comment ${event.number} ${event.body}`,
        detail: `the same comment on #${event.number}`,
      };
    case 'push':
      return event.ref.startsWith(`refs/heads/${rules.branchPrefix}`) ? pushing(event.ref, event.after) : null;
    case 'merge':
      return { key: `merge ${event.number}`, detail: `#${event.number} was merged again` };
    case 'check':
      return event.runId === null && event.jobId === null ? checking(event) : null;
    case 'job':
      return event.name.endsWith(' / agent') ? dispatching(event) : null;
    default:
      return null;
  }
}

function opening(headRef: string, number: number): Effect {
  return { key: `open ${headRef}`, detail: `a pull request of ${headRef} was opened again: #${number}` };
}

function pushing(ref: string, after: string): Effect {
  return { key: `push ${ref} ${after}`, detail: `${after.slice(0, 7)} was pushed to ${ref} again` };
}

/** A check of an app, which it makes once for a commit and then changes. */
function checking({ id, app, name, sha }: Extract<KeptEvent, { readonly kind: 'check' }>): Effect {
  const detail = `${app} made a second check "${name}" on ${sha.slice(0, 7)}`;
  return { key: `check ${app} ${name} ${sha}`, thing: id, detail };
}

/** A job that is run again is in the same run, and refuses to work. */
function dispatching({ name, runId }: Extract<KeptEvent, { readonly kind: 'job' }>): Effect {
  return { key: `agent ${name}`, thing: runId, detail: `${name} was dispatched again, by run ${runId}` };
}
