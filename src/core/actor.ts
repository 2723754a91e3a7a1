import { type Command, roleNeeded } from './commands/command.ts';

/** Who gives a command, and what GitHub says that they may do in the repository. */
export interface ActorFacts {
  readonly login: string;
  readonly isBot: boolean;
  readonly canWrite: boolean;
  readonly canMaintain: boolean;
  readonly isAdmin: boolean;
  /** Of the teams that the configuration names, those that they are in. */
  readonly teams: readonly string[];
}

/** What else decides on who may steer. */
export interface SteeringRules {
  /** Beside administrators only members of one of them; empty: whoever has the permission. */
  readonly teams: readonly string[];
  readonly pausedBy: 'person' | 'budget' | null;
}

export interface Forbidden {
  readonly reason: string;
  readonly remedy: string;
}

/** Why this command is not for this actor to give, or nothing. */
export function findForbidden(
  command: Command,
  actor: ActorFacts,
  { teams, pausedBy }: SteeringRules,
): Forbidden | null {
  if (actor.isBot) {
    return { reason: `${actor.login} is a bot.`, remedy: 'Commands steer the project: a person has to give them.' };
  }
  const role = roleNeeded(command, pausedBy);
  const isAllowed = role === 'maintain' ? actor.canMaintain : actor.canWrite;
  if (isAllowed && (teams.length === 0 || actor.isAdmin || actor.teams.length > 0)) return null;
  if (isAllowed) {
    return {
      reason: `${actor.login} is in none of the teams that may give commands: ${teams.join(', ')}.`,
      remedy: 'Ask one of them, or have the configuration name another team (`commands.teams`).',
    };
  }
  const needed = role === 'maintain' ? 'the role maintain or admin' : 'write permission';
  return {
    reason: `${actor.login} may not \`${command.verb}\`: it takes ${needed} in this repository.`,
    remedy: 'Ask somebody who has it to give this command.',
  };
}
