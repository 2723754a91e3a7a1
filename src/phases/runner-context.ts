import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import type { Environment } from '../inputs/environment.ts';

/** What the runner tells every step about the run it belongs to. */
export interface RunnerContext {
  readonly owner: string;
  readonly repo: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly run: number;
  readonly attempt: number;
  readonly ref: string;
  readonly workspace: string;
  readonly temp: string;
  readonly eventPath: string;
}

const contextSchema = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/),
  GITHUB_SERVER_URL: z.url(),
  GITHUB_API_URL: z.url(),
  GITHUB_RUN_ID: z.coerce.number().int(),
  GITHUB_RUN_ATTEMPT: z.coerce.number().int(),
  GITHUB_REF: z.string(),
  GITHUB_WORKSPACE: z.string(),
  RUNNER_TEMP: z.string(),
  GITHUB_EVENT_PATH: z.string(),
});

export function readRunnerContext(environment: Environment): RunnerContext {
  const parsed = contextSchema.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigurationError(`This is no step of a workflow run.\n${z.prettifyError(parsed.error)}`, {
      remedy: 'Run the action from a workflow, as in the examples.',
    });
  }
  const [owner = '', repo = ''] = parsed.data.GITHUB_REPOSITORY.split('/');
  return {
    owner,
    repo,
    serverUrl: parsed.data.GITHUB_SERVER_URL,
    apiUrl: parsed.data.GITHUB_API_URL,
    run: parsed.data.GITHUB_RUN_ID,
    attempt: parsed.data.GITHUB_RUN_ATTEMPT,
    ref: parsed.data.GITHUB_REF,
    workspace: parsed.data.GITHUB_WORKSPACE,
    temp: parsed.data.RUNNER_TEMP,
    eventPath: parsed.data.GITHUB_EVENT_PATH,
  };
}

const eventSchema = z.object({ repository: z.object({ default_branch: z.string() }) });

/**
 * The default branch, from the event; a trusted job on any other ref is refused, since on another branch the workflow
 * file is that branch's own.
 */
export async function readDefaultBranch(context: Pick<RunnerContext, 'eventPath' | 'ref'>): Promise<string> {
  const event = eventSchema.safeParse(await readEvent(context.eventPath));
  if (!event.success) {
    throw new ConfigurationError('The event does not name the default branch of the repository.', {
      remedy: 'Start Orchestrate by the triggers of the example workflow.',
    });
  }
  const branch = event.data.repository.default_branch;
  if (context.ref !== `refs/heads/${branch}`) {
    throw new ConfigurationError(`This run belongs to ${context.ref}, not to the default branch ${branch}.`, {
      remedy: `Start the workflow on ${branch}; trusted jobs run nowhere else.`,
    });
  }
  return branch;
}

/** The event, or nothing where there is no file that holds one. */
async function readEvent(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
}
