import { parseConfig } from '../config/parse-config.ts';
import { toPolicy } from '../config/policy.ts';
import { describeProblem } from '../config/problem.ts';
import type { Config } from '../config/schema.ts';
import { parseBacklog } from '../core/backlog.ts';
import type { MergeMode } from '../core/policy.ts';
import { canaryPrefix } from '../core/rehearsal.ts';
import type { AppFacts, Seen } from '../core/repository-settings.ts';
import { branchPrefix } from '../core/view.ts';
import type { GitHub } from '../github/client.ts';
import { look } from '../github/look.ts';
import {
  readActionsMayApprove,
  readAgentRuns,
  readDefaultPermissions,
  readRunners,
  readScheduledWorkflow,
} from '../github/read-actions-settings.ts';
import { readApp } from '../github/read-app.ts';
import { readBranchProtection } from '../github/read-branch-protection.ts';
import { readEnvironment } from '../github/read-environment.ts';
import { type FileText, readFile, readOverview } from '../github/read-overview.ts';
import { readReporters } from '../github/read-reporters.ts';
import { readRepositorySecrets } from '../github/read-secret-names.ts';
import { embeddedIdentities } from '../loopctl/embedded/embedded-identities.ts';
import type { LoopctlServer } from '../loopctl/http/server.ts';
import { jobWaits } from '../waits.ts';
import type { BacklogFacts, ConfigFacts, ConfigReadingFacts, DoctorFacts } from './facts.ts';
import { gatherServer } from './server/gather-server.ts';
import type { ServerFacts } from './server/server-facts.ts';
import { leafJobsOf } from './workflow/leaf-jobs.ts';
import { ownStepsOf } from './workflow/own-steps.ts';
import { parseWorkflow, type WorkflowReading } from './workflow/parse-workflow.ts';

/** What the doctor is asked about. */
export interface DoctorQuestion {
  readonly where: 'phase' | 'laptop';
  readonly config: string;
  /** File name of the Orchestrate workflow. */
  readonly workflow: string;
  readonly stateBranch: string;
  /** The slug of our App; null: whoever asks, if it is one. */
  readonly app: string | null;
  readonly now: number;
  /** The loopctl server as whoever asks was given it; null: he was not. */
  readonly server: LoopctlServer | null;
}

const administrator = 'Run `npx . doctor` as an administrator of the repository.';
const actions = 'Give the token permission to read actions.';
const reading = 'Give the token permission to read contents, checks and pull requests.';

/** Looks at everything the checks are about; writes nothing. What this token is not shown is told as that. */
export async function gatherDoctorFacts(github: GitHub, question: DoctorQuestion): Promise<DoctorFacts> {
  const overview = await readOverview(github, question.config);
  const { defaultBranch, asker } = overview;
  const { facts: config, parsed } = readConfig(overview.config, question);
  const base = parsed?.base.branch ?? defaultBranch;
  const workflows = overview.workflows.map(({ path, file }) => toWorkflow(path, file));
  const isServed = question.server !== null || namesServer(workflows, question);
  const [backlog, server, app, baseProtection, stateProtection, environments, reporters, rest] = await Promise.all([
    isServed ? ({ kind: 'served' } as const) : readBacklog(github, parsed),
    isServed ? lookAtServer(question, parsed) : ({ kind: 'embedded' } as const),
    findApp(github, question.app ?? (asker.kind === 'app' ? asker.login : null)),
    look(administrator, () => readBranchProtection(github, base)),
    look(administrator, () => readBranchProtection(github, question.stateBranch)),
    readEnvironments(github, workflows),
    look(reading, () => readReporters(github, base)),
    readSettings(github, question),
  ]);
  return {
    now: question.now,
    where: question.where,
    asker,
    configPath: question.config,
    workflowFile: question.workflow,
    stateBranch: question.stateBranch,
    repository: { visibility: overview.visibility, defaultBranch, mergeMethods: overview.mergeMethods },
    config,
    backlog,
    server,
    identities: Object.values(embeddedIdentities).map(({ name }) => name),
    app,
    base,
    baseProtection,
    stateProtection,
    workflows,
    environments,
    baseCommits: reporters.kind === 'seen' ? { kind: 'seen', value: reporters.value.base } : reporters,
    pullRequestHeads: reporters.kind === 'seen' ? { kind: 'seen', value: reporters.value.heads } : reporters,
    ...rest,
  };
}

/** What the doctor's own step names, and it was not given, came to nothing: so it does for the others. */
function namesServer(workflows: readonly WorkflowReading[], { workflow, where }: DoctorQuestion): boolean {
  const naming = ownStepsOf(workflows, workflow).filter(({ step }) => (step.with['loopctl-url'] ?? '') !== '');
  return naming.length > 0 && !(where === 'phase' && naming.some(({ phase }) => phase === 'doctor'));
}

