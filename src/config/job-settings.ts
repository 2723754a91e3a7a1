import type { JobSettings } from '../agents/assignment-file.ts';
import type { Command, Config } from './schema.ts';

/**
 * What an agent job needs of the configuration, and the paths that its work is judged by; an agent's command always as a
 * list of arguments.
 */
export function toJobSettings(config: Config, protectedPaths: readonly string[]): JobSettings {
  const { implement, review, environment } = config.agents;
  return {
    author: agentSettings(implement),
    reviewer: agentSettings(review),
    setup: stepSettings(config.setup),
    verify: stepSettings(config.verify),
    environment,
    protectedPaths: [...protectedPaths],
  };
}

function agentSettings(agent: Config['agents']['implement']): JobSettings['author'] {
  return {
    command: toArguments(agent.command),
    timeoutMinutes: agent['timeout-minutes'],
    outputLimitKb: agent['output-limit-kb'],
  };
}

function stepSettings(step: Config['setup']): JobSettings['setup'] {
  if (step === undefined) return null;
  return { command: step.command, timeoutMinutes: step['timeout-minutes'] };
}

function toArguments(command: Command): string[] {
  return typeof command === 'string' ? ['bash', '-c', command] : command;
}
