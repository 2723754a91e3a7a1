import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { fetchDownload, locateDownload } from './download.ts';

const logBytes = 32 * 2 ** 20;

/** The log of a job, without the runner's time stamps; null when it cannot be had (any more). */
export async function readJobLog(github: Pick<GitHub, 'request' | 'protocol'>, jobId: number): Promise<string | null> {
  try {
    const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';
    const location = await locateDownload(github, route, { job_id: jobId });
    const log = location === null ? null : await fetchDownload(location, logBytes);
    return log === null ? null : log.toString('utf8').replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /gm, '');
  } catch (error) {
    if (error instanceof RemoteError) return null;
    throw error;
  }
}
