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

/** The ledger with what this look at the base taught: the newest proof, or the tip we wait for and since when. */
export function noteBase(ledger: Ledger, base: BaseFacts, proof: BaseProof, now: Instant): Ledger {
  if (proof.kind === 'proven') {
    if (ledger.base.proven?.sha === base.sha) return ledger;
    return { ...ledger, base: { proven: { sha: base.sha, at: now }, watched: null } };
  }
  if (ledger.base.watched?.sha === base.sha) return ledger;
  return { ...ledger, base: { ...ledger.base, watched: { sha: base.sha, since: now } } };
}

function unproven(code: Hold['code'], detail: string): BaseProof {
  return { kind: 'unproven', hold: { code, detail } };
}
