import type { AgentFacts, AuditFacts } from '../facts.ts';
import type { Violation, ViolationCode } from '../violation.ts';

const runnerVariable = /^(GITHUB|RUNNER|ACTIONS|INPUT)_/i;
const loopctlVariable = /^LOOPCTL_/i;
const loopctlKey = /\blc_[\w-]{40}/;

/** No process of an agent could read a key of loopctl, a secret, a token that can write, or the runner's variables. */
export function findLeaks(facts: AuditFacts): readonly Violation[] {
  return facts.agents.flatMap((agent) => [
    ...namedVariables(agent, runnerVariable, 'agent_saw_runner_variables'),
    ...namedVariables(agent, loopctlVariable, 'agent_held_loopctl_key'),
    ...valuesLike(agent, (value) => loopctlKey.test(value), 'agent_held_loopctl_key'),
    ...valuesLike(agent, (value) => facts.secrets.some((secret) => value.includes(secret)), 'agent_held_secret'),
    ...valuesLike(
      agent,
      (value) => facts.tokens.some((token) => token.writes && holds(value, token.value)),
      'agent_held_write_token',
    ),
  ]);
}

/** Whether a value contains a token, as it is or as git's basic authorization. */
function holds(value: string, token: string): boolean {
  return value.includes(token) || value.includes(Buffer.from(`x-access-token:${token}`).toString('base64'));
}

function namedVariables(agent: AgentFacts, pattern: RegExp, code: ViolationCode): readonly Violation[] {
  const names = Object.keys(agent.environment).filter((name) => pattern.test(name));
  return names.length === 0 ? [] : [violationOf(agent, code, names)];
}

function valuesLike(agent: AgentFacts, matches: (value: string) => boolean, code: ViolationCode): readonly Violation[] {
  const readable = { ...agent.environment, 'git config': agent.gitConfig };
  const names = Object.entries(readable).flatMap(([name, value]) => (matches(value) ? [name] : []));
  return names.length === 0 ? [] : [violationOf(agent, code, names)];
}

/** Names where it was seen, never what was seen. */
function violationOf(agent: AgentFacts, code: ViolationCode, names: readonly string[]): Violation {
  const whose = `${agent.task} on ${agent.branch ?? agent.head?.slice(0, 7) ?? agent.id}`;
  return { code, detail: `${whose}: ${names.join(', ')}`, at: new Date(agent.startedAt).toISOString() };
}
