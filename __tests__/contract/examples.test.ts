import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { type InputName, inputDefinition, inputNames, outputs, type Phase, phases } from '../../src/inputs/registry.ts';
import { type Job, namesTaken, readWorkflow, root, type Step } from './workflow-file.ts';

const main = await readWorkflow('examples/orchestrate.yml');
const called = await readWorkflow('examples/orchestrate-assignment.yml');

function job(name: string): Job {
  const found = main.jobs.get(name) ?? called.jobs.get(name);
  if (found === undefined) throw new Error(`no job ${name}`);
  return found;
}

function stepOf(name: string, action: string): Step {
  const found = job(name).steps.find(({ uses }) => uses?.startsWith(`${action}@`));
  if (found === undefined) throw new Error(`job ${name} has no step ${action}`);
  return found;
}

function stepOfPhase(phase: Phase): Step {
  const found = job(jobOfPhase[phase]).steps.filter(({ with: given }) => given['phase'] === phase);
  const [step] = found;
  if (step === undefined || found.length > 1) throw new Error(`${found.length} steps of phase ${phase}`);
  return step;
}

const stringInput = { description: expect.any(String), type: 'string', required: false };

const orchestrate = 'orchestrate-action/orchestrate';
const jobOfPhase = {
  doctor: 'plan',
  command: 'plan',
  plan: 'plan',
  agent: 'agent',
  settle: 'settle',
} as const satisfies Record<Phase, string>;

describe.each(phases)('the example step of phase %s', (phase) => {
  it('is there once, with all the inputs it needs and none that it does not take', () => {
    const { with: given } = stepOfPhase(phase);
    const needed = inputNames.filter((input) => definitionFor(input, phase).required);
    expect(Object.keys(given)).toEqual(expect.arrayContaining(needed));
    expect(Object.keys(given).filter((input) => !taken(phase).includes(input))).toEqual([]);
  });
});

describe('the step that does what a person asks for', () => {
  it('comes before the plan that acts on it, and only where something is asked for', () => {
    const { steps } = job('plan');
    expect(steps.indexOf(stepOfPhase('command'))).toBe(steps.indexOf(stepOfPhase('plan')) - 1);
    expect(stepOfPhase('command').if).toBe(
      expression(
        "inputs.command != '' && inputs.command != 'doctor' && inputs.command != 'dry-run' && inputs.command != 'rehearse'",
      ),
    );
    expect(stepOfPhase('doctor').if).toBe(expression("inputs.command == 'doctor'"));
  });

  it('is none for a rehearsal or a dry run, which the plan itself is asked for', () => {
    expect(stepOfPhase('plan').with).toMatchObject({
      rehearse: expression("inputs.command == 'rehearse'"),
      'dry-run': expression("inputs.command == 'dry-run'"),
    });
  });

  it("takes the run's inputs as they are, and goes by who started the run", () => {
    expect(stepOfPhase('command').with).toMatchObject({
      command: expression('inputs.command'),
      story: expression('inputs.story'),
    });
    expect(stepOfPhase('command').with).not.toHaveProperty('actor');
    const { inputs } = main.dispatch;
    expect(Object.values(inputs)).toEqual([stringInput, stringInput]);
    expect(Object.keys(inputs)).toEqual([...new Set(namesTaken(main.text, 'inputs.'))]);
  });
});

