import './zod-settings.ts';
import { dirname, join } from 'node:path';
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
import * as runner from './workflow-commands.ts';

const words = process.argv.slice(2);
// The runner gives no words to an action.
if (words.length === 0) await run();
else process.exitCode = await runCommandLine(words, process.env, (line) => void process.stdout.write(`${line}\n`));

/** Reads the inputs, runs the phase, says what came of it; a fault of the user's is told with its remedy, ours with its stack. */
async function run(): Promise<void> {
  try {
    for (const key of keysIn(process.env)) runner.setSecret(key);
    const reading = readInputs(process.env);
    if (reading.kind === 'problems') {
      for (const problem of reading.problems) runner.error(describeProblem(problem));
      runner.setFailed(`${reading.problems.length} problem(s) with the inputs of this step.`);
      return;
    }
    const context = readRunnerContext(process.env);
    const since = performance.now();
    const { outputs, summary, failure } = await runPhase(reading.inputs, context);
    runner.info(`· took ${Math.round(performance.now() - since)} ms`);
    for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
    summarise(summary);
    if (failure !== undefined) runner.setFailed(failure);
  } catch (error) {
    explain(error);
  }
}

async function runPhase(inputs: Inputs, context: RunnerContext): Promise<PhaseEnd> {
  switch (inputs.phase) {
    case 'plan':
      runner.setSecret(inputs.token);
      return await runPlan(inputs, context, runner.info);
    case 'rehearsal':
      runner.setSecret(inputs.token);
      return await runRehearsal(inputs, context, runner.info);
    case 'rehearsed':
      runner.setSecret(inputs.token);
      return await runRehearsed(inputs, context, runner.info);
    case 'settle':
      runner.setSecret(inputs.token);
      return await runSettle(inputs, context, runner.info);
    case 'command':
      runner.setSecret(inputs.token);
      return await runCommandPhase(inputs, context, runner.info);
    case 'doctor':
      runner.setSecret(inputs.token);
      return await runDoctorPhase(inputs, context, runner.info);
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
        log: runner.info,
      });
      const summary = await summariseAgent(inputs, outcome, Date.now() - since);
      return { outputs: { outcome: inputs.outcome }, summary };
    }
  }
}

function explain(error: unknown): void {
  const explanation = explainFailure(error);
  if (explanation === null) {
    runner.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } else {
    runner.setFailed(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
    summarise(renderFailureSummary(explanation));
  }
}

/** What people find on the run's page; that it cannot be written is no reason to fail. */
function summarise(markdown: string): void {
  try {
    runner.addSummary(markdown);
  } catch (error) {
    runner.info(`The job's summary was not written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
