import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { parseBacklog } from '../../src/core/backlog.ts';
import { examine } from '../../src/doctor/examine.ts';
import { ownStepsOf } from '../../src/doctor/workflow/own-steps.ts';
import { type AgentChoice, claude } from '../../src/init/agent.ts';
import { listStarterFiles } from '../../src/init/files/starter-files.ts';
import { detectProject } from '../../src/init/project/detect-project.ts';
import type { Project } from '../../src/init/project/project.ts';
import { aWorkflow, ciText, healthyFacts, seen, withConfig } from '../builders/doctor-facts.ts';
import { examples, pinned } from '../builders/init-facts.ts';

const [, commit = ''] = pinned.split('@');
const node = detectProject({ names: ['package.json'], texts: { 'package.json': '{"scripts":{"test":"a"}}' } }, 'main');
const elixir = detectProject({ names: ['mix.exs'], texts: { 'mix.exs': '{:postgrex, "1"}' } }, 'main');
const unknown = detectProject({ names: [], texts: {} }, 'main');
const byEnvironment: Project = {
  ...elixir,
  environment: { DATABASE_URL: 'ecto://a:b@localhost/x', DEBUG: 'yes: it is' },
};
const other: AgentChoice = {
  install: 'pip install x',
  implement: 'x --go "$A"',
  review: 'x --look',
  variable: 'X_KEY',
};
const free: AgentChoice = { install: null, implement: 'mine', review: 'mine', variable: null };

const projects: readonly [what: string, Project, AgentChoice, ci: readonly string[]][] = [
  ['a Node project', node, claude, ['CI']],
  ['an Elixir project with a database', elixir, claude, ['CI']],
  ['a project with variables, and another agent', byEnvironment, other, ['CI', 'Lint: all', "it's"]],
  ['a project of another kind, an agent without a key, and no CI', unknown, free, []],
];

const usual = {
  configPath: '.github/orchestrate.yml',
  workflowFile: 'orchestrate.yml',
  stateBranch: 'orchestrate-state',
};

function filesOf(
  project: Project,
  agent: AgentChoice,
  ci: readonly string[],
  places = usual,
): Readonly<Record<string, string>> {
  return listStarterFiles({
    examples,
    ...places,
    backlogPath: 'backlog.json',
    slug: 'tidy-print',
    action: pinned,
    ci,
    project,
    agent,
    requireGate: true,
  });
}

describe.each(projects)('what is proposed to %s', (_, project, agent, ci) => {
  const files: Readonly<Partial<Record<string, string>>> = filesOf(project, agent, ci);
  const workflows = Object.entries(filesOf(project, agent, ci)).filter(([path]) =>
    path.startsWith('.github/workflows/'),
  );

  test.each(workflows)("%s is a workflow to GitHub's own parser", async (name, content) => {
    const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
    if (value === undefined) throw new Error('nothing was parsed');
    expect((await convertWorkflowTemplate(context, value)).errors ?? []).toEqual([]);
  });

  test('pins every action, with its version beside it', () => {
    const used = workflows.flatMap(([, text]) => text.split('\n').filter((line) => /^ +(- )?uses: [^.]/.test(line)));
    const loose = used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line) && !line.includes(commit));
    expect(used.length).toBeGreaterThan(5);
    expect(loose).toEqual([]);
  });

  test('satisfies the doctor, pinned and woken', () => {
    const names = agent.variable === null ? [] : [agent.variable];
    const given = [...names, ...Object.keys(project.environment)];
    const texts = workflows.map(([path, text]) => aWorkflow(path.split('/').at(-1) ?? '', text));
    const judges = ci.map((name, at) =>
      aWorkflow(`ci-${at}.yml`, ciText.replace('name: CI', `name: ${JSON.stringify(name)}`)),
    );
    const facts = healthyFacts({
      ...withConfig({ agentVariables: given }),
      workflows: [...texts, ...judges],
      repositorySecrets: seen(names),
    });
    const judged = examine(facts).filter(({ check }) =>
      [
        'workflows',
        'wake_ups',
        'called_permissions',
        'agent_variables',
        'token',
        'environment',
        'ci_token_too_strong',
      ].includes(check),
    );
    // Without CI the example's name for it stays, and the doctor says that nothing is called so.
    const expected = ci.length === 0 ? ['wake_ups'] : [];
    expect(judged.filter(({ verdict }) => verdict !== 'pass').map(({ check }) => check)).toEqual(expected);
  });

  test('is a configuration without a fault', () => {
    const read = parseConfig(files['.github/orchestrate.yml'] ?? '', '.github/orchestrate.yml');
    expect(read).toMatchObject({ kind: 'config', config: { project: 'tidy-print', backlog: 'backlog.json' } });
  });

  test('is a backlog with a story that can be worked on', () => {
    const read = parseBacklog(JSON.parse(files['backlog.json'] ?? ''));
    expect(read.kind === 'backlog' && read.backlog.epics.flatMap(({ stories }) => stories)).toHaveLength(1);
  });
});

describe('what is proposed where configuration, workflow and state are not called as usual', () => {
  const places = { configPath: 'ops/loop.yml', workflowFile: 'loop.yml', stateBranch: 'ops/state: "x"' };
  const files = filesOf(node, claude, ['CI'], places);
  const readings = Object.entries(files).flatMap(([path, text]) =>
    path.startsWith('.github/workflows/') ? [aWorkflow(path.slice('.github/workflows/'.length), text)] : [],
  );

  test('lies where it was said', () => {
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['.github/workflows/loop.yml', 'ops/loop.yml']));
    expect(Object.keys(files)).not.toContain('.github/workflows/orchestrate.yml');
    expect(Object.keys(files)).not.toContain('.github/orchestrate.yml');
  });

  test('tells each of our steps that looks there, and no agent', () => {
    const told = ownStepsOf(readings, 'loop.yml').map(({ phase, step }) => [
      phase,
      step.with['config'],
      step.with['workflow'],
      step.with['state-branch'],
    ]);
    const all = ['ops/loop.yml', 'loop.yml', 'ops/state: "x"'];
    expect(told.toSorted()).toEqual([
      ['agent', undefined, undefined, undefined],
      ['command', ...all],
      ['command', ...all],
      ['doctor', ...all],
      ['plan', ...all],
      ['settle', ...all],
    ]);
  });

  test('reports on that branch', () => {
    const report = readings.flatMap((reading) =>
      reading.kind === 'workflow' && reading.workflow.path.endsWith('-report.yml') ? reading.workflow.jobs : [],
    );
    const steps = report.flatMap((job) => job.steps);
    expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with['ref']).toBe(places.stateBranch);
    expect(steps.find(({ uses }) => uses?.includes('/report@'))?.with['branch']).toBe(places.stateBranch);
  });
});

test('the workflow for those who require the gate comes only with their wish', () => {
  const gate = Object.keys(examples).filter((name) => name.includes('gate'));
  const starting = {
    examples,
    ...usual,
    backlogPath: 'b',
    slug: 's',
    action: pinned,
    ci: ['CI'],
    project: node,
    agent: claude,
  };
  const plain = Object.keys(listStarterFiles({ ...starting, requireGate: false }));
  expect(plain.filter((path) => path.includes('gate'))).toEqual([]);
  expect(Object.keys(listStarterFiles({ ...starting, requireGate: true }))).toHaveLength(plain.length + gate.length);
});
