import type { GitHub } from './client.ts';

/**
 * Whether this token may start runs, asked by one on a branch that is not there: GitHub looks at the permission first,
 * and starts nothing either way.
 */
export async function mayStartRuns(
  github: Pick<GitHub, 'request'>,
  { workflow, nowhere }: { readonly workflow: string; readonly nowhere: string },
): Promise<boolean> {
  const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
  const { status } = await github.request(route, { workflow_id: workflow, ref: nowhere }, [403, 404, 422]);
  return status === 422;
}
