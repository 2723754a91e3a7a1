import { countFailures, examine } from '../doctor/examine.ts';
import { gatherDoctorFacts } from '../doctor/gather.ts';
import { renderDoctorSummary, renderFindings } from '../doctor/render-findings.ts';
import { createGitHub } from '../github/client.ts';
import type { DoctorInputs } from '../inputs/read-inputs.ts';
import type { PhaseEnd } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/** Looks whether the repository has all that the loop needs, as the App sees it; writes nothing, fails on any failure. */
export async function runDoctorPhase(
  inputs: DoctorInputs,
  { apiUrl, owner, repo }: Pick<RunnerContext, 'apiUrl' | 'owner' | 'repo'>,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const github = createGitHub({ token: inputs.token, apiUrl, owner, repo });
  const { config, workflow, stateBranch, server } = inputs;
  const question = { where: 'phase', config, workflow, stateBranch, server, app: null, now: Date.now() } as const;
  const findings = examine(await gatherDoctorFacts(github, question));
  for (const line of renderFindings(findings)) log(line);
  const failures = countFailures(findings);
  return {
    outputs: { failures: String(failures) },
    summary: renderDoctorSummary(findings),
    ...(failures === 0
      ? {}
      : {
          failure: `The doctor found ${failures} ${failures === 1 ? 'fault' : 'faults'}: see the summary of this run.`,
        }),
  };
}
