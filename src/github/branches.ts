import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

const refsSchema = z.array(z.object({ ref: z.string() }));
const pullsSchema = z.array(z.object({ number: z.number(), head: z.object({ ref: z.string() }) }));
const branches = 'refs/heads/';

/** The names of the branches that begin with a prefix. */
export async function listBranches(github: Pick<GitHub, 'request'>, prefix: string): Promise<readonly string[]> {
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
  const answer = await github.request(route, { ref: `heads/${prefix}` });
  const found = parseAnswer(refsSchema, answer.data, route);
  return found.flatMap(({ ref }) => (ref.startsWith(branches) ? ref.slice(branches.length) : []));
}

/** The numbers of the open pull requests of a branch of this repository. */
export async function listOpenOf(
  github: Pick<GitHub, 'owner' | 'request'>,
  branch: string,
): Promise<readonly number[]> {
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const answer = await github.request(route, { state: 'open', head: `${github.owner}:${branch}`, per_page: 100 });
  const found = parseAnswer(pullsSchema, answer.data, route);
  // GitHub ignores a filter it cannot make sense of and lists everything.
  return found.flatMap(({ number, head }) => (head.ref === branch ? [number] : []));
}

/** Deletes a branch; one that is gone already stays so. */
export async function ensureBranchGone(github: Pick<GitHub, 'request'>, branch: string): Promise<void> {
  const route = 'DELETE /repos/{owner}/{repo}/git/refs/{ref}';
  const { status } = await github.request(route, { ref: `heads/${branch}` }, [422]);
  // The same answer for a branch that is not there and for one that a rule keeps.
  if (status !== 422 || !(await listBranches(github, branch)).includes(branch)) return;
  throw new RemoteError(`GitHub keeps the branch ${branch}`, {
    request: route,
    status,
    requestId: null,
    retryable: false,
  });
}
