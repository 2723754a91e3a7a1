import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLoopFiles } from '../../sandbox/demo/loop-files.ts';
import { runDoctor } from '../../src/doctor/run-doctor.ts';
import { aConfig, pullRequestRule, requiredTest } from './action-world.ts';
import { aBacklog } from './backlog-file.ts';
import { openWorkflowWorld, type WorkflowWorld } from './workflow-world.ts';

const ci = `name: CI
on: { push: { branches: [main] }, pull_request: {} }
permissions: { contents: read }
jobs:
  test: { runs-on: ubuntu-latest, steps: [{ run: 'true' }] }
`;
const assignment = '.github/workflows/orchestrate-assignment.yml';

// A person with a terminal, the workflows as they are copied, the App's jobs: the whole way, there and back.
let world: WorkflowWorld;
let admin: string;
beforeAll(async () => {
  world = await openWorkflowWorld({
    'README.md': 'A demonstration.\n',
    '.github/workflows/ci.yml': ci,
    '.github/orchestrate.yml': aConfig({ setup: { command: 'true' }, verify: { command: 'test -f README.md' } }),
    'backlog.json': aBacklog(),
  });
  admin = world.github.world.createUser('ada', 'admin');
  // The rehearsals alone are what is looked at.
  expect((await world.run(admin, { command: 'pause' })).id).toBeGreaterThan(0);
});
afterAll(() => world[Symbol.asyncDispose]());

/** What the doctor says with a rehearsal; its findings of that as `check: mark`. */
async function rehearse(): Promise<{ readonly text: string; readonly findings: readonly string[] }> {
  const lines: string[] = [];
  await runDoctor(['--rehearse', '--repo', 'ada/demo', '--app', 'orchestrate-app'], {
    directory: '/',
    environment: { GH_TOKEN: admin, GITHUB_API_URL: world.github.apiUrl },
    say: (line) => lines.push(line),
    pause: () => sleep(100),
  });
  await world.runner.idle();
  const findings = lines.flatMap((line) => /^([✓✗?]) rehearsal_(\w+)/.exec(line)?.slice(1, 3).join(' ') ?? []);
  return { text: lines.join('\n'), findings };
}

/** Pushes files onto the base, past its rules. */
async function change(files: Readonly<Record<string, string>>): Promise<void> {
  const { world: site } = world.github;
  site.removeRuleset('main');
  await site.pushAs('ada', { branch: 'main', files, message: 'Set up otherwise' });
  site.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, requiredTest] });
  await world.runner.idle();
}

function canaries(): readonly unknown[] {
  const { pulls, branches } = world.github.world;
  const branch = [...branches().keys()].filter((name) => name.startsWith('orchestrate-rehearsal/'));
  return [...pulls().map(({ state, merged }) => (merged ? 'merged' : state)), ...branch];
}

it('shows that the App opens pull requests on which CI reports, and that an agent job can be prepared', async () => {
  const { text, findings } = await rehearse();
  expect(findings).toEqual(['✓ canary', '✓ ci', '✓ checks', '✓ permissions', '✓ job', '✓ setup', '✓ verify']);
  expect(text).toMatch(/rehearsal: http.*\/actions\/runs\/\d+\n {2}plan: /);
  expect(text).toMatch(/✓ ci_starts +the newest run on a pull request of an agent was not parked/);
  expect(canaries()).toEqual(['closed']);
});

it('closes the canary where a step of ours ends the agent job before Orchestrate comes to it, and says so', async () => {
  const file = (await world.github.world.git(['show', `main:${assignment}`])).replace(
    '- name: Run the agent',
    '- run: exit 1\n      $&',
  );
  await change({ [assignment]: file });
  const { text, findings } = await rehearse();
  expect(findings).toEqual(['✓ canary', '✓ ci', '✓ checks', '✓ permissions', '✗ job']);
  expect(text).toMatch(/the agent job ended before Orchestrate could leave anything/);
  expect(canaries()).toEqual(['closed', 'closed']);
});

it('says that CI waits for somebody where there is no App, and closes the canary', async () => {
  await change(await readLoopFiles(join(import.meta.dirname, '../..'), { token: 'job', approver: 'people' }));
  const { text, findings } = await rehearse();
  expect(findings).toEqual(['✓ canary', '✗ ci', '✓ permissions', '✓ job', '✓ setup', '✓ verify']);
  expect(text).toMatch(/CI waits for somebody to approve it: CI/);
  expect(canaries()).toEqual(['closed', 'closed', 'closed']);
});
