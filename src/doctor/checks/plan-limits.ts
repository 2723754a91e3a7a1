import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';

/** The plan has what it takes: on Free, private repositories have neither rules nor environments. */
export function checkPlanLimits({ repository, baseProtection, environments }: DoctorFacts): readonly Outcome[] {
  if (repository.visibility === 'public') return [pass('the repository is public: rules and environments are free')];
  const remedy = 'Use GitHub Pro, Team or Enterprise for this repository, or make it public; do not run it without.';
  if (baseProtection.kind === 'unseen' && /upgrade/i.test(baseProtection.because)) {
    return [fail('the plan has no rules for private repositories', remedy)];
  }
  const guarded = [...environments.values()].some(
    (environment) =>
      environment.kind === 'seen' && environment.value !== null && environment.value.policy.kind !== 'none',
  );
  if (guarded) return [pass('the repository is private, and its plan has rules and environments')];
  return [
    cannotTell(
      'the repository is private, and no environment with a branch policy is there that would show what its plan has',
      `Make the environment with its branch policy. If the settings do not offer that: ${remedy}`,
    ),
  ];
}
