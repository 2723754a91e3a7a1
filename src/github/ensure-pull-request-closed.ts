import type { GitHub } from './client.ts';

/** Closes a pull request that is open; one that is closed or merged already stays as it is. */
export async function ensurePullRequestClosed(github: Pick<GitHub, 'request'>, number: number): Promise<void> {
  const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';
  await github.request(route, { pull_number: number, state: 'closed' });
}
