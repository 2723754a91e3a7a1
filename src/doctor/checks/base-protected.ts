import { ownCheckPrefix } from '../../core/checks.ts';
import { demandsOf } from '../demands.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';
import { lackOf } from '../lack.ts';

/** Nothing comes onto the base but through a pull request with CI's checks, each bound to who reports it. */
export function checkBaseProtected({ base, baseProtection, config }: DoctorFacts): readonly Outcome[] {
  if (baseProtection.kind === 'unseen') {
    return [cannotTell(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
  }
  const demands = demandsOf(baseProtection.value);
  const isAccepted = config.kind === 'config' && config.config.acceptsUnprotected;
  const lack = lackOf(baseProtection.value);
  // Our own check of pull requests that are not ours is reported by a workflow, and of ours by the App: two sources.
  const others = demands.checks.filter(({ name }) => !name.startsWith(ownCheckPrefix));
  const unbound = others.filter(({ appId }) => appId === null).map(({ name }) => name);
  const faults = [
    ...(demands.requiresPullRequest || isAccepted
      ? []
      : [
          lack(
            'no rule demands a pull request',
            `Add "Require a pull request before merging" to a ruleset on ${base}.`,
          ),
        ]),
    ...(others.length > 0 || isAccepted
      ? []
      : [lack('no status check is required', `Require CI's checks by name, and by app, in a ruleset on ${base}.`)]),
    ...(demands.blocksForcePushes
      ? []
      : [lack('force pushes are not blocked', `Add "Block force pushes" to a ruleset on ${base}.`)]),
    ...(demands.blocksDeletion
      ? []
      : [lack('deletion is not restricted', `Add "Restrict deletions" to a ruleset on ${base}.`)]),
    ...(unbound.length === 0
      ? []
      : [
          fail(
            `whoever may report can report ${unbound.join(', ')}`,
            'Choose the source of each required check (GitHub Actions, for its jobs) instead of "any source".',
          ),
        ]),
  ];
  const names = demands.checks.map(({ name }) => name).join(', ');
  const what = `${base}: by pull request with ${names}, no force pushes, no deletion`;
  return passUnless(faults, isAccepted ? `${base}: unprotected is accepted by the configuration` : what);
}
