import type { Applied } from '../core/applied.ts';
import type { StartBaseCi } from '../core/decision.ts';
import { rerunRun } from '../github/rerun-run.ts';
import { startWorkflow } from '../github/start-workflow.ts';
import type { LeasedPass } from './under-lease.ts';

/** Runs again what was cancelled, or starts what never ran; refused when GitHub would start none of it. */
export async function applyStartBaseCi({ sha, runs, workflows }: StartBaseCi, pass: LeasedPass): Promise<Applied> {
  const { github, settings } = pass;
  const answers = await Promise.all([
    ...runs.map((run) => rerunRun(github, run)),
    ...workflows.map((workflow) => startWorkflow(github, { workflow, ref: settings.base, sha })),
  ]);
  return { isRefused: answers.every(({ kind }) => kind === 'refused') };
}
