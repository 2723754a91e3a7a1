import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorFacts } from '../../src/doctor/facts.ts';
import { claude } from '../../src/init/agent.ts';
import type { InitFacts, OwnApp } from '../../src/init/facts.ts';
import type { Wishes } from '../../src/init/wishes.ts';
import { actionsApp, aWorkflow, ciText, healthyFacts, now, protection, seen } from './doctor-facts.ts';

const folder = join(import.meta.dirname, '../../examples');

/** The example workflows, as people copy them. */
export const examples: InitFacts['examples'] = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /^orchestrate[\w-]*\.yml$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

export const pinned = `orchestrate-action/orchestrate@${'a'.repeat(40)}`;

export const wishes: Wishes = {
  configPath: '.github/orchestrate.yml',
  workflowFile: 'orchestrate.yml',
  stateBranch: 'orchestrate-state',
  backlog: null,
  slug: null,
  agent: claude,
  requireGate: false,
};

export const anApp: OwnApp = { slug: 'our-app', id: 77, clientId: 'Iv23liX', key: 'noted', installed: 'yes' };

/** A Node project with CI, and nothing of the loop. */
export function bareFacts(change: Partial<InitFacts> = {}, doctor: Partial<DoctorFacts> = {}): InitFacts {
  return {
    place: {
      host: 'github.com',
      owner: 'ada',
      repo: 'Tidy.Print',
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      repositoryId: 5,
      ownerId: 6,
      ownerKind: 'User',
    },
    doctor: healthyFacts({
      config: { kind: 'missing' },
      backlog: { kind: 'unknown_path' },
      app: { kind: 'unseen', because: 'none', remedy: '' },
      baseProtection: protection([]),
      stateProtection: protection([]),
      workflows: [aWorkflow('ci.yml', ciText)],
      environments: new Map(),
      repositorySecrets: seen([]),
      pullRequestHeads: seen([
        { at: now - 3_600_000, checks: [{ name: 'test', appId: actionsApp, workflow: 'ci.yml' }] },
      ]),
      ...doctor,
    }),
    isAdmin: true,
    scopes: ['repo', 'workflow'],
    environment: null,
    secrets: [],
    app: null,
    sources: {
      names: ['package.json', 'package-lock.json'],
      texts: { 'package.json': '{"scripts":{"test":"x"}}', '.github/workflows/ci.yml': ciText },
    },
    examples,
    action: pinned,
    setupPull: null,
    removalPull: null,
    rulesets: [],
    labels: [],
    isOff: false,
    hasVariable: false,
    branches: [],
    hasRun: false,
    ...change,
  };
}

/** The same project with all of the loop in it. */
export function readyFacts(change: Partial<InitFacts> = {}, doctor: Partial<DoctorFacts> = {}): InitFacts {
  const paths = Object.keys(examples).filter((name) => name !== 'orchestrate-gate.yml');
  const own = paths.map((name) => aWorkflow(name, examples[name] ?? ''));
  const healthy = healthyFacts();
  return bareFacts(
    {
      environment: {
        name: 'orchestrate',
        policy: { kind: 'patterns', patterns: seen(['main']) },
        secrets: seen(['ORCHESTRATE_APP_ID', 'ORCHESTRATE_APP_KEY']),
      },
      secrets: ['ANTHROPIC_API_KEY'],
      app: { ...anApp, key: null, installed: 'unknown' },
      hasRun: true,
      ...change,
    },
    { ...healthy, workflows: [aWorkflow('ci.yml', ciText), ...own], ...doctor },
  );
}
