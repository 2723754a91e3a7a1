import { expect, it } from 'vitest';
import { createKiller, type Kill } from './killer.ts';
import { chooseSeed, createRandom } from './random.ts';
import { openSimulatedWorld } from './simulated-world.ts';
import { smallBacklog, smallStories } from './small-project.ts';

const enough = 30;
/** So many of them in one play at most: the end of each is looked at. */
const perPlay = 18;

/** Plays the project once under fire, and returns what was killed; it must come to its end all the same. */
async function playUnderFire(random: () => number, most: number): Promise<readonly Kill[]> {
  const killer = createKiller({ random, enough: most });
  await using world = await openSimulatedWorld({ backlog: smallBacklog, onEvent: killer.observe });
  killer.follow(world);
  // A cron whose pass was killed says nothing of whether the loop stands still.
  const ending = await world.playToEnd(smallStories, () => killer.kills.length);
  const account = { kills: killer.kills, decisions: world.decisions, errors: [...new Set(world.errors)] };
  const violations = await world.auditor.violations();
  expect({ ending, violations }, JSON.stringify(account, null, 1)).toEqual({ ending: 'done', violations: [] });
  const merged = world.github.world.pulls().filter((pull) => pull.merged);
  // What was pushed by a settle that was killed there is passed over by the next agent's: `-2`.
  const branches = merged.map(({ headRef }) => headRef.replace(/-\d+$/, '')).sort();
  expect(branches).toEqual(smallStories.map((story) => `orchestrate/${story}`));
  return killer.kills;
}

it('comes to the same end, with no effect twice, however often its jobs are killed', { timeout: 600_000 }, async () => {
  const random = createRandom(chooseSeed('killed jobs'));
  const kills: Kill[] = [];
  while (kills.length < enough) kills.push(...(await playUnderFire(random, Math.min(perPlay, enough - kills.length))));
  expect(kills).toHaveLength(enough);
});
