import type { RecordHumanMerge } from '../../../src/core/people-decision.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';

interface Place {
  readonly when: string;
  readonly how: RecordHumanMerge['how'];
  /** Brings the story there. */
  readonly lead: (scene: Scene) => Promise<void>;
}

/** The places where a merge by a person can find the story in loopctl. */
const places: readonly Place[] = [
  { when: 'an author of ours was at work', how: 'report', lead: (scene) => scene.begun() },
  {
    when: 'the story was reported, and its review is not completed',
    how: 'complete',
    async lead(scene) {
      await scene.begun();
      await scene.pass.loopctl.report((await scene.story()).id);
    },
  },
  { when: 'nobody had begun', how: 'backfill', lead: async () => undefined },
  { when: 'only the handshake was made', how: 'mark_complete', lead: (scene) => scene.contracted() },
  { when: 'it had been rejected', how: 'mark_complete', lead: (scene) => scene.rejected() },
];

/** A merge by a person, from each of them. */
export const humanMergeRows: readonly Row[] = places.map(({ when, how, lead }) => ({
  when,
  async arrange(scene) {
    await lead(scene);
    const facts = { how, pullRequest: 1, person: 'ann', mergeSha: scene.tip() };
    return { kind: 'record_human_merge', because: 'merged by hand', story: await scene.story(), ...facts };
  },
}));
