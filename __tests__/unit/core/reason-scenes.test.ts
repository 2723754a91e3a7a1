import { describe, expect, it } from 'vitest';
import { describeHold, isReasonCode, type ReasonCode, reasons } from '../../../src/core/reasons.ts';
import { agentScenes } from '../../builders/reason-scenes/agents.ts';
import { baseScenes } from '../../builders/reason-scenes/base.ts';
import { checkScenes } from '../../builders/reason-scenes/checks.ts';
import { mergeScenes } from '../../builders/reason-scenes/merge.ts';
import { pullRequestScenes } from '../../builders/reason-scenes/pull-request.ts';
import { type ReasonScene, reach } from '../../builders/reason-scenes/reason-scene.ts';
import { storyScenes } from '../../builders/reason-scenes/story.ts';
import { tokenScenes } from '../../builders/reason-scenes/token.ts';

/** A scene for every reason there is: a new one without does not compile. */
const scenes: Readonly<Record<ReasonCode, ReasonScene>> = {
  ...storyScenes,
  ...agentScenes,
  ...pullRequestScenes,
  ...checkScenes,
  ...mergeScenes,
  ...baseScenes,
  ...tokenScenes,
};

describe('every reason of the catalogue is come to', () => {
  it.each(Object.keys(scenes).filter(isReasonCode))('%s', async (code) => {
    const holds = await reach(scenes[code]);
    const hold = holds.find((one) => one.code === code);
    expect(holds.map((one) => one.code)).toContain(code);
    const said = hold === undefined ? '' : describeHold(hold);
    expect(said).toContain(reasons[code].title);
    expect(said.endsWith(reasons[code].remedy)).toBe(true);
  });

  it('is no longer than the catalogue', () => {
    expect(new Set(Object.keys(scenes))).toEqual(new Set(Object.keys(reasons)));
  });
});
