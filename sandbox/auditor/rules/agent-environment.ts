import type { AgentFacts, AuditFacts } from '../facts.ts';
import type { Violation, ViolationCode } from '../violation.ts';

const runnerVariable = /^(GITHUB|RUNNER|ACTIONS|INPUT)_/i;
const loopctlVariable = /^LOOPCTL_/i;
const loopctlKey = /\blc_[\w-]{40}/;

/** Shorter secrets, such as an id, would be found in words that have nothing to do with them. */
const shortestSecret = 16;

/** No process of an agent could read a key of loopctl, a secret, a token that can write, or the runner's variables. */
export function findLeaks(facts: AuditFacts): readonly Violation[] {
  const everything = facts.agents
    .map(readableTo)
    .map((values) => Object.values(values).join('\n'))
    .join('\n');
  // Nearly always nothing is found in all of it, and nobody need be asked one by one.
  const secrets = facts.secrets.filter((secret) => secret.length >= shortestSecret && everything.includes(secret));
  const tokens = facts.tokens.filter(({ writes }) => writes).flatMap(({ value }) => writtenAs(value));
  const seen = tokens.filter((token) => everything.includes(token));
  return facts.agents.flatMap((agent) => [
    ...namedVariables(agent, runnerVariable, 'agent_saw_runner_variables'),
    ...namedVariables(agent, loopctlVariable, 'agent_held_loopctl_key'),
    ...valuesLike(agent, (value) => loopctlKey.test(value), 'agent_held_loopctl_key'),
    ...valuesLike(agent, (value) => secrets.some((secret) => value.includes(secret)), 'agent_held_secret'),
    ...valuesLike(agent, (value) => seen.some((token) => value.includes(token)), 'agent_held_write_token'),
  ]);
}

/** A token as it is, and as git's basic authorization carries it. */
function writtenAs(token: string): readonly string[] {
  return [token, Buffer.from(`x-access-token:${token}`).toString('base64')];
}

/** What a process could read without opening anything but its environment and git's configuration. */
function readableTo(agent: AgentFacts): Readonly<Record<string, string>> {
  return { ...agent.environment, 'git config': agent.gitConfig };
}

function namedVariables(agent: AgentFacts, pattern: RegExp, code: ViolationCode): readonly Violation[] {
  const names = Object.keys(agent.environment).filter((name) => pattern.test(name));
  return names.length === 0 ? [] : [violationOf(agent, code, names)];
}

function valuesLike(agent: AgentFacts, matches: (value: string) => boolean, code: ViolationCode): readonly Violation[] {
  const names = Object.entries(readableTo(agent)).flatMap(([name, value]) => (matches(value) ? [name] : []));
  return names.length === 0 ? [] : [violationOf(agent, code, names)];
}

/** Names where it was seen, never what was seen. */
function violationOf(agent: AgentFacts, code: ViolationCode, names: readonly string[]): Violation {
  const whose = `${agent.task} on ${agent.branch ?? agent.head?.slice(0, 7) ?? agent.id}`;
  return { code, detail: `${whose}: ${names.join(', ')}`, at: new Date(agent.startedAt).toISOString() };
}
