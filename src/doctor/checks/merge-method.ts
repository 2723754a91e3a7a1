import { demandsOf } from '../demands.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass } from '../finding.ts';

/** Repository and rules allow the merge method that the configuration names. */
export function checkMergeMethod({ config, repository, baseProtection, base }: DoctorFacts): readonly Outcome[] {
  if (config.kind !== 'config') {
    return [cannotTell('the merge method stands in the configuration', 'Mend the configuration first.')];
  }
  if (config.config.mergeModes.every((mode) => mode === 'never')) return [pass('merging is left to people')];
  const method = config.config.mergeMethod;
  const demands = baseProtection.kind === 'seen' ? demandsOf(baseProtection.value) : null;
  const allowed = repository.mergeMethods.filter(
    (one) => (demands?.methods ?? [one]).includes(one) && !(demands?.linear === true && one === 'merge'),
  );
  if (!allowed.includes(method)) {
    return [
      fail(
        `\`merge.method: ${method}\` is not allowed on ${base}`,
        allowed.length === 0
          ? 'Settings → General → Pull Requests: allow a method that the rules allow too.'
          : `Set \`merge.method\` to ${allowed.join(' or ')}, or allow ${method} in settings and rules.`,
      ),
    ];
  }
  if (baseProtection.kind === 'unseen') {
    return [cannotTell(`whether the rules of ${base} allow ${method}`, baseProtection.remedy)];
  }
  return [pass(`${method} is allowed`)];
}
