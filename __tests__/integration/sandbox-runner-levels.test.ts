import { expect, test } from 'vitest';
import { createWorld } from './sandbox-runner-world.ts';

const OUTER = `
name: Outer
on:
  workflow_dispatch:
permissions: {}
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs:
      ids: \${{ steps.ids.outputs.ids }}
    steps:
      - id: ids
        run: |
          echo 'ids=["a1","b2"]' >> "$GITHUB_OUTPUT"
          echo "ref is \${{ github.ref_name }}"
  assignment:
    needs: plan
    strategy:
      fail-fast: false
      matrix:
        id: \${{ fromJSON(needs.plan.outputs.ids) }}
    permissions:
      contents: read
    uses: ./.github/workflows/middle.yml
    with:
      id: \${{ matrix.id }}
    secrets: inherit
  finish:
    needs: [plan, assignment]
    runs-on: ubuntu-latest
    steps:
      - run: echo "last was \${{ needs.assignment.outputs.settled }} of \${{ needs.plan.outputs.ids }}"
`;

const MIDDLE = `
name: Middle
on:
  workflow_call:
    inputs:
      id: { type: string, required: true }
    outputs:
      settled:
        value: \${{ jobs.settle.outputs.settled }}
jobs:
  agent:
    runs-on: ubuntu-latest
    outputs:
      head: \${{ steps.work.outputs.head }}
    steps:
      - id: work
        run: echo "head=head-of-\${{ inputs.id }}" >> "$GITHUB_OUTPUT"
  deep:
    needs: agent
    uses: ./.github/workflows/inner.yml
    with: { head: "\${{ needs.agent.outputs.head }}" }
  settle:
    needs: [agent, deep]
    runs-on: ubuntu-latest
    outputs:
      settled: \${{ steps.done.outputs.done }}
    steps:
      - id: done
        run: echo "done=\${{ needs.deep.outputs.upper }}" >> "$GITHUB_OUTPUT"
`;

const INNER = `
on:
  workflow_call:
    inputs:
      head: { type: string }
    outputs:
      upper: { value: "\${{ jobs.shout.outputs.upper }}" }
jobs:
  shout:
    name: Shout \${{ inputs.head }}
    runs-on: ubuntu-latest
    outputs: { upper: "\${{ steps.s.outputs.upper }}" }
    steps:
      - id: s
        shell: bash
        env: { HEAD: "\${{ inputs.head }}" }
        run: echo "upper=\${HEAD^^}" >> "$GITHUB_OUTPUT"
`;

const FILES = {
  '.github/workflows/outer.yml': OUTER,
  '.github/workflows/middle.yml': MIDDLE,
  '.github/workflows/inner.yml': INNER,
};

test('runs matrix legs through two levels of called workflows and passes their outputs up', async () => {
  await using world = await createWorld();
  const sha = await world.commit(FILES);
  world.fire({ event: 'workflow_dispatch', sha, workflowPath: '.github/workflows/outer.yml' });
  await world.idle();
  expect(world.jobs()).toEqual([
    'assignment (a1) / agent: success',
    'assignment (a1) / deep / Shout head-of-a1: success',
    'assignment (a1) / settle: success',
    'assignment (b2) / agent: success',
    'assignment (b2) / deep / Shout head-of-b2: success',
    'assignment (b2) / settle: success',
    'finish: success',
    'plan: success',
  ]);
  expect(world.run()).toMatchObject({ status: 'completed', conclusion: 'success', workflowName: 'Outer' });
  expect(world.log('finish')).toMatch(/last was HEAD-OF-(A1|B2) of \["a1","b2"\]/);
  expect(world.log('plan')).toContain('ref is main');
});
