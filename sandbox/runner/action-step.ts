import { join } from 'node:path';
import { resolveInputs, toInputVariables } from './action-inputs.ts';
import { type ActionManifest, readActionManifest } from './action-manifest.ts';
import { type ResolvedAction, resolveAction } from './action-reference.ts';
import { toText } from './expressions.ts';
import type { JobSession, PostStep } from './job-session.ts';
import type { JsonObject } from './json.ts';
import { nodeArguments } from './node-arguments.ts';
import { stepEnvironment } from './step-environment.ts';
import { type StepCall, type StepEnd, type StepFrame, scopeOf } from './step-frame.ts';
import { runStepProcess } from './step-process.ts';
import { renderTemplate } from './template.ts';

type FolderAction = Extract<ResolvedAction, { kind: 'folder' }>;
type ShimAction = Extract<ResolvedAction, { kind: 'shim' }>;
type JavaScriptRuns = Exclude<ActionManifest['runs'], { using: 'composite' }> & { readonly main: string };

/** Runs a `uses:` step: a JavaScript action as a process, a composite action's steps, or a shim. */
export async function runAction(call: StepCall, uses: string): Promise<StepEnd> {
  const { session } = call.frame;
  session.log(`##[group]Run ${uses}`);
  session.log('##[endgroup]');
  const action = resolveAction(uses, session.options, session.folders.workspace);
  if (action.kind === 'shim') return runShim(call, action);
  const manifest = readActionManifest(action.folder);
  const declared = Object.fromEntries(
    Object.entries(manifest.inputs ?? {}).map(([name, input]) => [name, input?.default]),
  );
  const inputs = resolveInputs(session, declared, call.step.with, call.scope);
  if ('steps' in manifest.runs) return runComposite(call, action, manifest, manifest.runs.steps, inputs);
  return runJavaScript(call, action, manifest.runs, inputs);
}

async function runShim(call: StepCall, { shim }: ShimAction): Promise<StepEnd> {
  const { session, github } = call.frame;
  const inputs = resolveInputs(session, shim.inputs, call.step.with, call.scope);
  const outputs = await shim.run({
    host: session.host,
    run: session.run,
    input: (name) => inputs[name.toLowerCase()] ?? '',
    workspace: session.folders.workspace,
    temp: session.folders.temp,
    token: session.token,
    permissions: session.permissions,
    github: {
      sha: toText(github['sha'] ?? ''),
      ref: toText(github['ref'] ?? ''),
      repository: toText(github['repository'] ?? ''),
      serverUrl: toText(github['server_url'] ?? ''),
    },
    env: stepEnvironment(session, github, call.env, {}),
    signal: call.signal,
    log: session.log,
    mask: session.mask.add,
    atJobEnd: (work) =>
      addPost(session, call, 'always()', async () => {
        await work();
        return 'success';
      }),
  });
  return { outcome: 'success', outputs };
}

async function runJavaScript(
  call: StepCall,
  action: FolderAction,
  runs: JavaScriptRuns,
  inputs: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  const { session } = call.frame;
  const base = {
    session,
    github: actionGithub(call, action),
    command: process.execPath,
    cwd: session.folders.workspace,
  };
  const env = { ...call.env, ...runtimeVariables(session), ...toInputVariables(inputs) };
  const end = await runStepProcess({
    ...base,
    env,
    args: nodeArguments(join(action.folder, runs.main)),
    signal: call.signal,
  });
  const { post } = runs;
  if (post !== undefined) {
    const state = Object.entries(end.state).map(([name, value]) => [`STATE_${name}`, value]);
    const postEnv = { ...env, ...Object.fromEntries(state) };
    addPost(session, call, runs['post-if'], async (signal) => {
      const { outcome } = await runStepProcess({
        ...base,
        env: postEnv,
        args: nodeArguments(join(action.folder, post)),
        signal,
      });
      return outcome;
    });
  }
  return end;
}

async function runComposite(
  call: StepCall,
  action: FolderAction,
  manifest: ActionManifest,
  steps: StepFrame['steps'],
  inputs: JsonObject,
): Promise<StepEnd> {
  const frame: StepFrame = {
    session: call.frame.session,
    steps,
    inputs,
    github: { ...actionGithub(call, action), action_path: action.folder },
    outerEnv: call.env,
    signal: call.signal,
    report: () => undefined,
    results: {},
    failed: false,
  };
  await call.runNested(frame);
  const scope = scopeOf(frame, call.env);
  const outputs = Object.entries(manifest.outputs ?? {}).map(
    ([name, output]) => [name, toText(renderTemplate(output?.value ?? null, scope))] as const,
  );
  return { outcome: frame.failed ? 'failure' : 'success', outputs: Object.fromEntries(outputs) };
}

/** What only JavaScript actions are given: the key to artifacts and caches. Here it opens nothing, but it may not leak. */
function runtimeVariables({ runtimeToken, host }: JobSession): Record<string, string> {
  return {
    ACTIONS_RUNTIME_TOKEN: runtimeToken,
    ACTIONS_RUNTIME_URL: `${host.serverUrl}/`,
    ACTIONS_RESULTS_URL: `${host.serverUrl}/`,
  };
}

function actionGithub(call: StepCall, action: FolderAction): JsonObject {
  return {
    ...call.frame.github,
    action: call.actionName,
    action_repository: action.repository,
    action_ref: action.ref,
  };
}

function addPost(session: JobSession, call: StepCall, condition: string, run: PostStep['run']): void {
  const name = `Post ${call.name}`;
  session.posts = [...session.posts, { name, condition, run }];
}
