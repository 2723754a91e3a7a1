import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome } from '../finding.ts';
import { matchesPattern } from '../workflow/branch-filter.ts';

/** What agents' branches are called, and the ref that a pull request's CI runs on. */
const agentRefs = ['orchestrate/1.1', 'refs/pull/1/merge'];

/** Whether an environment keeps agents' branches from a job that holds secrets; no outcome where it does. */
export function judgeEnvironmentFor(
  { label, names, environment }: { readonly label: string; readonly names: string; readonly environment: string },
  { environments }: DoctorFacts,
): readonly Outcome[] {
  const found = environments.get(environment);
  const remedy = `Settings → Environments → ${environment} → Deployment branches: only those that people push.`;
  const open = fail(
    `${label} hands ${names} to what agents wrote: environment ${environment} lets every branch in`,
    remedy,
  );
  const unknown = (how: string): Outcome =>
    cannotTell(`${label} holds ${names}, and whom environment ${environment} lets in`, how);
  if (found === undefined) return [unknown('Name the environment plainly, without an expression.')];
  if (found.kind === 'unseen') return [unknown(found.remedy)];
  const policy = found.value?.policy ?? { kind: 'none' };
  switch (policy.kind) {
    case 'none':
      return [open];
    case 'protected_branches':
      // Every branch, where none is protected by a rule of the old kind.
      return [unknown(remedy)];
    case 'patterns':
      if (policy.patterns.kind === 'unseen') return [unknown(policy.patterns.remedy)];
      return policy.patterns.value.some((pattern) => agentRefs.some((ref) => matchesPattern(ref, pattern)))
        ? [open]
        : [];
  }
}
