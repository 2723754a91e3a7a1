import type { CheckFacts } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';

const tailLines = 60;
const tailCharacters = 6000;
/** Where the log of an Actions job is linked from its check: `…/actions/runs/<run>/job/<job>`. */
const jobUrl = /\/actions\/runs\/\d+\/job\/(\d+)/;

/** The checks with the end of the job's log in place of the summary, for those that failed and have a job. */
export async function readFailureLogs(
  github: Pick<GitHub, 'request'>,
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

async function readJobLog(github: Pick<GitHub, 'request'>, jobId: number): Promise<string | null> {
  const answer = await github.request(
    'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
    { job_id: jobId },
    [302, 404, 410],
  );
  if (answer.status !== 302) return null;
  const response = await fetch(String(answer.headers['location'] ?? ''), { signal: AbortSignal.timeout(30_000) });
  return response.ok ? tail(await response.text()) : null;
}

/** The last lines, without the runner's own time stamps. */
function tail(log: string): string {
  const lines = log
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\uFEFF?\d{4}-\d\d-\d\dT[\d:.]+Z /, ''));
  return lines.slice(-tailLines).join('\n').slice(-tailCharacters);
}
