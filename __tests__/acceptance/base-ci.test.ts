import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { RunRecord } from '../../sandbox/actions-host.ts';
import { aConfig, pullRequestRule, requiredTest } from './action-world.ts';
import { aBacklog } from './backlog-file.ts';
import { openWorkflowWorld, type WorkflowWorld } from './workflow-world.ts';

/** CI that takes its time on commits that hold a file `slow`. */
const ci = `name: CI
on: { push: { branches: [main] }, pull_request: {} }
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - run: '[ ! -f slow ] || sleep 4'
`;

function findCi({ github }: WorkflowWorld, sha: string): RunRecord | undefined {
  return github.host.runs().find(({ workflowName, trigger }) => workflowName === 'CI' && trigger.headSha === sha);
}

it('starts the base’s cancelled CI once more, and goes on from what it then says', async () => {
  await using world = await openWorkflowWorld({
    'README.md': 'A demonstration.\n',
    '.github/workflows/ci.yml': ci,
    'backlog.json': aBacklog({ epics: [] }),
    '.github/orchestrate.yml': aConfig(),
  });
  const { github, runner } = world;
  const ada = github.world.createUser('ada', 'admin');
  // A push that the rules forbid, as of somebody who may pass over them.
  github.world.removeRuleset('main');
  const tip = await github.world.pushAs('ada', { branch: 'main', files: { slow: 'yes\n' }, message: 'Slow down' });
  github.world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, requiredTest] });
  while (findCi(world, tip)?.status !== 'in_progress') await sleep(50);
  const cancelled = findCi(world, tip)?.id ?? 0;
  const { status } = await fetch(`${github.apiUrl}/repos/ada/demo/actions/runs/${cancelled}/cancel`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ada}` },
  });
  expect(status).toBe(202);
  await runner.idle();
  await world.run(ada);
  expect(findCi(world, tip)).toMatchObject({ attempt: 2, conclusion: 'success' });
  const { base, started } = await world.ledger();
  expect(started).toMatchObject({ sha: tip, isRefused: false });
  expect(base.proven?.sha).toBe(tip);
});
