import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BranchProtection,
  BranchRule,
  ClassicProtection,
  EnvironmentFacts,
  RulesetFacts,
  Seen,
} from '../../src/core/repository-settings.ts';
import type { ConfigFacts, DoctorFacts } from '../../src/doctor/facts.ts';
import { parseWorkflow, type WorkflowReading } from '../../src/doctor/workflow/parse-workflow.ts';

export const now = Date.parse('2026-10-20T12:00:00Z');
export const actionsApp = 15_368;
const ourApp = 77;

export function seen<T>(value: T): Seen<T> {
  return { kind: 'seen', value };
}

export function unseen(because = 'GitHub answered 403'): Seen<never> {
  return { kind: 'unseen', because, remedy: 'Ask as an administrator.' };
}

/** A workflow by its text, in the usual folder. */
export function aWorkflow(file: string, text: string): WorkflowReading {
  return parseWorkflow(`.github/workflows/${file}`, text);
}

export const ciText = `
name: CI
on: { push: { branches: [main] }, pull_request: {} }
permissions: { contents: read }
jobs:
  test: { runs-on: ubuntu-latest, steps: [{ run: npm test }] }
`;

/** The example workflows, with the action pinned as who copies them is told to. */
export function exampleWorkflow(file: string, change: (text: string) => string = (text) => text): WorkflowReading {
  const text = readFileSync(join(import.meta.dirname, '../../examples', file), 'utf8');
  return aWorkflow(file, change(text.replaceAll('orchestrate@v0', `orchestrate@${'a'.repeat(40)}`)));
}

export const baseRules: readonly BranchRule[] = [
  { type: 'pull_request', rulesetId: 1, approvals: 0, codeOwners: false, methods: null },
  { type: 'required_status_checks', rulesetId: 1, checks: [{ name: 'test', appId: actionsApp }] },
  { type: 'bare', rulesetId: 1, name: 'non_fast_forward' },
  { type: 'bare', rulesetId: 1, name: 'deletion' },
];

/** A protected branch without classic protection; rules and rulesets as given. */
export function protection(
  rules: readonly BranchRule[],
  ruleset: Partial<RulesetFacts> = {},
  rest: Partial<BranchProtection> = {},
): Seen<BranchProtection> {
  const full = { id: 1, name: 'base', canBypass: 'never', actors: [], ...ruleset };
  return seen({ rules, rulesets: [full], classic: seen(null), classicChecks: [], ...rest });
}

export const stateRules: readonly BranchRule[] = ['update', 'deletion'].map((name) => ({
  type: 'bare',
  rulesetId: 2,
  name,
}));

/** The ruleset of the state branch, which our App alone may pass over. */
export const stateRuleset = {
  id: 2,
  name: 'state',
  canBypass: 'always',
  actors: [{ type: 'Integration', id: ourApp }],
};

export const config: ConfigFacts = {
  acceptsUnprotected: false,
  mergeModes: ['auto'],
  mergeMethod: 'merge',
  approve: 'human',
  agentVariables: ['ANTHROPIC_API_KEY'],
  teams: [],
};

const tested = { name: 'test', appId: actionsApp, workflow: 'ci.yml' };

