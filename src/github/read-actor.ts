import type { ActorFacts } from '../core/actor.ts';
import type { GitHub } from './client.ts';
import { readPermission } from './permission.ts';
import { readTeams } from './read-teams.ts';

/** Tells what somebody may do, and asks GitHub once for each login. */
export type ActorReader = (login: string) => Promise<ActorFacts>;

/** Reads permissions, and which of these teams somebody is in, for as long as one look takes. */
export function createActorReader(github: Pick<GitHub, 'request'>, teams: readonly string[]): ActorReader {
  const known = new Map<string, Promise<ActorFacts>>();

  async function read(login: string): Promise<ActorFacts> {
    const [facts, theirs] = await Promise.all([readPermission(github, login), readTeams(github, login, teams)]);
    return { ...facts, teams: theirs };
  }

  return (login) => {
    const asked = known.get(login) ?? read(login);
    known.set(login, asked);
    return asked;
  };
}
