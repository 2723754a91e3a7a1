import { describe, expect, test } from 'vitest';
import type { DoctorFacts } from '../../../src/doctor/facts.ts';
import type { InitFacts } from '../../../src/init/facts.ts';
import { planInit } from '../../../src/init/plan-init.ts';
import type { Step } from '../../../src/init/step.ts';
import type { Wishes } from '../../../src/init/wishes.ts';
import {
  actionsApp,
  aWorkflow,
  baseRules,
  ciText,
  now,
  protection,
  seen,
  stateRules,
  unseen,
} from '../../builders/doctor-facts.ts';
import { anApp, bareFacts, readyFacts, wishes } from '../../builders/init-facts.ts';

/** Every step by how it stands. */
function states(facts: InitFacts, wanted: Wishes = wishes): Readonly<Record<string, string>> {
  return Object.fromEntries(planInit(facts, wanted).map(({ key, state }) => [key, state.kind]));
}

function stepOf(facts: InitFacts, key: string, wanted: Wishes = wishes): Step {
  const step = planInit(facts, wanted).find((one) => one.key === key);
  if (step === undefined) throw new Error(`there is no step ${key}`);
  return step;
}

const environment = readyFacts().environment;

describe('the plan of a repository that has nothing', () => {
  test('is every step, the ones first that others need', () => {
    expect(states(bareFacts())).toEqual({
      access: 'done',
      ci: 'done',
      environment: 'todo',
      app: 'todo',
      app_installed: 'blocked',
      app_secrets: 'blocked',
      agent_secret: 'todo',
      files: 'todo',
      state_ruleset: 'blocked',
      base_ruleset: 'todo',
      first_run: 'blocked',
    });
  });

  test('is nothing but what is lacking, where the person may not do it', () => {
    expect(states(bareFacts({ isAdmin: false }))).toEqual({ access: 'blocked' });
    expect(states(bareFacts({ scopes: ['repo'] }))).toEqual({ access: 'blocked' });
    expect(states(bareFacts({ scopes: null }))['access']).toBe('done');
  });
});

test('the App of an organisation is made by its owners', () => {
  const { place } = bareFacts();
  const show = (ownerKind: 'User' | 'Organization') =>
    stepOf(bareFacts({ place: { ...place, ownerKind } }), 'app').show.join(' ');
  expect(show('Organization')).toContain('Only owners of ada');
  expect(show('User')).not.toContain('Only owners');
});

test('nothing is left of a repository that has all', () => {
  expect(Object.values(states(readyFacts())).filter((kind) => kind !== 'done')).toEqual([]);
});

