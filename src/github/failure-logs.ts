import type { CheckFacts } from '../core/snapshot.ts';
import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { fetchDownload, locateDownload } from './download.ts';

const logBytes = 32 * 2 ** 20;
const tailLines = 60;
const tailCharacters = 6000;
/** Where the log of an Actions job is linked from its check: `…/actions/runs/<run>/job/<job>`. */
const jobUrl = /\/actions\/runs\/\d+\/job\/(\d+)/;

/** The checks with the end of the job's log in place of the summary, for those that failed and have a job. */
export async function readFailureLogs(
  github: Pick<GitHub, 'request' | 'protocol'>,
  checks: readonly CheckFacts[],
): Promise<readonly CheckFacts[]> {
  return await Promise.all(
    checks.map(async (check) => {
      const job = check.state === 'failure' ? jobUrl.exec(check.url ?? '')?.[1] : undefined;
      if (job === undefined) return check;
      return { ...check, summary: (await readJobLog(github, Number(job))) ?? check.summary };
    }),
  );
}

/** The end of a job's log; nothing when it cannot be had: it is a help for the author, nothing is decided by it. */
async function readJobLog(github: Pick<GitHub, 'request' | 'protocol'>, jobId: number): Promise<string | null> {
  try {
    const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';
    const location = await locateDownload(github, route, { job_id: jobId });
    const log = location === null ? null : await fetchDownload(location, logBytes);
    return log === null ? null : tail(log.toString('utf8'));
  } catch (error) {
    if (error instanceof RemoteError) return null;
    throw error;
  }
}

/** The last lines, without the runner's own time stamps. */
function tail(log: string): string {
  const lines = log
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /, ''));
  return lines.slice(-tailLines).join('\n').slice(-tailCharacters);
}
