import * as core from '@actions/core';
import { describeProblem } from './config/problem.ts';
import { type Inputs, readInputs } from './inputs/read-inputs.ts';
import { runAgentPhase } from './phases/agent.ts';
import { runCommandPhase } from './phases/command.ts';
import { explainFailure } from './phases/explain-failure.ts';
import type { Outputs } from './phases/outputs.ts';
import { runPlan } from './phases/plan.ts';
import { readRunnerContext } from './phases/runner-context.ts';
import { runSettle } from './phases/settle.ts';

await run();

/** Reads the inputs, runs the phase, says what came of it; a fault of the user's is told with its remedy, ours with its stack. */
async function run(): Promise<void> {
  try {
    const reading = readInputs(process.env);
    if (reading.kind === 'problems') {
      for (const problem of reading.problems) core.error(describeProblem(problem));
      core.setFailed(`${reading.problems.length} problem(s) with the inputs of this step.`);
      return;
    }
    const outputs = await runPhase(reading.inputs);
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  } catch (error) {
    fail(error);
  }
}

async function runPhase(inputs: Inputs): Promise<Outputs> {
  const context = readRunnerContext(process.env);
  switch (inputs.phase) {
    case 'plan':
      core.setSecret(inputs.token);
      return await runPlan(inputs, context, core.info);
    case 'settle':
      core.setSecret(inputs.token);
      return await runSettle(inputs, context, core.info);
    case 'command':
      core.setSecret(inputs.token);
      return await runCommandPhase(inputs, context, core.info);
    case 'agent':
      await runAgentPhase({
        assignmentId: inputs.assignment,
        assignmentsDirectory: inputs.assignments,
        workspace: context.workspace,
        outcomeDirectory: inputs.outcome,
        run: context.run,
        attempt: context.attempt,
        now: Date.now,
        environment: process.env,
        log: core.info,
      });
      return { outcome: inputs.outcome };
  }
}

function fail(error: unknown): void {
  const explanation = explainFailure(error);
  if (explanation !== null) {
    core.setFailed(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
    return;
  }
  core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
