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

export interface Forbidden {
  readonly reason: string;
  readonly remedy: string;
}

/** Why this command is not for this actor to give, or nothing. */
export function findForbidden(command: Command, actor: ActorFacts): Forbidden | null {
  if (actor.isBot) {
    return { reason: `${actor.login} is a bot.`, remedy: 'Commands steer the project: a person has to give them.' };
  }
  const role = roleNeeded(command);
  if (role === 'maintain' ? actor.canMaintain : actor.canWrite) return null;
  const needed = role === 'maintain' ? 'the role maintain or admin' : 'write permission';
  return {
    reason: `${actor.login} may not \`${command.verb}\`: it takes ${needed} in this repository.`,
    remedy: 'Ask somebody who has it to run the workflow with this command.',
  };
}
