import { type AgentFacts, type AuditFacts, type AuditRules, storyOfBranch } from '../facts.ts';
import type { Violation } from '../violation.ts';

/** A story has one claim at a time, in the store and in the world: no second claim before a release, no two authors. */
export function findDoubleClaims(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  return [...doubleTransitions(facts), ...doubleAuthors(facts, rules)];
}

function doubleTransitions(facts: AuditFacts): readonly Violation[] {
  const claimed = new Set<string>();
  const violations: Violation[] = [];
  for (const fact of facts.store) {
    if (fact.kind !== 'transition') continue;
    if (fact.agentStatus === 'pending') claimed.delete(fact.story);
    if (fact.agentStatus !== 'assigned') continue;
    if (claimed.has(fact.story)) {
      const detail = `story ${fact.story} was claimed again without a release`;
      violations.push({ code: 'claimed_twice', detail, at: fact.at });
    }
    claimed.add(fact.story);
  }
  return violations;
}

function doubleAuthors(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const authors = facts.agents.filter(({ task }) => task !== 'review');
  const byStory = Map.groupBy(authors, ({ branch }) => storyOfBranch(branch ?? '', rules.branchPrefix));
  return [...byStory].flatMap(([story, agents]) => (story === null ? [] : overlapping(story, agents)));
}

function overlapping(story: string, agents: readonly AgentFacts[]): readonly Violation[] {
  const inOrder = [...agents].sort((one, other) => one.startedAt - other.startedAt);
  let busyUntil = Number.NEGATIVE_INFINITY;
  return inOrder.flatMap(({ startedAt, endedAt, id }) => {
    const isTogether = startedAt < busyUntil;
    busyUntil = Math.max(busyUntil, endedAt ?? Number.POSITIVE_INFINITY);
    if (!isTogether) return [];
    const detail = `two authors of story ${story} were at work at once (${id})`;
    return [{ code: 'claimed_twice' as const, detail, at: new Date(startedAt).toISOString() }];
  });
}
