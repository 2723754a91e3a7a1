import { arch, platform } from 'node:os';
import type { ActionsHost, RunRecord, Trigger } from '../actions-host.ts';
import type { JobFolders } from './job-session.ts';
import { type Json, type JsonObject, readPath } from './json.ts';
import type { InputDefinition } from './workflow-schema.ts';

const OS_NAMES: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
const ARCH_NAMES: Readonly<Record<string, string>> = { x64: 'X64', arm64: 'ARM64', ia32: 'X86', arm: 'ARM' };

/** The `github` context as far as it is known before there is a run. */
export function triggerContext(host: ActionsHost, trigger: Trigger, path: string, workflow: string): JsonObject {
  const repository = `${host.owner}/${host.repo}`;
  const payload = trigger.payload as JsonObject;
  return {
    actor: trigger.actor,
    triggering_actor: trigger.actor,
    api_url: host.apiUrl,
    base_ref: readPath(payload, 'pull_request', 'base', 'ref') ?? '',
    event: payload,
    event_name: trigger.event,
    graphql_url: host.graphqlUrl,
    head_ref: readPath(payload, 'pull_request', 'head', 'ref') ?? '',
    ref: trigger.ref,
    ref_name: trigger.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: trigger.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository,
    repository_id: String(readPath(payload, 'repository', 'id') ?? 1),
    repository_owner: host.owner,
    server_url: host.serverUrl,
    sha: trigger.sha,
    workflow,
    workflow_ref: `${repository}/${path}@${trigger.ref}`,
    workflow_sha: trigger.sha,
  };
}

/** What a run adds to the `github` context. */
export function runContext(run: RunRecord): JsonObject {
  return { run_id: String(run.id), run_number: String(run.number), run_attempt: String(run.attempt) };
}

/** What a job adds to the `github` context. */
export function jobContext(jobId: string, token: string, folders: JobFolders): JsonObject {
  return { job: jobId, token, workspace: folders.workspace, event_path: folders.eventFile };
}

/** The `runner` context, which is also where the `RUNNER_*` variables come from. */
export function runnerContext(folders: JobFolders): JsonObject {
  return {
    name: 'Sandbox',
    os: OS_NAMES[platform()] ?? platform(),
    arch: ARCH_NAMES[arch()] ?? arch(),
    temp: folders.temp,
    tool_cache: folders.toolCache,
    environment: 'github-hosted',
  };
}

/** The `inputs` of a `workflow_dispatch`, with defaults and by their declared types. */
export function dispatchInputs(
  declared: Readonly<Record<string, InputDefinition>>,
  given: Readonly<Record<string, string>>,
): JsonObject {
  const entries = Object.entries(declared).map(([name, input]) => {
    const value = given[name] ?? input.default ?? null;
    return [name, convertInput(input.type, value)] as const;
  });
  return Object.fromEntries(entries);
}

function convertInput(type: InputDefinition['type'], value: Json): Json {
  switch (type) {
    case 'boolean':
      return value === true || value === 'true';
    case 'number':
      return value === null ? 0 : Number(value);
    case 'string':
    case 'choice':
    case 'environment':
      return value === null ? '' : String(value);
  }
}
