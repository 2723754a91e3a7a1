import type { RecordHumanMerge } from '../../../src/core/decision.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';

/** A merge by a person, from each place where it can find the story in loopctl. */
export const humanMergeRows: readonly Row[] = [
  {
    when: 'an author of ours was at work',
    async arrange(scene) {
      await scene.begun();
      return await recorded(scene, 'report');
    },
  },
  {
    when: 'the story was reported, and its review is not completed',
    async arrange(scene) {
      await scene.begun();
      await scene.pass.loopctl.report((await scene.story()).id);
      return await recorded(scene, 'complete');
    },
  },
  { when: 'nobody had begun', arrange: (scene) => recorded(scene, 'backfill') },
  {
    when: 'only the handshake was made',
    async arrange(scene) {
      await scene.contracted();
      return await recorded(scene, 'mark_complete');
    },
  },
  {
    when: 'it had been rejected',
    async arrange(scene) {
      await scene.reported();
      await scene.pass.loopctl.reject((await scene.story()).id, { reason: 'not yet' });
      return await recorded(scene, 'mark_complete');
    },
  },
];

async function recorded(scene: Scene, how: RecordHumanMerge['how']): Promise<RecordHumanMerge> {
  const facts = { how, pullRequest: 1, person: 'ann', mergeSha: scene.tip() };
  return { kind: 'record_human_merge', because: 'merged by hand', story: await scene.story(), ...facts };
}
