import { join } from 'node:path';
import { toJobSettings } from '../config/job-settings.ts';
import { parseConfig } from '../config/parse-config.ts';
import { toPolicy } from '../config/policy.ts';
import { describeProblem } from '../config/problem.ts';
import type { Config } from '../config/schema.ts';
import type { RecordEntry } from '../core/record/pass-record.ts';
import { ConfigurationError } from '../errors.ts';
import { createObjectMemory } from '../git/object-memory.ts';
import { findFileAtTip, type Repository } from '../git/repository.ts';
import { createGitHub, type GitHub } from '../github/client.ts';
import type { Inputs } from '../inputs/read-inputs.ts';
import type { OpenedPass } from '../pass/pass.ts';
import { onlyReads } from '../pass/unwritten.ts';
import { jobWaits } from '../waits.ts';
import { prepareLoopctl } from './open-loopctl.ts';
import { type RunnerContext, readDefaultBranch } from './runner-context.ts';

/** A pass with its configuration and the commit that was read from. */
export interface ConfiguredPass {
  readonly pass: OpenedPass;
  readonly config: Config;
  readonly tip: string;
  /** What the pass has noted so far. */
  readonly entries: readonly RecordEntry[];
}

/** Opens everything a trusted job works with: the configuration from the default branch's tip, the stores, the clients. */
export async function openPass(
  inputs: Extract<Inputs, { readonly server: unknown }>,
  context: RunnerContext,
  log: (line: string) => void,
): Promise<ConfiguredPass> {
  const branch = await readDefaultBranch(context);
  const remoteUrl = `${context.serverUrl}/${context.owner}/${context.repo}.git`;
  const place = { remoteUrl, token: inputs.token };
  const directory = join(context.temp, 'orchestrate-trees');
  const trees = { ...place, directory, isShallow: true, memory: createObjectMemory() };
  const history = { ...place, directory: join(context.temp, 'orchestrate-history'), isShallow: false };
  const openLoopctl = await prepareLoopctl(inputs.server, {
    trees,
    branch,
    stateBranch: inputs.stateBranch,
    ...(inputs.phase === 'dry-run' ? { guard: onlyReads } : {}),
  });
  const { config, tip } = await readConfig(trees, branch, inputs.config, log);
  const protectedPaths = [inputs.config, config.backlog, ...config['protected-paths']];
  const approvalToken = 'approvalToken' in inputs ? inputs.approvalToken : null;
  const entries: RecordEntry[] = [];
  const pass: OpenedPass = {
    facts: {
      run: context.run,
      attempt: context.attempt,
      holder: inputs.phase === 'settle' ? `settle ${inputs.assignment}` : inputs.phase,
      // A command changes what the plan after it will do, and is answered by what that plan can.
      canDispatch: inputs.phase !== 'settle' && inputs.phase !== 'comment',
      canApprove: approvalToken !== null,
    },
    policy: toPolicy(config, inputs.workflow),
    settings: {
      slug: config.project,
      base: config.base.branch ?? branch,
      defaultBranch: branch,
      workflow: inputs.workflow,
      jobs: toJobSettings(config, protectedPaths),
      protectedPaths,
      notify: { url: 'webhook' in inputs ? inputs.webhook : null, format: config.notify.format },
      assignments: 'assignments' in inputs ? inputs.assignments : null,
    },
    github: speakAs(inputs.token, context),
    approver: approvalToken === null ? null : speakAs(approvalToken, context),
    loopctl: openLoopctl(config.project),
    trees,
    history,
    now: Date.now,
    log,
    record: (entry) => void entries.push(entry),
    repositoryUrl: `${context.serverUrl}/${context.owner}/${context.repo}`,
    runUrl: `${context.serverUrl}/${context.owner}/${context.repo}/actions/runs/${context.run}`,
  };
  return { pass, config, tip, entries };
}

function speakAs(token: string, { apiUrl, owner, repo }: RunnerContext): GitHub {
  return createGitHub({ token, apiUrl, owner, repo, waits: jobWaits() });
}

async function readConfig(
  repository: Repository,
  branch: string,
  path: string,
  log: (line: string) => void,
): Promise<{ readonly config: Config; readonly tip: string }> {
  const { tip, file } = await findFileAtTip(repository, branch, path);
  if (tip === null || file === null) {
    throw new ConfigurationError(`There is no ${path} on ${branch}.`, {
      remedy: 'Copy `examples/orchestrate.config.yml` there, and set the project and the agents in it.',
    });
  }
  const reading = parseConfig(await file.read(), path);
  if (reading.kind === 'problems') {
    throw new ConfigurationError(reading.problems.map(describeProblem).join('\n'), {
      remedy: `Mend ${path} on ${branch}.`,
    });
  }
  for (const warning of reading.warnings) log(`! ${describeProblem(warning)}`);
  return { config: reading.config, tip };
}
