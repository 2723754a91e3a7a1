import { z } from 'zod';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';
import type { Route } from './routes.ts';

const secretsSchema = z.object({ secrets: z.array(z.object({ name: z.string() })) });

/** The names of secrets; their values GitHub tells nobody. */
export function readSecretNames(
  github: Pick<GitHub, 'request'>,
  route: Route,
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  return readPages(github, route, parameters, (data) =>
    parseAnswer(secretsSchema, data, route).secrets.map(({ name }) => name),
  );
}

/** The names of the secrets that every workflow of the repository can read, the organisation's among them. */
export async function readRepositorySecrets(github: Pick<GitHub, 'request'>): Promise<readonly string[]> {
  const lists = await Promise.all([
    readSecretNames(github, 'GET /repos/{owner}/{repo}/actions/secrets'),
    readOrganisationSecrets(github),
  ]);
  return [...new Set(lists.flat())];
}

/** None where the repository belongs to a person: GitHub need not know such a list there. */
async function readOrganisationSecrets(github: Pick<GitHub, 'request'>): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/organization-secrets';
  const answer = await github.request(route, { per_page: 1 }, [404]);
  return answer.status === 404 ? [] : readSecretNames(github, route);
}