describe('the trusted jobs', () => {
  it.each(['plan', 'settle'])('%s sits in the environment and runs nothing of the repository', (name) => {
    const { environment, steps, permissions } = job(name);
    expect(environment).toBe('orchestrate');
    expect(permissions).toEqual({});
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    const actions = steps.map(({ uses }) => uses?.split('@')[0]);
    expect(new Set(actions.filter((action) => action !== 'actions/upload-artifact'))).toEqual(
      new Set(['actions/create-github-app-token', orchestrate]),
    );
  });

  it.each(['plan', 'settle'])('%s acts in the name of the App, by a token minted for this job', (name) => {
    const { id, with: given } = stepOf(name, 'actions/create-github-app-token');
    expect(given['client-id']).toBe(expression('secrets.ORCHESTRATE_APP_ID'));
    expect(given['private-key']).toBe(expression('secrets.ORCHESTRATE_APP_KEY'));
    for (const step of job(name).steps.filter(({ uses }) => uses?.startsWith(`${orchestrate}@`))) {
      expect(step.with['token']).toBe(expression(`steps.${id}.outputs.token`));
    }
  });

  it.each(['plan', 'settle'])('%s tells the webhook of the environment, where there is one', (name) => {
    const step = job(name).steps.find(({ with: given }) => given['phase'] === name);
    expect(step?.with['webhook-url']).toBe(expression('secrets.ORCHESTRATE_WEBHOOK'));
  });

  it('judge an outcome whatever became of its agent, and only where there is one; a rehearsal has its end always', () => {
    expect(job('settle').needs).toBe('agent');
    expect(job('settle').if).toBe(
      expression("always() && (needs.agent.outputs.outcome-artifact != '' || startsWith(inputs.id, 'rehearsal-'))"),
    );
  });

  it('keep what the pass left for replay whatever came of it, where the phase writes it, under a name of its own', () => {
    for (const name of ['plan', 'settle']) {
      const upload = job(name).steps.findLast(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
      expect(upload?.if).toBe(expression('always()'));
      expect(upload?.with['path']).toBe(`${expression('runner.temp')}/orchestrate-record`);
      expect(upload?.with['if-no-files-found']).toBe('ignore');
      const parts = ['github.run_id', 'github.run_attempt', ...(name === 'settle' ? ['inputs.id'] : [])];
      for (const part of parts) expect(upload?.with['name']).toContain(expression(part));
    }
  });

  it('end before a lease could be forgotten', () => {
    for (const name of ['plan', 'settle']) expect(job(name)['timeout-minutes']).toBeLessThanOrEqual(15);
  });
});

describe('the agent job', () => {
  it('is in no environment, may only read, and sees no key of the App', () => {
    const agent = job('agent');
    expect(agent.environment).toBeUndefined();
    expect(agent.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(agent)).not.toMatch(/ORCHESTRATE_APP|create-github-app-token|github\.token|GITHUB_TOKEN/);
  });

  it("gives the agent's key to the step that runs it, and to no other", () => {
    const holders = job('agent').steps.filter((step) => JSON.stringify(step).includes('secrets.'));
    expect(holders).toEqual([stepOf('agent', orchestrate)]);
  });

  it('checks out the commit of the assignment', () => {
    expect(stepOf('agent', 'actions/checkout').with['ref']).toBe(expression('inputs.ref'));
  });

  it('reads the assignments of its own run by id, where the phase looks for them', () => {
    const { with: given } = stepOf('agent', 'actions/download-artifact');
    expect(given['artifact-ids']).toBe(expression('inputs.assignments-artifact'));
    expect(given['path']).toBe(stepOf('agent', orchestrate).with['assignments']);
  });

  it('keeps the outcome whatever happened, where the phase wrote it, under a name of its own', () => {
    const upload = stepOf('agent', 'actions/upload-artifact');
    expect(upload.if).toBe(expression('always()'));
    expect(upload.with['path']).toBe(stepOf('agent', orchestrate).with['outcome']);
    expect(upload.with['if-no-files-found']).toBe('error');
    const parts = ['inputs.id', 'github.run_id', 'github.run_attempt'].map(expression);
    for (const part of parts) expect(upload.with['name']).toContain(part);
  });

  it('tells settle the id and the digest of exactly that upload', () => {
    expect(job('agent').outputs).toEqual({
      'outcome-artifact': expression('steps.upload.outputs.artifact-id'),
      'outcome-digest': expression('steps.upload.outputs.artifact-digest'),
    });
    const { with: given } = stepOf('settle', orchestrate);
    expect(given['outcome-artifact']).toBe(expression('needs.agent.outputs.outcome-artifact'));
    expect(given['outcome-digest']).toBe(expression('needs.agent.outputs.outcome-digest'));
  });

  it("has time for setup, agent and check by the configuration's defaults", () => {
    const command = { command: 'x' };
    const agents = { implement: command, review: command };
    const config = configSchema.parse({ version: 1, project: 'x', agents, setup: command, verify: command });
    const minutes = [config.agents.implement, config.setup, config.verify].map(
      (step) => step?.['timeout-minutes'] ?? 0,
    );
    expect(job('agent')['timeout-minutes']).toBeGreaterThan(minutes.reduce((sum, next) => sum + next, 0));
  });

  it('marks the place for steps of the user, not run for reviews', () => {
    expect(called.text).toMatch(/Your own setup goes here[\s\S]*if: \$\{\{ !inputs\.review \}\}/);
  });
});

describe('the run', () => {
  it('can be stopped at no cost by a variable', () => {
    expect(job('plan').if).toBe(expression("vars.ORCHESTRATE != 'off'"));
    expect(job('assignment').needs).toBe('plan');
  });

  it("has one plan at a time, but for a person's command, which must not be replaced; and no other concurrency", () => {
    const ofCommand = expression("inputs.command && format('-{0}', github.run_id) || ''");
    expect(job('plan').concurrency).toEqual({ group: `orchestrate-plan${ofCommand}`, 'cancel-in-progress': false });
    expect(`${main.text}${called.text}`.match(/^ *concurrency:/gm)).toHaveLength(1);
  });

  it('has no matrix when there is nothing to do', () => {
    expect(job('assignment').if).toBe(expression("needs.plan.outputs.count != '0'"));
    expect(stepOf('plan', 'actions/upload-artifact').if).toBe(expression("steps.plan.outputs.count != '0'"));
  });

  it('takes from the plan step only outputs that it has', () => {
    const known = Object.entries(outputs).filter(([, { phases }]) => phases.some((phase) => phase === 'plan'));
    const used = new Set(namesTaken(main.text, 'steps.plan.outputs.'));
    expect(known.map(([name]) => name)).toEqual(expect.arrayContaining([...used]));
  });

  it('hands over between jobs only what the job before gives', () => {
    expect(Object.keys(job('plan').outputs)).toEqual(
      expect.arrayContaining([...new Set(namesTaken(main.text, 'needs.plan.outputs.'))]),
    );
    expect(Object.keys(job('agent').outputs)).toEqual(
      expect.arrayContaining([...new Set(namesTaken(called.text, 'needs.agent.outputs.'))]),
    );
  });

  it('gives the called workflow exactly the inputs it declares', () => {
    const declared = [...called.text.matchAll(/^ {6}([\w-]+):\n {8}description:/gm)].map((match) => match[1]);
    expect(Object.keys(job('assignment').with)).toEqual(declared);
    expect(new Set(namesTaken(called.text, 'inputs.'))).toEqual(new Set(declared));
  });

  it('grants the called workflow what its jobs need together, and no more', () => {
    const needed = Object.assign({}, ...[...called.jobs.values()].map(({ permissions }) => permissions));
    expect(job('assignment').permissions).toEqual(needed);
    expect(job('assignment').uses).toBe('./.github/workflows/orchestrate-assignment.yml');
  });

  it('lets the called workflow have the secrets, which its environment and its agent need', () => {
    expect(job('assignment').secrets).toBe('inherit');
  });
});

describe('what the examples say of themselves', () => {
  it('names the environment, the secrets and the switch in the instructions at the top', async () => {
    const head = (await readFile(join(root, 'examples/orchestrate.yml'), 'utf8')).split('\nname:')[0] ?? '';
    for (const name of ['`orchestrate`', 'ORCHESTRATE_APP_ID', 'ORCHESTRATE_APP_KEY', 'ORCHESTRATE to `off`']) {
      expect(head).toContain(name);
    }
  });
});

/** As it stands in the file. */
function expression(body: string): string {
  return `\${{ ${body} }}`;
}

function definitionFor(input: InputName, phase: Phase): { readonly isTaken: boolean; readonly required: boolean } {
  const { phases, required } = inputDefinition(input);
  const isTaken = phases.includes(phase);
  return { isTaken, required: required && isTaken };
}

function taken(phase: Phase): readonly string[] {
  return inputNames.filter((input) => definitionFor(input, phase).isTaken);
}
