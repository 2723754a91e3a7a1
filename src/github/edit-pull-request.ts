import type { GitHub } from './client.ts';

/** Title and body of a pull request, as wanted; said twice it changes nothing more. */
export async function editPullRequest(
  github: Pick<GitHub, 'request'>,
  { number, title, body }: { readonly number: number; readonly title: string; readonly body: string },
): Promise<void> {
  const route = 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}';
  await github.request(route, { pull_number: number, title, body });
}
