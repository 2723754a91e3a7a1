import { describe, expect, it } from 'vitest';
import { restOf } from '../../sandbox/demo/waiting.ts';
import { describeHold } from '../../src/core/reasons.ts';
import { minute, noon } from '../builders/ledger.ts';
import { agentScenes } from '../builders/reason-scenes/agents.ts';
import { mergeScenes } from '../builders/reason-scenes/merge.ts';
import { type ReasonScene, reach } from '../builders/reason-scenes/reason-scene.ts';

async function holdsOf(scene: ReasonScene): Promise<ReadonlyMap<string, string>> {
  return new Map((await reach(scene)).map((hold, index) => [`1.${index}`, describeHold(hold)]));
}

describe('what only rests', () => {
  it.each([
    ['a story whose machines failed', agentScenes.backing_off],
    ['a merge that GitHub did not make', mergeScenes.merge_again],
  ])('is waited for as long as the loop says: %s', async (_, scene) => {
    const holds = await holdsOf(scene);
    // The scenes rest for a minute from noon.
    expect(restOf({ holds }, noon)).toBe(minute);
    expect(restOf({ holds }, noon + minute - 1)).toBe(1);
    expect(restOf({ holds }, noon + minute + 1)).toBe(0);
  });

  it('is waited for until the first of it is tried again', () => {
    const rests = (seconds: number): string =>
      `rests: not before ${new Date(noon + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC. Nothing to do.`;
    expect(
      restOf(
        {
          holds: new Map([
            ['1.1', rests(40)],
            ['1.2', rests(15)],
            ['-', 'a person has paused it.'],
          ]),
        },
        noon,
      ),
    ).toBe(15_000);
  });

  it('is nothing where every hold waits for something else', async () => {
    const holds = await holdsOf(agentScenes.rejections_exhausted);
    expect(holds.size).toBeGreaterThan(0);
    expect(restOf({ holds }, noon)).toBe(0);
  });
});
