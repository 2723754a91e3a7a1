import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActionWorld, aConfig, foundWorld, type StepChange } from './action-world.ts';
import { expectRefusal } from './refusal.ts';

// One world for all: what is refused leaves it as it was, and that is what every test looks at.
let world: ActionWorld;
const usual = '.github/orchestrate.yml';

afterAll(() => world[Symbol.asyncDispose]());

describe('a configuration that cannot stand is refused before anything is written', () => {
  const rows: readonly { readonly fault: string; readonly config: string; readonly says: readonly string[] }[] = [
    {
      fault: 'empty',
      config: '# later\n',
      says: ['empty.yml: is empty', 'Start from `examples/orchestrate.config.yml`'],
    },
    {
      fault: 'unknown-key',
      config: aConfig({ concurency: 3 }),
      says: ['unknown-key.yml:', 'concurency: is not a known key', 'Did you mean `concurrency`?'],
    },
    {
      fault: 'newer-version',
      config: aConfig({ version: 2 }),
      says: ['version: is 2, newer than the 1 that this release understands', 'Use a newer release of Orchestrate'],
    },
    {
      fault: 'invalid-yaml',
      config: 'version: 1\nproject: [demo\nconcurrency: 2\n',
      says: ['invalid-yaml.yml:', 'is not valid YAML', 'Mend the line'],
    },
    {
      fault: 'several-faults',
      config: aConfig({ project: 'My Project', concurrency: 0, merge: { mode: 'always' } }),
      says: ['project: must be lower-case', 'concurrency: must be at least 1', 'merge.mode: must be one of'],
    },
  ];

  beforeAll(async () => {
    const files = rows.map(({ fault, config }) => [`config/${fault}.yml`, config] as const);
    world = await foundWorld({ files: { ...Object.fromEntries(files), [usual]: null, 'config/good.yml': aConfig() } });
  });

  it.each(rows)('$fault', async ({ fault, says }) => {
    await expectRefusal(world, says, { inputs: { config: `config/${fault}.yml` } });
  });

  it('none at all', async () => {
    await expectRefusal(world, [`There is no ${usual} on main`, 'Copy `examples/orchestrate.config.yml` there']);
  });
});

describe('inputs that cannot stand are refused before anything is written', () => {
  const rows: readonly { readonly fault: string; readonly change: StepChange; readonly says: readonly string[] }[] = [
    {
      fault: 'an unknown input',
      change: { inputs: { 'state-brunch': 'x' } },
      says: ['input state-brunch: is not an input of Orchestrate', 'Did you mean `state-branch`?'],
    },
    {
      fault: 'a renamed input',
      change: { inputs: { 'github-token': 'x' } },
      says: ['input github-token: is now called `token`', 'Rename it to `token` in the workflow'],
    },
    {
      fault: 'a phase that does not exist',
      change: { inputs: { phase: 'plann' } },
      says: ['input phase: must be one of plan, agent, settle, command, doctor, found `plann`'],
    },
    {
      fault: 'no token',
      change: { inputs: { token: '' } },
      says: ['input token: is missing, and phase plan needs it', 'Give it under `with:`'],
    },
    {
      fault: 'a token for the agent, which must not have one',
      change: { inputs: { phase: 'agent', assignment: '1-1' } },
      says: [
        'input token: must not be given to phase agent: what runs there is not trusted',
        'Remove it from this step',
      ],
    },
    {
      fault: 'a workflow that does not exist',
      change: { inputs: { workflow: 'loop.yml' } },
      says: ['no workflow loop.yml', 'Copy it from the examples to `.github/workflows/`'],
    },
    {
      fault: 'a server of loopctl without a key for it',
      change: { inputs: { 'loopctl-url': 'https://loopctl.example.com' } },
      says: ['variable LOOPCTL_ORCH_KEY: is missing, and `loopctl-url` needs it', 'Set it under `env:` of the step'],
    },
    {
      fault: 'another ref than the default branch',
      change: { variables: { GITHUB_REF: 'refs/heads/try' } },
      says: ['This run belongs to refs/heads/try, not to the default branch main', 'Start the workflow on main'],
    },
    {
      fault: 'an event file that is not there',
      change: { variables: { GITHUB_EVENT_PATH: '/nowhere/event.json' } },
      says: ['The event does not name the default branch', 'Start Orchestrate by the triggers of the example workflow'],
    },
    {
      fault: 'no workflow run at all',
      change: { variables: { GITHUB_REPOSITORY: 'demo' } },
      says: ['This is no step of a workflow run', 'GITHUB_REPOSITORY', 'Run the action from a workflow'],
    },
  ];
  const good = { config: 'config/good.yml' };

  it.each(rows)('$fault', async ({ change, says }) => {
    await expectRefusal(world, says, { ...change, inputs: { ...good, ...change.inputs } });
  });

  it('several problems together, each in an annotation of its own', async () => {
    const inputs = { token: '', workflow: 'a/b.yml', tokn: 'x' };
    const { errors } = await expectRefusal(world, ['3 problem(s) with the inputs of this step'], { inputs });
    expect(errors).toEqual([
      expect.stringContaining('input tokn: is not an input of Orchestrate. Did you mean `token`?'),
      expect.stringContaining('input token: is missing'),
      expect.stringContaining('input workflow: must be a file name ending in `.yml` or `.yaml`'),
      expect.stringContaining('3 problem(s)'),
    ]);
  });

  it('would not have been refused without the fault', async () => {
    const end = await world.run('plan', { inputs: good });
    expect(end).toMatchObject({ exitCode: 0, errors: [], outputs: { count: '2' } });
  });
});
