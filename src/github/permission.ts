import { z } from 'zod';
import type { ActorFacts } from '../core/actor.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

const permissionSchema = z.object({
  permission: z.string(),
  role_name: z.string(),
  user: z
    .object({ type: z.string(), permissions: z.object({ maintain: z.boolean().optional() }).optional() })
    .nullable(),
});

/**
 * What somebody may do in the repository. `permission` knows four words and says what a role of one's own making is
 * based on; only what is told of the user tells `maintain` then.
 */
export async function readPermission(
  github: Pick<GitHub, 'request'>,
  login: string,
): Promise<Omit<ActorFacts, 'teams'>> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const answer = await github.request(route, { username: login }, [404]);
  if (answer.status === 404) {
    return { login, isBot: login.endsWith('[bot]'), canWrite: false, canMaintain: false, isAdmin: false };
  }
  const { permission, role_name: role, user } = parseAnswer(permissionSchema, answer.data, route);
  const isAdmin = permission === 'admin';
  return {
    login,
    isBot: user?.type === 'Bot' || login.endsWith('[bot]'),
    canWrite: isAdmin || permission === 'write',
    canMaintain: isAdmin || role === 'maintain' || user?.permissions?.maintain === true,
    isAdmin,
  };
}
