import { type CheckVerdict, judgeChecks } from './checks.ts';
import { holdOfRefused } from './degraded.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Ledger, StoryMemory } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import type { BaseFacts, CheckFacts } from './snapshot.ts';

/** How long a base SHA may stay without any check, or without an answer to what we started, before a person is told. */
const patienceMinutes = 15;

export type BaseProof = { readonly kind: 'proven' } | { readonly kind: 'unproven'; readonly hold: Hold };

/** What the checks of the tip's exact SHA say: proven, or why not yet. Zero checks is never proof. */
export function judgeBase(base: BaseFacts, ledger: Ledger, policy: Policy, now: Instant): BaseProof {
  const missed = findMissedMerge(base, ledger);
  if (missed !== null) return judgeMissed(missed, base, now);
  const verdict = judgeChecks(base.checks, [], policy.checks);
  const tip = base.sha.slice(0, 7);
  switch (verdict.kind) {
    case 'green':
      return { kind: 'proven' };
    case 'pending':
    case 'missing':
      return waiting(`${tip} waits for ${verdict.names.join(', ')}`, base, ledger);
    case 'none':
      return isSilent(base, ledger, now)
        ? unproven('base_no_run', `${tip} has had no check for ${patienceMinutes} minutes`)
        : waiting(`${tip} has no check yet`, base, ledger);
    case 'red':
      return unproven('base_red', `${tip}: ${verdict.failed.map(({ name }) => name).join(', ')} failed`);
    case 'refused':
      return judgeRefused(verdict, base, ledger, now);
  }
}

/** What was cancelled is not known: it is started once more before a person is told. */
function judgeRefused(
  { checks }: Extract<CheckVerdict, { kind: 'refused' }>,
  base: BaseFacts,
  ledger: Ledger,
  now: Instant,
): BaseProof {
  const { code, detail: seen } = holdOfRefused(checks);
  const detail = [base.sha.slice(0, 7), ...(seen === '' ? [] : [seen])].join(': ');
  const started = startedAt(base, ledger);
  const isHopeful = checks.every(isCancelledRun) && (started === null || isWithin(started, now));
  return isHopeful ? waiting(`${detail}; it is started once more`, base, ledger) : unproven(code, detail);
}

/** A job of a workflow run that ended without an answer, and can be run again. */
export function isCancelledRun({ state, workflowRunId }: CheckFacts): boolean {
  return (state === 'cancelled' || state === 'stale') && workflowRunId !== null;
}

/** Whether the tip has had no check for so long, counted from what we started where we did, that none will come by itself. */
function isSilent(base: BaseFacts, ledger: Ledger, now: Instant): boolean {
  const { watched } = ledger.base;
  const since = watched?.sha === base.sha ? watched.since : now;
  return !isWithin({ at: since, isRefused: false }, now) && !isWithin(startedAt(base, ledger), now);
}

type Started = Pick<NonNullable<Ledger['started']>, 'at' | 'isRefused'>;

function startedAt(base: BaseFacts, { started }: Ledger): Started | null {
  return started?.sha === base.sha ? started : null;
}

function isWithin(started: Started | null, now: Instant): boolean {
  return started !== null && !started.isRefused && now < addMinutes(started.at, patienceMinutes);
}

/**
 * What fails on a red tip, once everything there has ended: all that a repair is held to. Nothing while anything still
 * runs, or where it is not red.
 */
export function findFailures({ checks }: BaseFacts, policy: Policy): readonly CheckFacts[] {
  const verdict = judgeChecks(checks, [], policy.checks);
  if (verdict.kind !== 'red') return [];
  const others = checks.filter((check) => !verdict.failed.includes(check));
  return judgeChecks(others, [], policy.checks).kind === 'pending' ? [] : verdict.failed;
}

/**
 * The ledger with what this look at the base taught: the newest proof, or the tip we wait for and since when. A proven
 * commit that has turned red is no proof any more.
 */
export function noteBase(ledger: Ledger, base: BaseFacts, proof: BaseProof, now: Instant): Ledger {
  const known = ledger.base.proven?.sha === base.sha ? ledger.base.proven : null;
  if (proof.kind === 'proven') {
    if (known !== null && ledger.base.watched === null) return ledger;
    return { ...ledger, base: { proven: known ?? { sha: base.sha, at: now }, watched: null } };
  }
  const isRefuted = known !== null && proof.hold.code === 'base_red';
  if (ledger.base.watched?.sha === base.sha && !isRefuted) return ledger;
  const watched = ledger.base.watched?.sha === base.sha ? ledger.base.watched : { sha: base.sha, since: now };
  return { ...ledger, base: { proven: isRefuted ? null : ledger.base.proven, watched } };
}

type Merged = NonNullable<StoryMemory['merged']>;

/** The merge of ours into the very tip that is shown: that look says nothing of the merge. */
function findMissedMerge(base: Pick<BaseFacts, 'sha'>, ledger: Ledger): Merged | null {
  const merges = Object.values(ledger.stories).flatMap(({ merged }) => merged ?? []);
  return merges.find(({ baseBefore }) => baseBefore === base.sha) ?? null;
}

/** Whether a base that does not show a merge made then was put back: no look is as old as that. */
export function isRewound(at: Instant, now: Instant): boolean {
  return now >= addMinutes(at, patienceMinutes);
}

/** An old look, which passes; or a base that somebody put back, which does not. */
function judgeMissed({ sha, at }: Merged, base: BaseFacts, now: Instant): BaseProof {
  if (!isRewound(at, now)) return unproven('base_pending', 'GitHub does not show our last merge on it yet');
  return unproven('base_rewound', `it is at ${base.sha.slice(0, 7)} again, without ${sha.slice(0, 7)}`);
}

/** A tip that we wait for; where it is not what we merged last, somebody else was on the base at the same time. */
function waiting(detail: string, base: BaseFacts, ledger: Ledger): BaseProof {
  const ours = Object.values(ledger.stories).flatMap(({ merged }) =>
    merged === null || merged.baseBefore === null ? [] : merged.sha,
  );
  const isRaced = ours.length > 0 && !ours.includes(base.sha);
  return unproven(isRaced ? 'base_raced' : 'base_pending', detail);
}

function unproven(code: Hold['code'], detail: string): BaseProof {
  return { kind: 'unproven', hold: { code, detail } };
}