/** A repository in which everything is as it should be, seen by an administrator who names the App. */
export function healthyFacts(change: Partial<DoctorFacts> = {}): DoctorFacts {
  return {
    now,
    where: 'laptop',
    asker: { login: 'ada', kind: 'person' },
    configPath: '.github/orchestrate.yml',
    workflowFile: 'orchestrate.yml',
    stateBranch: 'orchestrate-state',
    repository: { visibility: 'private', defaultBranch: 'main', mergeMethods: ['merge', 'squash'] },
    config: { kind: 'config', config, warnings: [] },
    server: { kind: 'embedded' },
    backlog: { kind: 'backlog', path: 'backlog.json', stories: 12, withoutCriteria: 0 },
    identities: ['a', 'b', 'c'],
    app: seen({
      id: ourApp,
      slug: 'our-app',
      permissions: {
        contents: 'write',
        pull_requests: 'write',
        issues: 'write',
        checks: 'write',
        actions: 'write',
        statuses: 'read',
        metadata: 'read',
      },
    }),
    base: 'main',
    baseProtection: protection(baseRules),
    stateProtection: protection(stateRules, stateRuleset),
    workflows: [
      aWorkflow('ci.yml', ciText),
      exampleWorkflow('orchestrate.yml'),
      exampleWorkflow('orchestrate-assignment.yml'),
    ],
    environments: new Map([
      [
        'orchestrate',
        seen({
          name: 'orchestrate',
          policy: { kind: 'patterns', patterns: seen(['main']) },
          secrets: seen(['ORCHESTRATE_APP_ID', 'ORCHESTRATE_APP_KEY']),
        } as const),
      ],
    ]),
    repositorySecrets: seen(['ANTHROPIC_API_KEY']),
    defaultPermissions: seen('write'),
    actionsMayApprove: seen(true),
    selfHosted: seen([]),
    baseCommits: seen([{ at: now - 3_600_000, checks: [tested] }]),
    pullRequestHeads: seen([{ at: now - 7_200_000, checks: [tested] }]),
    agentRuns: seen([{ conclusion: 'success', at: now - 7_200_000 }]),
    ownWorkflow: seen({ state: 'active', lastScheduled: now - 1_200_000 }),
    ...change,
  };
}

export const day = 24 * 3_600_000;

/** Our App, asking for itself. */
export const app: DoctorFacts['asker'] = { login: 'our-app', kind: 'app' };
export const classic: ClassicProtection = {
  requiresPullRequest: true,
  approvals: 0,
  codeOwners: false,
  checks: [{ name: 'test', appId: actionsApp }],
  linear: false,
  allowsForcePushes: false,
  allowsDeletions: false,
  bindsAdmins: true,
  bypassingApps: [],
  pushers: null,
};

/** The base under classic protection alone. */
export function classicBase(change: Partial<ClassicProtection> = {}): Partial<DoctorFacts> {
  return {
    baseProtection: seen({ rules: [], rulesets: [], classic: seen({ ...classic, ...change }), classicChecks: [] }),
  };
}

/** The base with other rules of these types. */
export function withRule(...rules: readonly BranchRule[]): Partial<DoctorFacts> {
  const types = rules.map(({ type }) => type).filter((type) => type !== 'bare');
  return { baseProtection: protection([...baseRules.filter(({ type }) => !types.includes(type as never)), ...rules]) };
}

/** Another configuration. */
export function withConfig(change: Partial<typeof config>): Partial<DoctorFacts> {
  return { config: { kind: 'config', config: { ...config, ...change }, warnings: [] } };
}

/** Another environment of the trusted jobs; null: none. */
export function withEnvironment(change: Partial<EnvironmentFacts> | null): Partial<DoctorFacts> {
  const full: EnvironmentFacts = {
    name: 'orchestrate',
    policy: { kind: 'patterns', patterns: seen(['main']) },
    secrets: seen(['ORCHESTRATE_APP_ID', 'ORCHESTRATE_APP_KEY']),
  };
  return { environments: new Map([['orchestrate', seen(change === null ? null : { ...full, ...change })]]) };
}

export const own = [exampleWorkflow('orchestrate.yml'), exampleWorkflow('orchestrate-assignment.yml')];

/** Another CI, next to the workflows of ours. */
export function withCi(text: string, ...more: DoctorFacts['workflows']): Partial<DoctorFacts> {
  return { workflows: [aWorkflow('ci.yml', text), ...own, ...more] };
}

/** The example workflows, changed. */
export function withOwn(change: (text: string) => string): Partial<DoctorFacts> {
  const assignment = exampleWorkflow('orchestrate-assignment.yml', change);
  return { workflows: [aWorkflow('ci.yml', ciText), exampleWorkflow('orchestrate.yml', change), assignment] };
}

/** An App that asks for something else. */
export function withPermissions(change: Readonly<Record<string, string>>): Partial<DoctorFacts> {
  const { app: found } = healthyFacts();
  if (found.kind === 'unseen') throw new Error('no App');
  return { app: seen({ ...found.value, permissions: { ...found.value.permissions, ...change } }) };
}

/** What was reported on the heads of pull requests a day ago. */
export function withHeads(...checksOf: readonly { name: string; appId: number | null; workflow: string | null }[][]) {
  return { pullRequestHeads: seen(checksOf.map((one) => ({ at: now - day, checks: one }))) };
}