async function lookAtServer({ server }: DoctorQuestion, config: Config | null): Promise<ServerFacts> {
  return server === null ? { kind: 'not_asked' } : await gatherServer(server, config?.project ?? null, jobWaits());
}

type SettingsFacts = Pick<
  DoctorFacts,
  'repositorySecrets' | 'defaultPermissions' | 'actionsMayApprove' | 'selfHosted' | 'agentRuns' | 'ownWorkflow'
>;

async function readSettings(github: GitHub, { workflow }: DoctorQuestion): Promise<SettingsFacts> {
  const [repositorySecrets, defaultPermissions, actionsMayApprove, selfHosted, agentRuns, ownWorkflow] =
    await Promise.all([
      look(administrator, () => readRepositorySecrets(github)),
      look(administrator, () => readDefaultPermissions(github)),
      look(administrator, () => readActionsMayApprove(github)),
      look(administrator, () => readRunners(github)),
      look(actions, () => readAgentRuns(github, [branchPrefix, canaryPrefix])),
      look(actions, () => readScheduledWorkflow(github, workflow)),
    ]);
  return { repositorySecrets, defaultPermissions, actionsMayApprove, selfHosted, agentRuns, ownWorkflow };
}

interface ConfigRead {
  readonly facts: ConfigReadingFacts;
  readonly parsed: Config | null;
}

function readConfig(file: FileText | null, { config: path, workflow }: DoctorQuestion): ConfigRead {
  if (file === null) return { facts: { kind: 'missing' }, parsed: null };
  if (file.kind === 'not_shown') {
    return { facts: { kind: 'problems', problems: [`${path} is far too long, or no text`] }, parsed: null };
  }
  const read = parseConfig(file.text, path);
  if (read.kind === 'problems') {
    return { facts: { kind: 'problems', problems: read.problems.map(describeProblem) }, parsed: null };
  }
  const warnings = read.warnings.map(describeProblem);
  return { facts: { kind: 'config', config: toFacts(read.config, workflow), warnings }, parsed: read.config };
}

function toFacts(config: Config, workflow: string): ConfigFacts {
  const { merge, base, approve, teams } = toPolicy(config, workflow);
  const modes: readonly MergeMode[] = [merge.mode, ...merge.exceptions.map(({ mode }) => mode)];
  return {
    acceptsUnprotected: base.unprotected === 'accept',
    mergeModes: modes,
    mergeMethod: merge.method,
    approve,
    agentVariables: config.agents.environment,
    teams,
  };
}

async function readBacklog(github: GitHub, config: Config | null): Promise<BacklogFacts> {
  if (config === null) return { kind: 'unknown_path' };
  const path = config.backlog;
  const file = await readFile(github, path);
  if (file === null) return { kind: 'missing', path };
  if (file.kind === 'not_shown') return { kind: 'not_shown', path };
  const json = parseJson(file.text);
  if (json.kind === 'fault') return { kind: 'problems', path, problems: [`${path} is not JSON: ${json.what}`] };
  const read = parseBacklog(json.value);
  if (read.kind === 'problems') {
    return { kind: 'problems', path, problems: read.problems.map((one) => `${path}: ${one.path}: ${one.message}`) };
  }
  const stories = read.backlog.epics.flatMap((epic) => epic.stories);
  const withoutCriteria = stories.filter(({ criteria }) => criteria.length === 0).length;
  return { kind: 'backlog', path, stories: stories.length, withoutCriteria };
}

function parseJson(
  text: string,
): { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'fault'; readonly what: string } {
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'fault', what: error instanceof Error ? error.message : String(error) };
  }
}

function toWorkflow(path: string, file: FileText): WorkflowReading {
  return file.kind === 'text'
    ? parseWorkflow(path, file.text)
    : { kind: 'fault', path, what: 'is too long, or no text' };
}

async function findApp(github: GitHub, slug: string | null): Promise<Seen<AppFacts>> {
  const remedy = 'Name the App: `npx . doctor --app <slug>`, the last part of its address under github.com/apps/.';
  if (slug === null) return { kind: 'unseen', because: 'which App acts here is not known', remedy };
  const found = await look(remedy, () => readApp(github, slug));
  if (found.kind === 'unseen') return found;
  if (found.value === null) {
    const because = `there is no App ${slug}, or it is a private one of somebody else`;
    return { kind: 'unseen', because, remedy: `${remedy} Ask as its owner, if it is private.` };
  }
  return { kind: 'seen', value: found.value };
}

/** The environments that any job names. */
async function readEnvironments(
  github: GitHub,
  workflows: readonly WorkflowReading[],
): Promise<DoctorFacts['environments']> {
  const jobs = workflows.flatMap((one) => (one.kind === 'workflow' ? leafJobsOf(one.workflow, workflows) : []));
  const names = [...new Set(jobs.flatMap(({ job }) => job.environment ?? []))].filter((name) => !name.includes('${{'));
  const read = names.map(async (name) => [name, await look(actions, () => readEnvironment(github, name))] as const);
  return new Map(await Promise.all(read));
}
