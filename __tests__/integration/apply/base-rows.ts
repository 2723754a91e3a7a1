import type { DecisionKind } from '../../../src/core/decision.ts';
import type { Row } from './rows.ts';
import { headAt, type Scene } from './scene.ts';

const because = 'the base is red';
const branch = 'orchestrate/repair-1';

/** What is done about a base that is red, or whose CI gave no answer. */
export const baseRows = {
  accept_repair: [
    {
      when: 'the repair is the first',
      async arrange(scene) {
        const head = headAt(await scene.work('mended.txt'), scene.tip());
        const place = { assignment: '99-3', branch, head, expected: null };
        return { kind: 'accept_repair', because, story: await scene.story(), ...place };
      },
    },
  ],
  revert: [
    {
      when: 'the repair has a pull request of its own',
      async arrange(scene) {
        const { number: pullRequest, id: pullRequestId } = await scene.merged();
        const reverted = { reverts: '1.1', pullRequest, pullRequestId, failures: ['test failed'] };
        return {
          kind: 'revert',
          because,
          story: await scene.story(),
          ...reverted,
          closes: await openRepair(scene),
          forgetsOrder: false,
        };
      },
    },
    {
      when: 'no repair has come as far',
      async arrange(scene) {
        const { number: pullRequest, id: pullRequestId } = await scene.merged();
        const reverted = { reverts: '1.1', pullRequest, pullRequestId, failures: ['test failed'] };
        return { kind: 'revert', because, story: await scene.story(), ...reverted, closes: null };
      },
    },
  ],
  drop_repair: [
    {
      when: 'its pull request is open',
      async arrange(scene) {
        return {
          kind: 'drop_repair',
          because,
          story: await scene.story(),
          closes: await openRepair(scene),
          forgetsOrder: false,
        };
      },
    },
  ],
  start_base_ci: [
    {
      when: 'a run was cancelled',
      async arrange(scene) {
        const { runId } = scene.checked(scene.tip(), 'test');
        return { kind: 'start_base_ci', because, sha: scene.tip(), runs: [runId], workflows: [] };
      },
    },
    {
      when: 'nothing has run',
      async arrange(scene) {
        return { kind: 'start_base_ci', because, sha: scene.tip(), runs: [], workflows: ['ci.yml'] };
      },
    },
  ],
} as const satisfies Partial<Record<DecisionKind, readonly Row[]>>;

/** The pull request of a repair, open. */
async function openRepair({ world: { site } }: Scene): Promise<number> {
  const { world } = site;
  await world.pushAs('ann', { branch, files: { 'mended.txt': 'mended\n' }, message: 'Mend it' });
  return await world.openPullAs('ann', { head: branch, base: 'main', title: 'Mend it' });
}
