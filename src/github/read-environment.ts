import { z } from 'zod';
import type { EnvironmentFacts } from '../core/repository-settings.ts';
import type { GitHub } from './client.ts';
import { look } from './look.ts';
import { parseAnswer } from './parse-answer.ts';
import { readSecretNames } from './read-secret-names.ts';

const environmentSchema = z.object({
  name: z.string(),
  deployment_branch_policy: z
    .object({ protected_branches: z.boolean(), custom_branch_policies: z.boolean() })
    .nullish(),
});
const policiesSchema = z.object({ branch_policies: z.array(z.object({ name: z.string().optional() })) });

const administrator = 'Run `npx . doctor` as an administrator of the repository.';

/** An environment: whom it lets in, and what its secrets are called; null where there is none of that name. */
export async function readEnvironment(github: Pick<GitHub, 'request'>, name: string): Promise<EnvironmentFacts | null> {
  const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}';
  const answer = await github.request(route, { environment_name: name }, [404]);
  if (answer.status === 404) return null;
  const { deployment_branch_policy: policy } = parseAnswer(environmentSchema, answer.data, route);
  const secrets = look(administrator, () =>
    readSecretNames(github, 'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets', {
      environment_name: name,
    }),
  );
  if (policy === null || policy === undefined) return { name, policy: { kind: 'none' }, secrets: await secrets };
  if (policy.protected_branches) return { name, policy: { kind: 'protected_branches' }, secrets: await secrets };
  const patterns = await look(administrator, () => readPatterns(github, name));
  return { name, policy: { kind: 'patterns', patterns }, secrets: await secrets };
}

async function readPatterns(github: Pick<GitHub, 'request'>, name: string): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
  const answer = await github.request(route, { environment_name: name, per_page: 100 });
  return parseAnswer(policiesSchema, answer.data, route).branch_policies.map((policy) => policy.name ?? '');
}
