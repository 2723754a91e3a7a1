import { judgeChecks } from './checks.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import type { BaseFacts } from './snapshot.ts';

/** How long a base SHA may stay without any check before a person is told. */
const noRunMinutes = 15;

export type BaseProof = { readonly kind: 'proven' } | { readonly kind: 'unproven'; readonly hold: Hold };

/** What the checks of the tip's exact SHA say: proven, or why not yet. Zero checks is never proof. */
export function judgeBase(base: BaseFacts, ledger: Ledger, policy: Policy, now: Instant): BaseProof {
  if (isBeforeOurMerge(base, ledger)) return unproven('base_pending', 'GitHub does not show our last merge on it yet');
  const verdict = judgeChecks(base.checks, [], policy.checks);
  const tip = base.sha.slice(0, 7);
  switch (verdict.kind) {
    case 'green':
      return { kind: 'proven' };
    case 'pending':
    case 'missing':
      return unproven('base_pending', `${tip} waits for ${verdict.names.join(', ')}`);
    case 'none': {
      const since = ledger.base.watched?.sha === base.sha ? ledger.base.watched.since : now;
      return now < addMinutes(since, noRunMinutes)
        ? unproven('base_pending', `${tip} has no check yet`)
        : unproven('base_no_run', `${tip} has had no check for ${noRunMinutes} minutes`);
    }
    case 'red':
      return unproven('base_red', `${tip}: ${verdict.failed.map(({ name }) => name).join(', ')} failed`);
    case 'refused':
      return unproven(
        'check_refused',
        `${tip}: ${verdict.checks.map(({ name, state }) => `${name} ${state}`).join(', ')}`,
      );
  }
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

/** A look that still shows the tip we merged into is an old one: what it says of that tip says nothing of the merge. */
function isBeforeOurMerge(base: BaseFacts, ledger: Ledger): boolean {
  return Object.values(ledger.stories).some(({ merged }) => merged?.baseBefore === base.sha);
}

function unproven(code: Hold['code'], detail: string): BaseProof {
  return { kind: 'unproven', hold: { code, detail } };
}
