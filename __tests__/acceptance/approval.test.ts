import { expect, it } from 'vitest';
import { recall } from '../../src/core/ledger.ts';
import { type ActionWorld, aConfig, foundWorld } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { finish, iterate, planOnly, prove } from './run-by-hand.ts';

const branch = 'orchestrate/1.1';

/** A world in which only what a person approved may merge; the pull request of story 1.1 is reviewed by us. */
async function openReviewed(): Promise<ActionWorld> {
  const world = await foundWorld({
    files: {
      'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }),
      '.github/orchestrate.yml': aConfig({ merge: { approve: { epics: [1] } } }),
    },
  });
  await iterate(world);
  prove(world);
  await iterate(world);
  prove(world);
  return world;
}

function isMerged({ github }: ActionWorld): boolean {
  return github.world.pulls().some(({ headRef, merged }) => headRef === branch && merged);
}

it('what a person who may write has approved, and only the very head, is merged', async () => {
  await using world = await openReviewed();
  const { github } = world;
  const number = github.world.pulls()[0]?.number ?? 0;
  github.world.createUser('ben', 'read');
  github.world.createUser('bea', 'write');
  expect((await planOnly(world)).text).toContain(`#${number}, by \`merge.approve.epics\``);

  github.world.reviewAs('ben', number, { event: 'APPROVE' });
  expect((await planOnly(world)).text).toContain(`#${number}, by \`merge.approve.epics\``);
  expect(isMerged(world)).toBe(false);

  github.world.reviewAs('bea', number, { event: 'REQUEST_CHANGES' });
  expect((await planOnly(world)).text).toContain(`a person requested changes: #${number} by bea`);

  // Approved, and then somebody pushes: what was approved is not what would be merged.
  github.world.reviewAs('bea', number, { event: 'APPROVE' });
  await github.world.pushAs('ada', { branch, files: { 'src/more.js': 'export const more = 1;\n' }, message: 'More' });
  prove(world);
  await iterate(world);
  prove(world);
  expect((await planOnly(world)).text).toContain('what bea approved is not what was pushed last');
  expect(isMerged(world)).toBe(false);

  github.world.reviewAs('bea', number, { event: 'APPROVE' });
  await finish(world);
  expect(isMerged(world)).toBe(true);
  expect(recall(await world.ledger(), '1.1').merged).toBeNull();
});
