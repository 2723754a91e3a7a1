import type { Finding, Outcome } from '../finding.ts';

/** What a rehearsal finds, by name. */
export const rehearsalChecks = [
  'rehearsal_run',
  'rehearsal_canary',
  'rehearsal_ci',
  'rehearsal_checks',
  'rehearsal_permissions',
  'rehearsal_job',
  'rehearsal_setup',
  'rehearsal_verify',
] as const;

/** An outcome under the name of what was rehearsed. */
export function found(check: (typeof rehearsalChecks)[number], outcome: Outcome): Finding {
  return { check, ...outcome };
}