const halfway: readonly [what: string, key: string, kind: string, InitFacts][] = [
  [
    'an environment that lets every branch in',
    'environment',
    'todo',
    bareFacts({ environment: { name: 'orchestrate', policy: { kind: 'none' }, secrets: seen([]) } }),
  ],
  [
    'an environment whose policy names no branch yet',
    'environment',
    'todo',
    bareFacts({
      environment: { name: 'orchestrate', policy: { kind: 'patterns', patterns: seen([]) }, secrets: seen([]) },
    }),
  ],
  [
    'an environment that lets another branch in',
    'environment',
    'blocked',
    bareFacts({
      environment: {
        name: 'orchestrate',
        policy: { kind: 'patterns', patterns: seen(['main', 'dev']) },
        secrets: seen([]),
      },
    }),
  ],
  ['an App that was made', 'app', 'done', bareFacts({ app: { ...anApp, installed: 'no' } })],
  ['an App that is not installed', 'app_installed', 'todo', bareFacts({ app: { ...anApp, installed: 'no' } })],
  ['an App that is installed', 'app_installed', 'done', bareFacts({ app: anApp })],
  ['an App whose key is at hand, and no environment', 'app_secrets', 'blocked', bareFacts({ app: anApp })],
  [
    'an App whose key is at hand, and an environment',
    'app_secrets',
    'todo',
    bareFacts({ app: anApp, environment: { name: 'o', policy: { kind: 'none' }, secrets: seen([]) } }),
  ],
  ['a key that was handed over and not forgotten', 'app_secrets', 'todo', bareFacts({ app: anApp, environment })],
  [
    'a key given as a file, when both secrets are there',
    'app_secrets',
    'done',
    bareFacts({ app: { ...anApp, key: 'given' }, environment }),
  ],
  [
    'an App without its key, when one secret lacks',
    'app_secrets',
    'blocked',
    bareFacts({
      app: { ...anApp, key: null, installed: 'unknown' },
      environment: { name: 'o', policy: { kind: 'none' }, secrets: seen(['ORCHESTRATE_APP_ID']) },
    }),
  ],
  ['secrets of an App that nobody named', 'app', 'done', bareFacts({ environment })],
  ['secrets of an App that nobody named, for its ruleset', 'state_ruleset', 'blocked', bareFacts({ environment })],
  ["the agent's key", 'agent_secret', 'done', bareFacts({ secrets: ['ANTHROPIC_API_KEY'] })],
  ['the pull request, open', 'files', 'waiting', bareFacts({ setupPull: 'u' })],
  ['a checkout that cannot be named', 'files', 'blocked', bareFacts({ action: null })],
  ['the state branch, protected', 'state_ruleset', 'done', bareFacts({}, { stateProtection: protection(stateRules) })],
  ['the App, for the state branch', 'state_ruleset', 'todo', bareFacts({ app: anApp })],
  ['rules that cannot be seen', 'state_ruleset', 'blocked', bareFacts({ app: anApp }, { stateProtection: unseen() })],
  ['the base, protected', 'base_ruleset', 'done', bareFacts({}, { baseProtection: protection(baseRules) })],
  [
    'the base without a rule against deletion',
    'base_ruleset',
    'todo',
    bareFacts({}, { baseProtection: protection(baseRules.slice(0, 3)) }),
  ],
  ['no pull request in sight', 'base_ruleset', 'blocked', bareFacts({}, { pullRequestHeads: seen([]) })],
  [
    'no pull request but ours',
    'base_ruleset',
    'waiting',
    bareFacts({ setupPull: 'u' }, { pullRequestHeads: seen([]) }),
  ],
  ['no CI', 'ci', 'blocked', bareFacts({}, { workflows: [] })],
  ['a loop that is switched off', 'switch', 'todo', readyFacts({ isOff: true, hasRun: false })],
  [
    'a loop that is switched off, for its first run',
    'first_run',
    'blocked',
    readyFacts({ isOff: true, hasRun: false }),
  ],
  ['all but the first run', 'first_run', 'todo', readyFacts({ hasRun: false })],
];

test.each(halfway)('%s: %s is %s', (_, key, kind, facts) => {
  expect(states(facts)[key]).toBe(kind);
});

