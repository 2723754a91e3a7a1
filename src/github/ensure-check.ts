import { z } from 'zod';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { parseAnswer } from './parse-answer.ts';

export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'skipped' | 'cancelled' | 'action_required';

export interface WantedCheck {
  readonly sha: string;
  readonly name: string;
  /** Tells our check run from another app's of the same name. */
  readonly externalId: string;
  /** Null for a check that is still in progress. */
  readonly conclusion: CheckConclusion | null;
  readonly title: string;
  readonly summary: string;
  readonly detailsUrl: string | null;
}

const checkRunSchema = z.object({
  id: z.number(),
  name: z.string(),
  external_id: z.string().nullable(),
  status: z.string(),
  conclusion: z.string().nullable(),
  details_url: z.string().nullable(),
  output: z.object({ title: z.string().nullable(), summary: z.string().nullable() }),
});
type CheckRun = z.infer<typeof checkRunSchema>;

/** Our check run of this name on this commit, as wanted; nothing is written when it already says so. Returns its id. */
export async function ensureCheck(github: Pick<GitHub, 'request'>, wanted: WantedCheck): Promise<number> {
  const found = await findCheck(github, wanted);
  if (found !== null && isAsWanted(found, wanted)) return found.id;
  const isReopening = found?.status === 'completed' && wanted.conclusion === null;
  // What is completed stays so: a newer check run of the same name takes its place.
  if (found === null || isReopening) return createCheck(github, wanted);
  const updated = await updateCheck(github, found.id, wanted);
  return updated ?? createCheck(github, wanted);
}

async function findCheck(github: Pick<GitHub, 'request'>, wanted: WantedCheck): Promise<CheckRun | null> {
  const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  const answer = await github.request(route, { ref: wanted.sha, check_name: wanted.name, per_page: 100 });
  const { check_runs } = parseAnswer(z.object({ check_runs: z.array(checkRunSchema) }), answer.data, route);
  const ours = check_runs.filter((run) => run.name === wanted.name && run.external_id === wanted.externalId);
  return ours.sort((one, other) => other.id - one.id)[0] ?? null;
}

function isAsWanted(run: CheckRun, wanted: WantedCheck): boolean {
  return (
    run.status === (wanted.conclusion === null ? 'in_progress' : 'completed') &&
    run.conclusion === wanted.conclusion &&
    run.output.title === wanted.title &&
    run.output.summary === wanted.summary &&
    (wanted.detailsUrl === null || run.details_url === wanted.detailsUrl)
  );
}

async function createCheck(github: Pick<GitHub, 'request'>, wanted: WantedCheck): Promise<number> {
  const route = 'POST /repos/{owner}/{repo}/check-runs';
  try {
    const body = { name: wanted.name, head_sha: wanted.sha, external_id: wanted.externalId, ...composeState(wanted) };
    const answer = await github.request(route, body);
    return parseAnswer(z.object({ id: z.number() }), answer.data, route).id;
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const found = await findCheck(github, wanted);
    if (found === null || !isAsWanted(found, wanted)) throw error;
    return found.id;
  }
}

/** The id of the updated check run, or nothing when it belongs to another app, which alone may change it. */
async function updateCheck(github: Pick<GitHub, 'request'>, id: number, wanted: WantedCheck): Promise<number | null> {
  const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
  try {
    const answer = await github.request(route, { check_run_id: id, ...composeState(wanted) }, [403]);
    return answer.status === 403 ? null : id;
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const found = await findCheck(github, wanted);
    if (found === null || !isAsWanted(found, wanted)) throw error;
    return found.id;
  }
}

function composeState(wanted: WantedCheck): Readonly<Record<string, unknown>> {
  const state =
    wanted.conclusion === null ? { status: 'in_progress' } : { status: 'completed', conclusion: wanted.conclusion };
  const details = wanted.detailsUrl === null ? {} : { details_url: wanted.detailsUrl };
  return { ...state, ...details, output: { title: wanted.title, summary: wanted.summary } };
}
