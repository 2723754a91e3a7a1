import { RemoteError } from '../errors.ts';
import type { GitHub } from './client.ts';
import { readRuns } from './read-runs.ts';

export interface WantedRun {
  /** File name of the workflow. */
  readonly workflow: string;
  readonly ref: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Starts a run of the workflow; after a lost answer it is enough that one is queued. */
export async function dispatchWorkflow(github: Pick<GitHub, 'request'>, wanted: WantedRun): Promise<void> {
  try {
    await github.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
      workflow_id: wanted.workflow,
      ref: wanted.ref,
      inputs: wanted.inputs ?? {},
    });
  } catch (error) {
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const { queuedRuns } = await readRuns(github, { workflow: wanted.workflow, runs: [], newest: 10 });
    if (queuedRuns === 0) throw error;
  }
}
