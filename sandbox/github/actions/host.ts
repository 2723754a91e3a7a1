import { matchesGlob } from 'node:path';
import type { ActionsHost, RunnerCommand } from '../../actions-host.ts';
import { clientIdOf } from '../auth/client-id.ts';
import { actionsApp, issueToken, revokeToken } from '../auth/tokens.ts';
import type { Site } from '../site.ts';
import type { TriggerOutbox } from '../triggers.ts';
import { createArtifact, readArtifact, saveText } from './files.ts';
import { createJob, updateJob } from './jobs.ts';
import { createRun, restartRun, runRecord, updateRun } from './runs.ts';
import { readWorkflowFiles } from './workflow-files.ts';

/** Commands on their way from a REST call to the runner. */
export interface RunnerCommands {
  send(command: RunnerCommand): void;
  listen(listener: (command: RunnerCommand) => void): void;
}

export function createRunnerCommands(): RunnerCommands {
  const listeners: ((command: RunnerCommand) => void)[] = [];
  return {
    send: (command) => {
      setImmediate(() => {
        for (const listener of listeners) listener(command);
      });
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}

/** What the Actions runner sees of the site. */
export function createActionsHost(site: Site, outbox: TriggerOutbox, commands: RunnerCommands): ActionsHost {
  const { tables, urls } = site;
  return {
    owner: site.repo().owner,
    repo: site.repo().name,
    serverUrl: urls.server,
    apiUrl: urls.api,
    graphqlUrl: urls.graphql,
    defaultBranch: site.repo().defaultBranch,

    onTrigger: (listener) => outbox.listen(listener),
    onCommand: (listener) => commands.listen(listener),
    workflowFiles: (sha) => readWorkflowFiles(site, sha),

    createRun: (input) => runRecord(outbox, createRun(site, outbox, input)),
    restartRun: (runId) => runRecord(outbox, restartRun(site, runId)),
    updateRun: (runId, change) => runRecord(outbox, updateRun(site, outbox, runId, change)),
    runs: () => tables.runs.all().map((row) => runRecord(outbox, row)),

    createJob: (input) => createJob(site, input),
    updateJob: (jobId, change) => updateJob(site, jobId, change),
    jobs: (runId) => tables.jobs.where('runId', runId),
    saveJobLog: (jobId, text) => saveText(site, 'logs', jobId, text),
    saveJobSummary: (jobId, markdown) => saveText(site, 'summaries', jobId, markdown),

    issueJobToken: (jobId, permissions) =>
      issueToken(site, { kind: 'job', login: `${actionsApp.slug}[bot]`, permissions, appId: actionsApp.id, jobId })
        .token,
    issueInstallationToken: (credentials) => {
      const app = tables.apps.all().find(({ id }) => [String(id), clientIdOf(id)].includes(credentials.appId));
      if (app === undefined || app.privateKey.trim() !== credentials.privateKey.trim()) {
        throw new Error('A JSON web token could not be decoded');
      }
      const login = `${app.slug}[bot]`;
      return issueToken(site, { kind: 'installation', login, permissions: app.permissions, appId: app.id, jobId: null })
        .token;
    },
    revokeToken: (token) => revokeToken(site, token),

    secrets: (environment) => secretsOf(site, environment),
    variables: () => Object.fromEntries(tables.variables.all().map((row) => [row.name, row.value])),
    environmentAllows: (environment, ref) => environmentAllows(site, environment, ref),

    createArtifact: (input) => createArtifact(site, input),
    artifacts: (runId) => tables.artifacts.where('runId', runId),
    readArtifact: (id) => readArtifact(site, id),
  };
}

function secretsOf(site: Site, environment: string | null): Readonly<Record<string, string>> {
  const rows = site.tables.secrets.all();
  const own = rows.filter((row) => row.environment === '');
  const particular = environment === null ? [] : rows.filter((row) => row.environment === environment);
  return Object.fromEntries([...own, ...particular].map((row) => [row.name, row.value]));
}

// An environment nobody configured comes into being when a job names it, and admits everything.
function environmentAllows(site: Site, environment: string, ref: string): boolean {
  const patterns = site.tables.environments.get(environment)?.branches ?? null;
  if (patterns === null) return true;
  return patterns.some(
    (pattern) => ref.startsWith('refs/heads/') && matchesGlob(ref.slice('refs/heads/'.length), pattern),
  );
}
