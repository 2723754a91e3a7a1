import './zod-settings.ts';
import { dirname, join } from 'node:path';
import * as core from '@actions/core';
import { describeProblem } from './config/problem.ts';
import { type Inputs, readInputs, secretsIn } from './inputs/read-inputs.ts';
import { explainFailure } from './phases/explain-failure.ts';
import type { PhaseEnd } from './phases/outputs.ts';
import { type RunnerContext, readRunnerContext } from './phases/runner-context.ts';
import { renderFailureSummary } from './render/summary.ts';

const words = process.argv.slice(2);
// The runner gives no words to an action.
if (words.length === 0) await run();
else await runWords();

async function runWords(): Promise<void> {
  const { runCommandLine } = await import('./phases/command-line.ts');
  process.exitCode = await runCommandLine(words, process.env, (line) => void process.stdout.write(`${line}\n`));
}

/** Reads the inputs, runs the phase, says what came of it; a fault of the user's is told with its remedy, ours with its stack. */
async function run(): Promise<void> {
  try {
    for (const secret of secretsIn(process.env)) core.setSecret(secret);
    const reading = readInputs(process.env);
    if (reading.kind === 'problems') {
      for (const problem of reading.problems) core.error(describeProblem(problem));
      core.setFailed(`${reading.problems.length} problem(s) with the inputs of this step.`);
      return;
    }
    const { inputs } = reading;
    const runPhase = await bringPhase(inputs, readRunnerContext(process.env));
    const since = performance.now();
    const { outputs, summary, annotations = [], failure } = await runPhase();
    core.info(`· took ${Math.round(performance.now() - since)} ms`);
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    for (const { title, message } of annotations) core.warning(message, { title });
    await summarise(summary);
    if (failure !== undefined) core.setFailed(failure);
  } catch (error) {
    await explain(error);
  }
}

/** The phase, ready to begin: no phase loads what only another one needs. */
async function bringPhase(inputs: Inputs, context: RunnerContext): Promise<() => Promise<PhaseEnd>> {
  switch (inputs.phase) {
    case 'plan': {
      const { runPlan } = await import('./phases/plan.ts');
      return () => runPlan(inputs, context, core.info);
    }
    case 'dry-run': {
      const { runDryRun } = await import('./phases/dry-run.ts');
      return () => runDryRun(inputs, context, core.info);
    }
    case 'rehearsal': {
      const { runRehearsal } = await import('./phases/rehearsal.ts');
      return () => runRehearsal(inputs, context, core.info);
    }
    case 'rehearsed': {
      const { runRehearsed } = await import('./phases/rehearsal.ts');
      return () => runRehearsed(inputs, context, core.info);
    }
    case 'settle': {
      const { runSettle } = await import('./phases/settle.ts');
      return () => runSettle(inputs, context, core.info);
    }
    case 'command': {
      const { runCommandPhase } = await import('./phases/command.ts');
      return () => runCommandPhase(inputs, context, core.info);
    }
    case 'comment': {
      const { runComment } = await import('./phases/comment.ts');
      return () => runComment(inputs, context, core.info);
    }
    case 'doctor': {
      const { runDoctorPhase } = await import('./phases/doctor.ts');
      return () => runDoctorPhase(inputs, context, core.info);
    }
    case 'agent': {
      const [{ runAgentPhase }, { summariseAgent }] = await Promise.all([
        import('./phases/agent.ts'),
        import('./phases/agent-summary.ts'),
      ]);
      return async () => {
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
      };
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
