import { type Command, commandsOf, releases } from '../commands.ts';
import { type AgentFacts, type AuditFacts, type AuditRules, type StoreFact, storyOfBranch } from '../facts.ts';
import type { Violation } from '../violation.ts';

/** A story that was rejected too often gets no author until a person grants one more attempt. */
export function findUnreleasedAgents(facts: AuditFacts, rules: AuditRules): readonly Violation[] {
  const commands = commandsOf(facts.events);
  return facts.agents.flatMap((agent) => {
    const story = agent.task === 'review' ? null : storyOfBranch(agent.branch ?? '', rules.branchPrefix);
    if (story === null) return [];
    const releasesBefore = commands.filter((command) => releases(command, story) && isBefore(command, agent));
    const reset = releasesBefore.findLast(({ verb }) => verb === 'reset');
    const rejections = facts.store.filter((fact) => isRejection(fact, story, reset) && isLongBefore(fact, agent));
    const granted = releasesBefore.filter(({ verb, seq }) => verb === 'retry' && seq > (reset?.seq ?? 0)).length;
    if (rejections.length < rules.rejections + granted) return [];
    const detail = `story ${story}, rejected ${rejections.length} times, ${granted} more granted`;
    return [{ code: 'agent_before_release' as const, detail, at: new Date(agent.startedAt).toISOString() }];
  });
}

function isRejection(fact: StoreFact, story: string, reset: Command | undefined): boolean {
  const isOfStory = fact.kind === 'transition' && fact.action === 'rejected' && fact.story === story;
  return isOfStory && fact.seq > (reset?.seq ?? 0);
}

function isBefore({ at }: { readonly at: string }, { startedAt }: AgentFacts): boolean {
  return Date.parse(at) <= startedAt;
}

/** The world's clock tells whole seconds: what is told to be of this second may be later. */
function isLongBefore({ at }: { readonly at: string }, { startedAt }: AgentFacts): boolean {
  return Date.parse(at) + 1000 <= startedAt;
}
