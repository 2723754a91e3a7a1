import { randomUUID } from 'node:crypto';
import type { JobRecord } from '../actions-host.ts';
import { resolveAction } from './action-reference.ts';
import { jobContext, runnerContext } from './contexts.ts';
import { type Scope, toText } from './expressions.ts';
import { createJobFolders } from './job-folders.ts';
import type { JobRecorder } from './job-record.ts';
import type { JobSession } from './job-session.ts';
import type { JsonObject } from './json.ts';
import type { Leg } from './leg.ts';
import { resolvePermissions } from './permissions.ts';
import { endGroup } from './process-group.ts';
import { runSteps } from './run-steps.ts';
import type { SecretMask } from './secret-mask.ts';
import { type StepFrame, scopeOf, statusOf } from './step-frame.ts';
import { evaluateCondition, renderTemplate, renderTextMap } from './template.ts';

export interface SessionEnd {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const DEFAULT_TIMEOUT_MINUTES = 360;

/** Runs a job's steps on a fresh machine: its folders, its token, its time limit, its outputs. */
export async function runJobSession(
  leg: Leg,
  job: JobRecord,
  recorder: JobRecorder,
  mask: SecretMask,
  secrets: Readonly<Record<string, string>>,
): Promise<SessionEnd> {
  const { graph, definition } = leg;
  const { host } = graph.run;
  const permissions = resolvePermissions([definition.permissions, graph.definition.permissions], graph.permissions);
  const token = host.issueJobToken(job.id, permissions);
  mask.add(token);
  const machine = graph.run.machines.open(job.id);
  const stop = new AbortController();
  const forward = (): void => stop.abort('cancelled');
  if (leg.signal.aborted) forward();
  leg.signal.addEventListener('abort', forward, { once: true });
  const timer = startTimer(leg, stop, recorder);
  try {
    const session = openSession(leg, job, recorder, mask, {
      secrets,
      token,
      permissions,
      machine,
      signal: stop.signal,
    });
    return await runSession(leg, session, recorder);
  } finally {
    clearTimeout(timer);
    leg.signal.removeEventListener('abort', forward);
    machine.close();
    host.revokeToken(token);
  }
}

function startTimer(leg: Leg, stop: AbortController, recorder: JobRecorder): NodeJS.Timeout {
  const limit = renderTemplate(leg.definition['timeout-minutes'] ?? null, leg.scope);
  const minutes = typeof limit === 'number' ? limit : DEFAULT_TIMEOUT_MINUTES;
  return setTimeout(() => {
    const message = `The job has exceeded the maximum execution time of ${minutes} minutes`;
    recorder.annotate({ level: 'failure', message });
    recorder.log(`##[error]${message}`);
    stop.abort('out_of_time');
  }, minutes * 60_000);
}

function openSession(
  leg: Leg,
  job: JobRecord,
  recorder: JobRecorder,
  mask: SecretMask,
  given: Pick<JobSession, 'token' | 'permissions' | 'machine' | 'signal'> & { readonly secrets: JsonObject },
): JobSession {
  const { graph, definition } = leg;
  const { host, options, record, shutdown } = graph.run;
  const { machine } = given;
  const folders = createJobFolders(options.workspace, job, graph.run.github['event'] ?? null);
  const contexts = {
    ...leg.contexts,
    github: { ...graph.run.github, ...jobContext(leg.id, given.token, folders) },
    secrets: { ...given.secrets, GITHUB_TOKEN: given.token },
    runner: runnerContext(folders),
  };
  const outer: Scope = { contexts, ...(leg.scope.functions === undefined ? {} : { functions: leg.scope.functions }) };
  const runtimeToken = randomUUID();
  mask.add(runtimeToken);
  const run = { ...graph.definition.defaults?.run, ...definition.defaults?.run };
  return {
    host,
    options,
    run: record,
    job,
    folders,
    token: given.token,
    runtimeToken,
    permissions: given.permissions,
    mask,
    contexts,
    defaults: { shell: run.shell, workingDirectory: run['working-directory'] },
    signal: given.signal,
    shutdown: AbortSignal.any([shutdown, machine.lost]),
    machine,
    log: recorder.log,
    annotate: recorder.annotate,
    env: { ...renderTextMap(graph.definition.env, outer), ...renderTextMap(definition.env, outer) },
    path: [],
    summary: '',
    survivors: [],
    posts: [],
  };
}

async function runSession(leg: Leg, session: JobSession, recorder: JobRecorder): Promise<SessionEnd> {
  const frame: StepFrame = {
    session,
    steps: leg.definition.steps,
    inputs: leg.graph.inputs,
    github: session.contexts['github'] as JsonObject,
    outerEnv: {},
    signal: session.signal,
    report: (_index, progress) => recorder.step(progress),
    results: {},
    failed: false,
  };
  try {
    setUp(frame, recorder);
    await runSteps(frame);
    if (!session.machine.lost.aborted) await runPosts(frame, recorder);
    const conclusion = session.shutdown.aborted ? 'cancelled' : statusOf(frame);
    return { conclusion, outputs: renderOutputs(leg, frame), summary: session.summary };
  } finally {
    await Promise.all(session.survivors.map((group) => endGroup(group)));
  }
}

function setUp(frame: StepFrame, recorder: JobRecorder): void {
  const { session, steps } = frame;
  recorder.step({ kind: 'started', name: 'Set up job' });
  for (const { uses } of steps) {
    // An action inside the workspace is there only after a checkout.
    if (uses !== undefined && !uses.startsWith('.')) resolveAction(uses, session.options, session.folders.workspace);
  }
  recorder.step({ kind: 'finished', name: 'Set up job', conclusion: 'success' });
}

async function runPosts(frame: StepFrame, recorder: JobRecorder): Promise<void> {
  const { session } = frame;
  for (const post of session.posts.toReversed()) {
    recorder.step({ kind: 'started', name: post.name });
    const wanted = evaluateCondition(post.condition, scopeOf(frame, session.env));
    const conclusion = wanted ? await post.run(session.shutdown) : 'skipped';
    if (conclusion === 'failure') frame.failed = true;
    recorder.step({ kind: 'finished', name: post.name, conclusion });
  }
}

function renderOutputs(leg: Leg, frame: StepFrame): Readonly<Record<string, string>> {
  const { session } = frame;
  const scope = scopeOf(frame, session.env);
  const values = Object.entries(leg.definition.outputs).map(
    ([name, node]) => [name, toText(renderTemplate(node, scope))] as const,
  );
  const [revealing, clean] = [
    values.filter(([, value]) => session.mask.reveals(value)),
    values.filter(([, value]) => !session.mask.reveals(value)),
  ];
  for (const [name] of revealing) {
    const message = `Skip output '${name}' since it may contain secret.`;
    session.annotate({ level: 'warning', message });
    session.log(`##[warning]${message}`);
  }
  return Object.fromEntries(clean);
}
