import type { CheckFacts } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import { readJobLog } from './job-log.ts';

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
      const log = await readJobLog(github, Number(job));
      return log === null ? check : { ...check, summary: tail(log) };
    }),
  );
}

/** The last lines: a help for the author, nothing is decided by it. */
function tail(log: string): string {
  return log.trimEnd().split('\n').slice(-tailLines).join('\n').slice(-tailCharacters);
}
