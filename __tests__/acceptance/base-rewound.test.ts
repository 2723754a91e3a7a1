import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recall } from '../../src/core/ledger.ts';
import { type ActionWorld, copyWorld, foundWorld, ledgerFile, pullRequestRule, requiredTest } from './action-world.ts';
import { aBacklog, anEpic, aStory } from './backlog-file.ts';
import { finish, iterate, planOnly, prove } from './run-by-hand.ts';

// Story 1.1 is merged in this world, and ada has put the base back to before that; every test goes on in a copy.
let rewound: ActionWorld;
let merge: string;
beforeAll(async () => {
  rewound = await foundWorld({ files: { 'backlog.json': aBacklog({ epics: [anEpic(1, [aStory('1.1')])] }) } });
  const before = rewound.github.world.branches().get('main') ?? '';
  await iterate(rewound);
  prove(rewound);
  await iterate(rewound);
  merge = rewound.github.world.branches().get('main') ?? '';
  expect(recall(await rewound.ledger(), '1.1').merged).toMatchObject({ sha: merge, baseBefore: before });
  await force(rewound, before);
  // A quarter of an hour goes by.
  await rewound.editState(ledgerFile, (text) => {
    const saved = JSON.parse(text);
    saved.state.state_data.stories['1.1'].merged.at -= 15 * 60_000;
    return JSON.stringify(saved, null, 2);
  });
});
afterAll(() => rewound[Symbol.asyncDispose]());

/** Ada takes the rules away for as long as she needs to point the base elsewhere. */
async function force({ github }: ActionWorld, sha: string): Promise<void> {
  const token = github.world.createUser('ada', 'admin');
  github.world.removeRuleset('main');
  const answer = await fetch(`${github.apiUrl}/repos/ada/demo/git/refs/heads/main`, {
    method: 'PATCH',
    headers: { authorization: `token ${token}` },
    body: JSON.stringify({ sha, force: true }),
  });
  expect(answer.status).toBe(200);
  github.world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, requiredTest] });
}

describe('a base put back to before a merge of ours', () => {
  it('is said to be that, and waits for a person', async () => {
    await using world = await copyWorld(rewound);
    const { text } = await planOnly(world);
    expect(text).toContain('the base was put back to before a merge of ours');
    expect(text).toContain('`/orchestrate reset STORY`');
  });

  it('goes on when the merge is pushed again', async () => {
    await using world = await copyWorld(rewound);
    await planOnly(world);
    await force(world, merge);
    await finish(world);
  });

  it('does not take what was pushed instead for the merge', async () => {
    await using world = await copyWorld(rewound);
    const { world: site } = world.github;
    site.removeRuleset('main');
    await site.pushAs('ada', { branch: 'main', files: { 'instead.txt': 'x\n' }, message: 'Instead' });
    site.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, requiredTest] });
    prove(world);
    expect((await planOnly(world)).text).toContain('the base was put back to before a merge of ours');
    expect((await world.ledger()).finished).toBe(false);
  });

  it('goes on when the story is started over, on a branch of its own', async () => {
    await using world = await copyWorld(rewound);
    const reset = await world.run('command', { inputs: { command: 'reset', story: '1.1', actor: 'ada' } });
    expect(reset).toMatchObject({ exitCode: 0, errors: [] });
    await finish(world);
    const merged = world.github.world.pulls().filter(({ state }) => state === 'closed');
    expect(merged.map(({ headRef }) => headRef)).toEqual([
      'orchestrate/1.1',
      expect.stringMatching(/^orchestrate\/1\.1-\d$/),
    ]);
  });
});
