import { runAction } from './action-step.ts';
import { isTruthy, type Scope, toText } from './expressions.ts';
import type { StepOutcome } from './job-session.ts';
import { runScript } from './script-step.ts';
import { type StepCall, type StepEnd, type StepFrame, type StepResult, scopeOf } from './step-frame.ts';
import { evaluateCondition, renderTemplate, renderTextMap } from './template.ts';
import type { StepDefinition } from './workflow-schema.ts';

/** Runs a list of steps in order; a failed one fails the frame, and the rest run only where their `if` says so. */
export async function runSteps(frame: StepFrame): Promise<void> {
  for (const [index, step] of frame.steps.entries()) {
    const name = nameStep(step, scopeOf(frame, frameEnv(frame)));
    frame.report(index, { kind: 'started', name });
    const result = await runStep(frame, step, name);
    if (step.id !== undefined) frame.results = { ...frame.results, [step.id]: result };
    if (result.conclusion === 'failure') frame.failed = true;
    frame.report(index, { kind: 'finished', name, conclusion: result.conclusion });
  }
}

function nameStep(step: StepDefinition, scope: Scope): string {
  const given = renderName(step.name ?? '', scope);
  if (given !== '') return given;
  return `Run ${
    step.uses ??
    renderName(step.run ?? '', scope)
      .trimStart()
      .split('\n')[0]
  }`;
}

function renderName(name: string | number | boolean | null, scope: Scope): string {
  try {
    return toText(renderTemplate(name, scope));
  } catch {
    return toText(name);
  }
}

async function runStep(frame: StepFrame, step: StepDefinition, name: string): Promise<StepResult> {
  try {
    const env = { ...frameEnv(frame), ...renderTextMap(step.env, scopeOf(frame, frameEnv(frame))) };
    const wanted = !frame.session.shutdown.aborted && evaluateCondition(step.if, scopeOf(frame, env));
    if (!wanted) return toResult({ outcome: 'skipped', outputs: {} });
    const end = await runWithinLimits(frame, step, name, env);
    const forgiven = end.outcome === 'failure' && isTruthy(renderOption(frame, step, env, 'continue-on-error'));
    return { ...toResult(end), conclusion: forgiven ? 'success' : end.outcome };
  } catch (error) {
    reportFailure(frame, error instanceof Error ? error.message : String(error));
    return toResult({ outcome: 'failure', outputs: {} });
  }
}

async function runWithinLimits(
  frame: StepFrame,
  step: StepDefinition,
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  const stop = new AbortController();
  // A cancelled job lets the step that runs under `always()` or `cancelled()` finish.
  const cancel = (): void => {
    if (frame.signal.reason === 'timeout' || !evaluateCondition(step.if, scopeOf(frame, env))) stop.abort('cancelled');
  };
  const shutDown = (): void => stop.abort('cancelled');
  if (!frame.signal.aborted) frame.signal.addEventListener('abort', cancel, { once: true });
  frame.session.shutdown.addEventListener('abort', shutDown, { once: true });
  const minutes = renderOption(frame, step, env, 'timeout-minutes');
  const timer = typeof minutes === 'number' ? setTimeout(() => stop.abort('timeout'), minutes * 60_000) : undefined;
  try {
    const end = await startStep({ frame, step, name, env, actionName: nameAction(step), signal: stop.signal });
    if (stop.signal.reason === 'cancelled') return { ...end, outcome: 'cancelled' };
    if (stop.signal.reason !== 'timeout') return end;
    reportFailure(frame, `The action '${name}' has timed out after ${minutes} minutes.`);
    return { ...end, outcome: 'failure' };
  } finally {
    clearTimeout(timer);
    frame.signal.removeEventListener('abort', cancel);
    frame.session.shutdown.removeEventListener('abort', shutDown);
  }
}

async function startStep(call: Omit<StepCall, 'scope' | 'runNested'>): Promise<StepEnd> {
  const github = { ...call.frame.github, action: call.actionName };
  const scope = scopeOf({ ...call.frame, github }, call.env);
  const full: StepCall = { ...call, scope, runNested: runSteps };
  try {
    if (call.step.uses !== undefined) return await runAction(full, call.step.uses);
    return await runScript(full, call.step.run ?? '');
  } catch (error) {
    if (!call.signal.aborted) reportFailure(call.frame, error instanceof Error ? error.message : String(error));
    return { outcome: 'failure', outputs: {} };
  }
}

function renderOption(
  frame: StepFrame,
  step: StepDefinition,
  env: Readonly<Record<string, string>>,
  option: 'timeout-minutes' | 'continue-on-error',
): ReturnType<typeof renderTemplate> {
  return renderTemplate(step[option] ?? null, scopeOf(frame, env));
}

function frameEnv(frame: StepFrame): Readonly<Record<string, string>> {
  return { ...frame.session.env, ...frame.outerEnv };
}

function nameAction(step: StepDefinition): string {
  if (step.id !== undefined) return step.id;
  if (step.uses === undefined) return '__run';
  return step.uses.startsWith('.') ? '__self' : `__${(step.uses.split('@')[0] ?? '').replaceAll('/', '_')}`;
}

function toResult(end: { readonly outcome: StepOutcome; readonly outputs: StepEnd['outputs'] }): StepResult {
  return { outcome: end.outcome, conclusion: end.outcome, outputs: end.outputs };
}

function reportFailure(frame: StepFrame, message: string): void {
  frame.session.annotate({ level: 'failure', message });
  frame.session.log(`##[error]${message}`);
}
