import type { AuditFacts, AuditRules } from '../facts.ts';
import type { Violation } from '../violation.ts';

/** Never more agents at work at once than the configuration allows; told once each time the limit is passed. */
export function findCrowds(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const steps = facts.agents.flatMap(({ startedAt, endedAt }) => [
    { at: startedAt, change: 1 },
    ...(endedAt === null ? [] : [{ at: Math.max(endedAt, startedAt), change: -1 }]),
  ]);
  // At one moment the ending comes first: a place that becomes free may be taken at once.
  steps.sort((one, other) => one.at - other.at || one.change - other.change);
  let working = 0;
  return steps.flatMap(({ at, change }) => {
    working += change;
    if (change < 0 || working !== rules.concurrency + 1) return [];
    const detail = `${working} agents at work, ${rules.concurrency} allowed`;
    return [{ code: 'too_many_agents' as const, detail, at: new Date(at).toISOString() }];
  });
}
