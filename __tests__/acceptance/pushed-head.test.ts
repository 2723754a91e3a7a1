import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recall, type StoryMemory } from '../../src/core/ledger.ts';
import { type ActionWorld, copyWorld, foundWorld } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { matrixOf } from './run-action.ts';
import { finish, iterate, planOnly, prove } from './run-by-hand.ts';

// The pull request of story 1.1 is open and green in this world; every test goes on in a copy.
let opened: ActionWorld;
beforeAll(async () => {
  opened = await foundWorld({ files: { 'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }) } });
  await iterate(opened);
  prove(opened);
});
afterAll(() => opened[Symbol.asyncDispose]());

const branch = 'orchestrate/1.1';

function headOf(world: ActionWorld): string {
  return world.github.world.branches().get(branch) ?? '';
}

async function memoryOf(world: ActionWorld): Promise<StoryMemory> {
  return recall(await world.ledger(), '1.1');
}

function push(world: ActionWorld, files: Readonly<Record<string, string>>): Promise<string> {
  return world.github.world.pushAs('ada', { branch, files, message: 'A hand lent' });
}

describe("a person's push onto a branch of ours", () => {
  it('is adopted when it stands, reviewed as it is now, and merged', async () => {
    await using world = await copyWorld(opened);
    const head = await push(world, { 'src/more.js': 'export const more = 1;\n' });
    prove(world);
    await iterate(world);
    expect(await memoryOf(world)).toMatchObject({
      head: { sha: head, by: 'human' },
      verdict: { headSha: head, review: { result: 'pass' } },
      merged: { headSha: head, by: null },
    });
    await finish(world);
    expect(await world.git(['show', 'main:src/more.js'])).toContain('more');
  });

  it('is held when it changes what is protected, and nobody reviews it', async () => {
    await using world = await copyWorld(opened);
    const head = await push(world, { '.github/workflows/ci.yml': 'on: push\njobs: {}\n' });
    prove(world);
    const plan = await planOnly(world);
    expect(plan.text).toContain(`${head} changes .github/workflows/ci.yml`);
    expect(matrixOf(plan)).toEqual([]);
    expect((await memoryOf(world)).head?.sha).not.toBe(head);
  });
});

it("GitHub's merge of the base into a reviewed head keeps its verdict", async () => {
  await using world = await copyWorld(opened);
  const { github } = world;
  const before = headOf(world);
  // Somebody merges something else; the base is not proven when the review ends, so that nothing merges yet.
  await github.world.pushAs('ada', { branch: 'feature', onto: 'main', files: { 'other.txt': '1\n' }, message: 'Else' });
  const number = await github.world.openPullAs('ada', { head: 'feature', base: 'main', title: 'Something else' });
  prove(world);
  await github.world.mergeAs('ada', number);
  await iterate(world);
  const verdict = (await memoryOf(world)).verdict;
  expect(verdict).toMatchObject({ headSha: before, review: { result: 'pass' } });

  const ours = github.world.pulls().find(({ headRef }) => headRef === branch)?.number;
  const answer = await fetch(`${github.apiUrl}/repos/ada/demo/pulls/${ours}/update-branch`, {
    method: 'PUT',
    headers: { authorization: `token ${world.token}` },
    body: JSON.stringify({ expected_head_sha: before }),
  });
  expect(answer.status).toBe(202);
  await expect.poll(() => headOf(world)).not.toBe(before);
  const updated = headOf(world);
  prove(world);
  const plan = await planOnly(world);

  expect(plan.text).toMatch(/adopt 1\.1 .*brought up to date.*merge 1\.1/s);
  expect(matrixOf(plan)).toEqual([]);
  const pulls = github.world.pulls().filter(({ headRef }) => headRef === branch);
  expect(pulls).toMatchObject([{ merged: true, headSha: updated }]);
});
