import { describe, expect, it } from 'vitest';
import { checks, countFailures, examine } from '../../../src/doctor/examine.ts';
import type { DoctorFacts } from '../../../src/doctor/facts.ts';
import { healthyFacts, unseen } from '../../builders/doctor-facts.ts';

describe('the doctor', () => {
  it('finds nothing in a repository where all is well', () => {
    const findings = examine(healthyFacts());
    expect(findings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(Object.keys(checks)));
    expect(countFailures(findings)).toBe(0);
  });

  it('never takes for well what is out of sight', () => {
    const hidden: Partial<DoctorFacts> = {
      app: unseen(),
      baseProtection: unseen(),
      stateProtection: unseen(),
      repositorySecrets: unseen(),
      baseCommits: unseen(),
      pullRequestHeads: unseen(),
      agentRuns: unseen(),
      ownWorkflow: unseen(),
    };
    const findings = examine(healthyFacts(hidden));
    const blind = [
      'app_permissions',
      'base_protected',
      'bypass',
      'required_checks',
      'state_branch',
      'base_ci',
      'ci_starts',
      'cron',
    ];
    for (const check of blind) {
      expect(findings.filter((one) => one.check === check).map(({ verdict }) => verdict)).toEqual(['cannot_tell']);
    }
  });
});
