import { z } from 'zod';
import type { AgentRun, RunnerFacts } from '../core/repository-settings.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

const settingsRoute = 'GET /repos/{owner}/{repo}/actions/permissions/workflow';
const settingsSchema = z.object({
  default_workflow_permissions: z.enum(['read', 'write']),
  can_approve_pull_request_reviews: z.boolean(),
});
const runnersSchema = z.object({
  runners: z.array(
    z.object({ name: z.string(), labels: z.array(z.object({ name: z.string() })), ephemeral: z.boolean().optional() }),
  ),
});
const workflowSchema = z.object({ state: z.string() });
const runsSchema = z.object({
  workflow_runs: z.array(
    z.object({ head_branch: z.string().nullable(), conclusion: z.string().nullable(), created_at: z.string() }),
  ),
});

/** What a job's token may do where no workflow says it. */
export async function readDefaultPermissions(github: Pick<GitHub, 'request'>): Promise<'read' | 'write'> {
  return (await readSettings(github)).default_workflow_permissions;
}

/** Whether GitHub Actions may create and approve pull requests: one setting for both. */
export async function readActionsMayApprove(github: Pick<GitHub, 'request'>): Promise<boolean> {
  return (await readSettings(github)).can_approve_pull_request_reviews;
}

async function readSettings(github: Pick<GitHub, 'request'>): Promise<z.infer<typeof settingsSchema>> {
  return parseAnswer(settingsSchema, (await github.request(settingsRoute, {})).data, settingsRoute);
}

/** The repository's own runners. */
export function readRunners(github: Pick<GitHub, 'request'>): Promise<readonly RunnerFacts[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/runners';
  return readPages(github, route, {}, (data) =>
    parseAnswer(runnersSchema, data, route).runners.map(({ name, labels, ephemeral }) => ({
      name,
      labels: labels.map((label) => label.name),
      isEphemeral: ephemeral === true,
    })),
  );
}

/** Whether a workflow is switched on, and when its schedule fired last; null where GitHub knows none of that file. */
export async function readScheduledWorkflow(
  github: Pick<GitHub, 'request'>,
  file: string,
): Promise<{ readonly state: string; readonly lastScheduled: number | null } | null> {
  const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}';
  const answer = await github.request(route, { workflow_id: file }, [404]);
  if (answer.status === 404) return null;
  const { state } = parseAnswer(workflowSchema, answer.data, route);
  const runsRoute = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
  const runs = await github.request(runsRoute, { workflow_id: file, event: 'schedule', per_page: 1 });
  const [last] = parseAnswer(runsSchema, runs.data, runsRoute).workflow_runs;
  return { state, lastScheduled: last === undefined ? null : Date.parse(last.created_at) };
}

/** The newest runs for pull requests whose branch has one of these prefixes. */
export async function readAgentRuns(
  github: Pick<GitHub, 'request'>,
  prefixes: readonly string[],
): Promise<readonly AgentRun[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs';
  const answer = await github.request(route, { event: 'pull_request', per_page: 100 });
  return parseAnswer(runsSchema, answer.data, route)
    .workflow_runs.filter(({ head_branch: branch }) => prefixes.some((prefix) => branch?.startsWith(prefix) === true))
    .map(({ conclusion, created_at }) => ({ conclusion, at: Date.parse(created_at) }));
}
