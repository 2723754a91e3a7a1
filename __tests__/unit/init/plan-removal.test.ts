import { describe, expect, test } from 'vitest';
import type { InitFacts } from '../../../src/init/facts.ts';
import { renderFirstBacklog } from '../../../src/init/files/first-backlog.ts';
import { planRemoval } from '../../../src/init/plan-removal.ts';
import { detectProject } from '../../../src/init/project/detect-project.ts';
import { aWorkflow, ciText } from '../../builders/doctor-facts.ts';
import { bareFacts, readyFacts, wishes } from '../../builders/init-facts.ts';

const everything: Partial<InitFacts> = {
  rulesets: [
    { id: 1, name: 'orchestrate: base' },
    { id: 2, name: 'orchestrate: state' },
    { id: 3, name: 'of the house' },
  ],
  branches: ['orchestrate-state', 'orchestrate-setup', 'orchestrate/1.1', 'orchestrate-notes-of-ours'],
  labels: ['orchestrate', 'orchestrate: needs human', 'orchestrate-dashboard'],
  hasVariable: true,
  isOff: true,
};

function states(facts: InitFacts): Readonly<Record<string, string>> {
  return Object.fromEntries(planRemoval(facts, wishes).map(({ key, state }) => [key, state.kind]));
}

function pathsOf(facts: InitFacts, key: string): readonly string[] {
  const { actions = [] } = planRemoval(facts, wishes).find((step) => step.key === key) ?? {};
  return actions.flatMap((action) => (action.kind === 'api' ? [action.path] : []));
}

test('stops the loop and proposes that its files go, before anything that its jobs need', () => {
  expect(states(readyFacts({ ...everything, isOff: false }))).toMatchObject({
    stop: 'todo',
    files: 'todo',
    rulesets: 'blocked',
    branches: 'blocked',
    environment: 'blocked',
    agent_secret: 'blocked',
    labels: 'blocked',
    variable: 'blocked',
    app: 'blocked',
  });
});

test('waits for the pull request that takes the files out', () => {
  expect(states(readyFacts({ removalPull: 'u' }))['files']).toBe('waiting');
});

test('takes out what lies elsewhere than usual, where that was said', () => {
  const elsewhere = { ...wishes, workflowFile: 'loop.yml', configPath: 'ops/loop.yml' };
  const facts = readyFacts({}, { workflows: [aWorkflow('loop.yml', ciText), aWorkflow('orchestrate.yml', ciText)] });
  const [action] = planRemoval(facts, elsewhere).find(({ key }) => key === 'files')?.actions ?? [];
  expect(action).toMatchObject({ files: { '.github/workflows/loop.yml': null, 'ops/loop.yml': null } });
  expect(JSON.stringify(action)).not.toContain('orchestrate.yml');
});

describe('when the files are gone', () => {
  const { environment, app } = readyFacts();
  const gone = bareFacts({ ...everything, environment, app, secrets: ['ANTHROPIC_API_KEY'] });

  test('takes out the rest', () => {
    const kinds = states(gone);
    for (const key of ['rulesets', 'branches', 'environment', 'agent_secret', 'labels', 'variable', 'app']) {
      expect(kinds[key], key).toBe('todo');
    }
  });

  test('takes out its own alone', () => {
    expect(pathsOf(gone, 'rulesets')).toEqual([1, 2].map((id) => `repos/ada/Tidy.Print/rulesets/${id}`));
    expect(pathsOf(gone, 'labels').map((path) => path.split('/').at(-1))).toEqual([
      'orchestrate',
      'orchestrate%3A%20needs%20human',
      'orchestrate-dashboard',
    ]);
    expect(pathsOf(gone, 'branches').join(' ')).not.toContain('notes-of-ours');
  });

  // A branch may be called anything that git takes, by everybody who may push.
  test.each([
    ['orchestrate/1.1', 'orchestrate/1.1'],
    ['orchestrate/%2e%2e/main', 'orchestrate/%252e%252e/main'],
    ['orchestrate/1.1#2', 'orchestrate/1.1%232'],
    ['orchestrate/{branch}', 'orchestrate/%7Bbranch%7D'],
  ])('deletes the branch %s and no other', (name, path) => {
    const branched = bareFacts({ ...everything, branches: [name] });
    expect(pathsOf(branched, 'branches')).toEqual([`repos/ada/Tidy.Print/git/refs/heads/${path}`]);
  });

  test('says of a branch how it is kept in a command that holds it as one word', () => {
    const branched = bareFacts({ ...everything, branches: ['orchestrate/$(reboot)'] });
    const { undo = '' } = planRemoval(branched, wishes).find((step) => step.key === 'branches') ?? {};
    expect(undo).toMatch(/git fetch origin 'orchestrate\/\$\(reboot\)'$/);
  });

  test("leaves the agent's key to a workflow of the project's own that uses it", () => {
    const texts = { '.github/workflows/bot.yml': `jobs: { a: { env: { K: "\${{ secrets.ANTHROPIC_API_KEY }}" } } }` };
    const used = bareFacts({ ...everything, secrets: ['ANTHROPIC_API_KEY'], sources: { names: [], texts } });
    expect(states(used)['agent_secret']).toBe('done');
  });

  test('has nothing left to do in the end', () => {
    expect(Object.values(states(bareFacts())).filter((kind) => kind !== 'done')).toEqual([]);
  });
});

test('takes out a backlog that nobody touched, and leaves one that people wrote', () => {
  const facts = bareFacts();
  const { sources } = facts;
  const first = renderFirstBacklog(detectProject(sources, 'main'));
  const filesOf = (text: string): readonly string[] => {
    const texts = { ...sources.texts, 'backlog.json': text };
    const [action] = planRemoval(bareFacts({ sources: { ...sources, texts } }), wishes)[2]?.actions ?? [];
    return action?.kind === 'propose' ? Object.keys(action.files) : [];
  };
  expect(filesOf(first)).toEqual(['backlog.json']);
  expect(filesOf(first.replace('1.1', '1.2'))).toEqual([]);
});
