import type { OrderOf } from '../../../src/core/commands/order.ts';
import type { Row } from './rows.ts';

const given = { by: 'ann', at: 0, comment: null } as const;
const because = 'a person asked for it';
const backfill: OrderOf<'backfill'> = {
  ...given,
  kind: 'backfill',
  story: '1.1',
  pullRequest: 4,
  reason: 'done before there was a backlog',
};

/** What a person asked for that loopctl and GitHub are to be told. */
export const orderRows = {
  rerun_checks: [
    {
      when: 'a workflow run of the head has failed',
      async arrange(scene) {
        const { head } = await scene.pull();
        const { runId } = scene.checked(head, 'test');
        const order = { ...given, kind: 'rerun_checks', story: '1.1', headSha: head, runs: [runId] } as const;
        return { kind: 'rerun_checks', because, story: await scene.story(), order: { ...order, runs: [runId] } };
      },
    },
  ],
  backfill_story: [
    {
      when: 'nobody has touched the story',
      async arrange(scene) {
        return { kind: 'backfill_story', because, story: await scene.story(), order: backfill, how: 'backfill' };
      },
    },
    {
      when: 'the story was rejected before',
      async arrange(scene) {
        await scene.rejected();
        return { kind: 'backfill_story', because, story: await scene.story(), order: backfill, how: 'mark_complete' };
      },
    },
  ],
  create_story: [
    {
      when: 'the number is nobody’s',
      async arrange() {
        const story = {
          story: '1.9',
          epic: 1,
          title: 'Nine',
          description: 'The ninth.',
          criteria: ['nine.txt holds 9'],
        };
        return { kind: 'create_story', because, order: { ...given, kind: 'add', ...story } };
      },
    },
  ],
} as const satisfies Record<string, readonly Row[]>;
