import './zod-settings.ts';
import { describeProblem } from './config/problem.ts';
import { type Inputs, readInputs } from './inputs/read-inputs.ts';
import { runAgentPhase } from './phases/agent.ts';
import { summariseAgent } from './phases/agent-summary.ts';
import { runCommandPhase } from './phases/command.ts';
import { explainFailure } from './phases/explain-failure.ts';
import type { PhaseEnd } from './phases/outputs.ts';
import { runPlan } from './phases/plan.ts';
import { type RunnerContext, readRunnerContext } from './phases/runner-context.ts';
import { runSettle } from './phases/settle.ts';
import { renderFailureSummary } from './render/summary.ts';
import { commandError, commandMask, writeOutput, writeSummary } from './workflow-commands.ts';

await run();

/** Reads the inputs, runs the phase, says what came of it; a fault of the user's is told with its remedy, ours with its stack. */
async function run(): Promise<void> {
  try {
    const reading = readInputs(process.env);
    if (reading.kind === 'problems') {
      for (const problem of reading.problems) print(commandError(describeProblem(problem)));
      fail(`${reading.problems.length} problem(s) with the inputs of this step.`);
      return;
    }
    const context = readRunnerContext(process.env);
    const { outputs, summary } = await runPhase(reading.inputs, context);
    for (const [name, value] of Object.entries(outputs)) writeOutput(context.outputPath, name, value);
    summarise(summary);
  } catch (error) {
    explain(error);
  }
}

async function runPhase(inputs: Inputs, context: RunnerContext): Promise<PhaseEnd> {
  switch (inputs.phase) {
    case 'plan':
      print(commandMask(inputs.token));
      return await runPlan(inputs, context, log);
    case 'settle':
      print(commandMask(inputs.token));
      return await runSettle(inputs, context, log);
    case 'command':
      print(commandMask(inputs.token));
      return await runCommandPhase(inputs, context, log);
    case 'agent': {
      const since = Date.now();
      const outcome = await runAgentPhase({
        assignmentId: inputs.assignment,
        assignmentsDirectory: inputs.assignments,
        workspace: context.workspace,
        outcomeDirectory: inputs.outcome,
        run: context.run,
        attempt: context.attempt,
        now: Date.now,
        environment: process.env,
        log: log,
      });
      const summary = await summariseAgent(inputs, outcome, Date.now() - since);
      return { outputs: { outcome: inputs.outcome }, summary };
    }
  }
}

function explain(error: unknown): void {
  const explanation = explainFailure(error);
  if (explanation === null) {
    fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } else {
    fail(`${explanation.message}\nWhat to do: ${explanation.remedy}`);
    summarise(renderFailureSummary(explanation));
  }
}

function fail(message: string): void {
  process.exitCode = 1;
  print(commandError(message));
}

/** What people find on the run's page; that it cannot be written is no reason to fail. */
function summarise(markdown: string): void {
  const fault = writeSummary(process.env['GITHUB_STEP_SUMMARY'] ?? '', markdown);
  if (fault !== null) log(`The job's summary was not written: ${fault}`);
}

function log(line: string): void {
  print(`${line}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