describe('what is proposed', () => {
  test('leaves alone what is there, and takes up a backlog where it lies', () => {
    const { sources } = bareFacts();
    const texts = { ...sources.texts, 'docs/backlog.json': '{}' };
    const found = stepOf(bareFacts({ sources: { ...sources, texts } }), 'files').actions[0];
    const files = found?.kind === 'propose' ? found.files : {};
    expect(Object.keys(files)).not.toContain('backlog.json');
    expect(files['.github/orchestrate.yml']).toContain('backlog: docs/backlog.json');
    expect(files['.github/orchestrate.yml']).toContain('project: tidy-print');
  });

  test('does not touch a configuration and a backlog that are there', () => {
    const partly: Partial<DoctorFacts> = { workflows: [aWorkflow('ci.yml', 'name: CI\non: pull_request\njobs: {}')] };
    const [action] = stepOf(readyFacts({}, partly), 'files').actions;
    const files = action?.kind === 'propose' ? Object.keys(action.files) : [];
    expect(files).toContain('.github/workflows/orchestrate.yml');
    expect(files).not.toContain('.github/orchestrate.yml');
    expect(files).not.toContain('backlog.json');
  });

  test('requires of the base what every pull request of the last week reported, each from its app', () => {
    const check = (name: string, appId: number | null = actionsApp, workflow: string | null = 'ci.yml') => ({
      name,
      appId,
      workflow,
    });
    const ours = check('not managed', actionsApp, 'orchestrate-gate.yml');
    const heads = seen([
      {
        at: now - 3_600_000,
        checks: [check('test'), check('docs'), check('orchestrate/gate', 77, null), check('status', null, null), ours],
      },
      { at: now - 7_200_000, checks: [check('test'), check('plan', actionsApp, 'orchestrate.yml'), ours] },
      { at: now - 9 * 24 * 3_600_000, checks: [check('old')] },
      { at: now, checks: [] },
    ]);
    const step = stepOf(bareFacts({}, { pullRequestHeads: heads }), 'base_ruleset');
    expect(step.show.join(' ')).toContain('Leaves out docs');
    expect(JSON.stringify(step.actions)).toContain(
      `"required_status_checks":[{"context":"test","integration_id":${actionsApp}}]`,
    );
  });

  test('mends the ruleset that it made before, in place of a second one', () => {
    const rulesets = [{ id: 9, name: 'orchestrate: base' }];
    expect(stepOf(bareFacts({ rulesets }), 'base_ruleset').actions).toMatchObject([
      { method: 'PUT', path: 'repos/ada/Tidy.Print/rulesets/9' },
    ]);
  });

  test('lets nobody but the App pass over the rules of the state branch, and nobody over those of the base', () => {
    const facts = bareFacts({ app: anApp });
    expect(stepOf(facts, 'state_ruleset').actions).toMatchObject([
      { body: { bypass_actors: [{ actor_id: 77, actor_type: 'Integration', bypass_mode: 'always' }] } },
    ]);
    expect(stepOf(facts, 'base_ruleset').actions).toMatchObject([{ body: { bypass_actors: [] } }]);
  });

  test('requires the gate only where that is wanted, and when what lets people through is there', () => {
    const gated = { ...wishes, requireGate: true };
    expect(states(bareFacts())).not.toHaveProperty('gate_ruleset');
    expect(states(bareFacts(), gated)['gate_ruleset']).toBe('blocked');
    const there = bareFacts({}, { workflows: [aWorkflow('orchestrate-gate.yml', ciText)] });
    const step = stepOf(there, 'gate_ruleset', gated);
    expect(step.state.kind).toBe('todo');
    expect(JSON.stringify(step.actions)).toContain('"required_status_checks":[{"context":"orchestrate/gate"}]');
    const checks = [{ name: 'orchestrate/gate', appId: null }];
    const rule = { type: 'required_status_checks', rulesetId: 3, checks } as const;
    const required = bareFacts({}, { baseProtection: protection([...baseRules, rule]) });
    expect(states(required, gated)).toMatchObject({ gate_ruleset: 'done', base_ruleset: 'done' });
    const alone = bareFacts(
      {},
      { baseProtection: protection([...baseRules.filter(({ type }) => type !== 'required_status_checks'), rule]) },
    );
    expect(states(alone, gated)['base_ruleset']).toBe('todo');
  });

  test('asks for no key where the agent needs none', () => {
    const agent = { install: null, implement: 'my-agent', review: 'my-agent', variable: null };
    expect(states(bareFacts(), { ...wishes, agent })).not.toHaveProperty('agent_secret');
  });
});

test('every step says how it is undone, and nothing of it holds a secret', () => {
  for (const step of planInit(bareFacts({ app: anApp, environment }), wishes)) {
    if (step.actions.length > 0) expect(step.undo, step.key).not.toBe('');
    for (const action of step.actions) {
      if (action.kind === 'set_secret') expect(['app_id', 'app_key', 'agent_key']).toContain(action.value);
    }
  }
});
