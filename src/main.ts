import './zod-settings.ts';
import { dirname, join } from 'node:path';
import * as core from '@actions/core';
import { describeProblem } from './config/problem.ts';
import { type Inputs, readInputs } from './inputs/read-inputs.ts';
import { keysIn } from './inputs/read-server.ts';
import { runAgentPhase } from './phases/agent.ts';
import { summariseAgent } from './phases/agent-summary.ts';
import { runCommandPhase } from './phases/command.ts';
import { runCommandLine } from './phases/command-line.ts';
import { runDoctorPhase } from './phases/doctor.ts';
import { explainFailure } from './phases/explain-failure.ts';
import type { PhaseEnd } from './phases/outputs.ts';
import { runPlan } from './phases/plan.ts';
import { runRehearsal, runRehearsed } from './phases/rehearsal.ts';
import { type RunnerContext, readRunnerContext } from './phases/runner-context.ts';
import { runSettle } from './phases/settle.ts';
import { renderFailureSummary } from './render/summary.ts';

const words = process.argv.slice(2);
// The runner gives no words to an action.
if (words.length === 0) await run();
else process.exitCode = await runCommandLine(words, process.env, (line) => void process.stdout.write(`${line}\n`));

/** Reads the inputs, runs the phase, says what came of it; a fault of the user's is told with its remedy, ours with its stack. */
async function run(): Promise<void> {
  try {
    for (const key of keysIn(process.env)) core.setSecret(key);
    const reading = readInputs(process.env);
    if (reading.kind === 'problems') {
      for (const problem of reading.problems) core.error(describeProblem(problem));
      core.setFailed(`${reading.problems.length} problem(s) with the inputs of this step.`);
      return;
    }
    const context = readRunnerContext(process.env);
    const since = performance.now();
    const { outputs, summary, failure } = await runPhase(reading.inputs, context);
    core.info(`· took ${Math.round(performance.now() - since)} ms`);
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    await summarise(summary);
    if (failure !== undefined) core.setFailed(failure);
  } catch (error) {
    await explain(error);
  }
}

async function runPhase(inputs: Inputs, context: RunnerContext): Promise<PhaseEnd> {
  switch (inputs.phase) {
    case 'plan':
      core.setSecret(inputs.token);
      return await runPlan(inputs, context, core.info);
    case 'rehearsal':
      core.setSecret(inputs.token);
      return await runRehearsal(inputs, context, core.info);
    case 'rehearsed':
      core.setSecret(inputs.token);
      return await runRehearsed(inputs, context, core.info);
    case 'settle':
      core.setSecret(inputs.token);
      return await runSettle(inputs, context, core.info);
    case 'command':
      core.setSecret(inputs.token);
      return await runCommandPhase(inputs, context, core.info);
    case 'doctor':
      core.setSecret(inputs.token);
      return await runDoctorPhase(inputs, context, core.info);
    case 'agent': {
      const since = Date.now();
      const outcome = await runAgentPhase({
        assignmentId: inputs.assignment,
        assignmentsDirectory: inputs.assignments,
        workspace: context.workspace,
        outcomeDirectory: inputs.outcome,
        // Beside the bundle that runs here, in the action's own folder.
        loopctl: join(dirname(process.argv[1] ?? ''), '..', 'bin', 'loopctl.mjs'),
        run: context.run,
        attempt: context.attempt,
        now: Date.now,
        environment: process.env,
        log: core.info,
      });
      const summary = await summariseAgent(inputs, outcome, Date.now() - since);
      return { outputs: { outcome: inputs.outcome }, summary };
    }
  }
}

async function explain(error: unknown): Promise<void> {
  const explanation = explainFailure(error);
  if (explanation === null) {
    core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } else {
    core.setFailed(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
    await summarise(renderFailureSummary(explanation));
  }
}

/** What people find on the run's page; that it cannot be written is no reason to fail. */
async function summarise(markdown: string): Promise<void> {
  try {
    await core.summary.addRaw(markdown).write();
  } catch (error) {
    core.info(`The job's summary was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
