import { setTimeout as sleep } from 'node:timers/promises';
import { writeAssignmentFile } from '../agents/assignment-file.ts';
import { addMinutes } from '../core/instant.ts';
import { canaryBranch, type Rehearsal, rehearsalId } from '../core/rehearsal.ts';
import type { PullRequestFacts } from '../core/snapshot.ts';
import { countFailures } from '../doctor/examine.ts';
import { type Finding, fail } from '../doctor/finding.ts';
import { closeCanary, openCanary, readCanary, sweepCanaries } from '../doctor/rehearsal/canary.ts';
import { found } from '../doctor/rehearsal/findings.ts';
import { type AgentJobFacts, judgeAgentJob } from '../doctor/rehearsal/judge-agent-job.ts';
import { renderReport } from '../doctor/rehearsal/report.ts';
import { readRequiredChecks } from '../doctor/rehearsal/required.ts';
import { tryPermissions } from '../doctor/rehearsal/try-permissions.ts';
import { type CanaryPatience, watchCanary } from '../doctor/rehearsal/watch-canary.ts';
import { renderDoctorSummary, renderFindings } from '../doctor/render-findings.ts';
import { RemoteError } from '../errors.ts';
import { fetchInto } from '../git/repository.ts';
import type { RehearsalInputs, RehearsedInputs } from '../inputs/read-inputs.ts';
import type { OpenedPass } from '../pass/pass.ts';
import { readOutcome } from '../pass/read-outcome.ts';
import { openPass } from './open-pass.ts';
import type { PhaseEnd } from './outputs.ts';
import type { RunnerContext } from './runner-context.ts';

/** How long the agent job may wait for its machine. */
const queueMinutes = 60;
/** Within what the settle's job has, with room to close what was opened. */
const usualPatience: CanaryPatience = { workMinutes: 10, quietMinutes: 5, pauseMs: 10_000 };

/** Opens the canary, and hands out the one agent job in which no agent works; what that shows its settle tells. */
export async function runRehearsal(
  inputs: RehearsalInputs,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<PhaseEnd> {
  const { pass } = await openPass(inputs, context, log);
  const { github, trees, settings, runUrl } = pass;
  const { base } = settings;
  const rehearsal = { run: context.run, attempt: context.attempt };
  for (const branch of await sweepCanaries(github, rehearsal)) log(`▸ close ${branch} — left over by a rehearsal`);
  await fetchInto(trees, { branches: [base] });
  const opening = await openCanary({ github, trees, base, rehearsal, runUrl });
  if (opening.kind === 'refused') {
    const findings = [found('rehearsal_canary', opening.outcome)];
    return endOf(findings, log, { matrix: '[]', count: '0', assignments: inputs.assignments });
  }
  log(`▸ open ${opening.url} — to see that CI starts and reports; it is closed by this rehearsal's settle`);
  const id = rehearsalId(rehearsal);
  await writeAssignmentFile(inputs.assignments, {
    version: 1,
    assignment: {
      version: 1,
      role: 'rehearsal',
      id,
      ...rehearsal,
      notAfter: addMinutes(pass.now(), queueMinutes),
      base: { branch: base, sha: opening.baseSha },
      startSha: opening.baseSha,
      branch: canaryBranch(rehearsal),
    },
    job: settings.jobs,
    diff: null,
    base: null,
  });
  return {
    outputs: {
      matrix: JSON.stringify([{ id, ref: opening.baseSha, review: false }]),
      count: '1',
      assignments: inputs.assignments,
    },
    summary: `### Orchestrate: rehearsal\n\nIts settle tells what was seen, and closes ${opening.url}.\n`,
  };
}

/** Looks what the canary and the agent job showed, and closes the canary, whatever that was. */
export async function runRehearsed(
  inputs: RehearsedInputs,
  context: RunnerContext,
  log: (line: string) => void,
  patience: CanaryPatience = usualPatience,
): Promise<PhaseEnd> {
  const { pass } = await openPass(inputs, context, log);
  const seen = await see(inputs, pass, patience).catch(async (error: unknown) => {
    await close(inputs.rehearsal, pass);
    throw error;
  });
  return endOf([...seen, ...(await close(inputs.rehearsal, pass))], log, {});
}

async function see(inputs: RehearsedInputs, pass: OpenedPass, patience: CanaryPatience): Promise<readonly Finding[]> {
  const { setup, verify } = pass.settings.jobs;
  const project = { setup: setup?.command ?? null, verify: verify?.command ?? null };
  const job = judgeAgentJob(await readAgentJob(inputs, pass), project);
  return [...(await watch(inputs.rehearsal, pass, patience)), ...job];
}

/** What is to be told of the closing: nothing, where it was done. */
async function close(rehearsal: Rehearsal, { github, log }: OpenedPass): Promise<readonly Finding[]> {
  const branch = canaryBranch(rehearsal);
  try {
    await closeCanary(github, rehearsal);
    log(`▸ close ${branch} — it was seen`);
    return [];
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const remedy = `Close its pull request and delete ${branch} by hand, or leave that to the next rehearsal.`;
    return [found('rehearsal_canary', fail(`the canary could not be closed: ${error.message}`, remedy))];
  }
}

async function readAgentJob(
  { rehearsal, outcome }: RehearsedInputs,
  { github }: Pick<OpenedPass, 'github'>,
): Promise<AgentJobFacts> {
  if (outcome === null) return { kind: 'nothing' };
  return await readOutcome(github, { ...outcome, assignment: rehearsalId(rehearsal), run: rehearsal.run });
}

async function watch(rehearsal: Rehearsal, pass: OpenedPass, usual: CanaryPatience): Promise<readonly Finding[]> {
  const { github, settings, policy, now, runUrl } = pass;
  const { base } = settings;
  const { allowSkipped, deadlineMinutes } = policy.checks;
  const patience = { ...usual, quietMinutes: Math.min(usual.quietMinutes, deadlineMinutes) };
  const demands = { base, required: await readRequiredChecks(github, base), allowSkipped };
  const look = (): Promise<PullRequestFacts | null> => readCanary(github, rehearsal);
  const seen = await watchCanary({ look, demands, patience, now, pause: sleep });
  const canary = await look();
  if (canary === null) return seen;
  const { headSha } = canary;
  return [...seen, ...(await tryPermissions(github, { headSha, workflow: settings.workflow, runUrl }))];
}

function endOf(findings: readonly Finding[], log: (line: string) => void, outputs: PhaseEnd['outputs']): PhaseEnd {
  for (const line of renderFindings(findings)) log(line);
  log(renderReport(findings));
  const failures = countFailures(findings);
  return {
    outputs: { ...outputs, failures: String(failures) },
    summary: renderDoctorSummary(findings, 'rehearsal'),
    ...(failures === 0 ? {} : { failure: `The rehearsal found ${failures} ${failures === 1 ? 'fault' : 'faults'}.` }),
  };
}
