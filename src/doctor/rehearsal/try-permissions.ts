import { canaryPrefix } from '../../core/rehearsal.ts';
import { RemoteError } from '../../errors.ts';
import type { GitHub } from '../../github/client.ts';
import { ensureCheck } from '../../github/ensure-check.ts';
import { mayStartRuns } from '../../github/may-start-runs.ts';
import { type Finding, fail, passUnless } from '../finding.ts';
import { found } from './findings.ts';

export interface Trial {
  readonly headSha: string;
  /** File name of the Orchestrate workflow. */
  readonly workflow: string;
  readonly runUrl: string;
}

/** What the trusted phases must be let do besides pushing and opening, tried where it leaves nothing but a word on the canary. */
export async function tryPermissions(github: Pick<GitHub, 'request'>, trial: Trial): Promise<readonly Finding[]> {
  const { headSha: sha, workflow, runUrl } = trial;
  const reporting = await isDone(() =>
    ensureCheck(github, {
      sha,
      name: 'orchestrate/rehearsal',
      externalId: 'orchestrate',
      conclusion: 'neutral',
      title: 'A rehearsal',
      summary: 'What it showed stands on the page of its run.',
      detailsUrl: runUrl,
    }),
  );
  const starting = await mayStartRuns(github, { workflow, nowhere: `${canaryPrefix}nowhere` });
  const remedy = (scope: string): string =>
    `Settings of the App → Permissions → ${scope}: write; then accept the change where it is installed.`;
  const outcomes = passUnless(
    [
      ...(reporting ? [] : [fail('the App may not report checks: no verdict could be shown', remedy('checks'))]),
      ...(starting ? [] : [fail('the App may not start runs: no pass could start the next', remedy('actions'))]),
    ],
    'the App may push, open pull requests, report checks and start runs',
  );
  return outcomes.map((outcome) => found('rehearsal_permissions', outcome));
}

/** Trouble on the way is no answer to what is asked. */
async function isDone(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof RemoteError && (error.status === 403 || error.status === 404)) return false;
    throw error;
  }
}
