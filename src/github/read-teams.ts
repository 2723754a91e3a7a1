import { z } from 'zod';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

const membershipSchema = z.object({ state: z.string() });

/**
 * Which of these teams (`organisation/team`) somebody is an active member of, teams below them included. One that our
 * token may not look into counts as one that they are not in.
 */
export async function readTeams(
  github: Pick<GitHub, 'request'>,
  login: string,
  teams: readonly string[],
): Promise<readonly string[]> {
  const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
  const memberships = await Promise.all(
    teams.map(async (team) => {
      const [org = '', slug = ''] = team.split('/');
      const answer = await github.request(route, { org, team_slug: slug, username: login }, [403, 404]);
      if (answer.status !== 200) return [];
      return parseAnswer(membershipSchema, answer.data, route).state === 'active' ? [team] : [];
    }),
  );
  return memberships.flat();
}
