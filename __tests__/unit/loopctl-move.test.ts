import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProjectAccount, StoryAccount } from '../../src/loopctl/move/account.ts';
import { parseAccountFile } from '../../src/loopctl/move/account-file.ts';
import { planMove } from '../../src/loopctl/move/plan-move.ts';
import { renderMove } from '../../src/loopctl/move/render-move.ts';

const untouched: StoryAccount['past'] = {
  reportedAt: null,
  verifiedAt: null,
  rejectedAt: null,
  rejectionReason: null,
  backfill: null,
  verdicts: [],
};

function aStory(change: Partial<StoryAccount> = {}): StoryAccount {
  return {
    number: '1.1',
    title: 'Story',
    description: null,
    criteria: [{ id: 'AC-1', text: 'works' }],
    estimatedHours: null,
    metadata: {},
    agentStatus: 'pending',
    verifiedStatus: 'unverified',
    past: untouched,
    ...change,
  };
}

function anAccount(stories: readonly StoryAccount[], change: Partial<ProjectAccount> = {}): ProjectAccount {
  const epic = { number: 1, title: 'Epic', description: null, phase: null, position: 0, metadata: {}, stories };
  const project = { name: 'House', slug: 'house' };
  return { project, tenant: 'acme', epics: [epic], storyDependencies: [], epicDependencies: [], ...change };
}

const empty = anAccount([], { epics: [] });

test.each<[string, Partial<StoryAccount>, string[]]>([
  ['pending', {}, []],
  [
    'claimed',
    { agentStatus: 'assigned' },
    ['1.1 is assigned: its claim is not carried, it is to be done from the start'],
  ],
  ['reported', { agentStatus: 'reported_done' }, ['1 story imported as reported done']],
  [
    'verified',
    { agentStatus: 'reported_done', verifiedStatus: 'verified' },
    ['1 story marked complete, with what their last review said'],
  ],
  [
    'verified and open again',
    { verifiedStatus: 'verified' },
    ['1 story marked complete, with what their last review said', '1 story given back, verified as they are'],
  ],
  [
    'rejected',
    { verifiedStatus: 'rejected' },
    ['1 story imported as reported done', '1 story rejected, for the last reason given'],
  ],
  [
    'backfilled',
    {
      agentStatus: 'reported_done',
      verifiedStatus: 'verified',
      past: { ...untouched, backfill: { reason: 'before', evidenceUrl: null, prNumber: 4 } },
    },
    ['1 story backfilled, with where the work was done'],
  ],
])('of a story that is %s a new store is told by the calls that it takes', (_, change, expected) => {
  const lines = renderMove(planMove(anAccount([aStory(change)]), empty));
  expect(lines.slice(2)).toEqual(expected);
});

test('nothing is asked of a target that says the same', () => {
  const account = anAccount(
    [aStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }), aStory({ number: '1.2' })],
    {
      storyDependencies: [{ story: '1.2', dependsOn: '1.1' }],
      epicDependencies: [],
    },
  );
  expect(renderMove(planMove(account, account))).toEqual([]);
});

test('a target hears only of the stories that it has otherwise, and of the dependencies that it lacks', () => {
  const source = anAccount([aStory(), aStory({ number: '1.2', title: 'New title' })], {
    storyDependencies: [{ story: '1.2', dependsOn: '1.1' }],
  });
  const { payload } = planMove(source, anAccount([aStory(), aStory({ number: '1.2' })]));
  expect(payload.epics.map(({ stories }) => stories.map(({ title }) => title))).toEqual([['New title']]);
  expect(payload.story_dependencies).toEqual([{ story: '1.2', depends_on: '1.1' }]);
});

test('what a merge cannot take away or move at the target is said', () => {
  const source = anAccount([aStory(), aStory({ number: '1.2' })]);
  const [epic] = source.epics;
  const target = anAccount([], {
    epics:
      epic === undefined
        ? []
        : [
            { ...epic, stories: [aStory()] },
            { ...epic, number: 2, stories: [aStory({ number: '1.2' })] },
          ],
    storyDependencies: [{ story: '1.1', dependsOn: '1.2' }],
    epicDependencies: [{ epic: 1, dependsOn: 2 }],
  });
  expect(renderMove(planMove(source, target))).toEqual([
    '1.2 stays in epic 2 at the target; it should be in 1',
    '1.1 still waits for 1.2 at the target',
  ]);
});

test("a server's own export is read as an account", async () => {
  const file = join(import.meta.dirname, '../fixtures/loopctl/02-projects-import.json');
  const { exchanges } = JSON.parse(await readFile(file, 'utf8'));
  const exported = exchanges.find(({ name }: { readonly name: string }) => name === 'export').response.body;
  const read = parseAccountFile(exported);
  expect(read).toMatchObject({
    kind: 'account',
    account: {
      project: { slug: 'demo-app' },
      storyDependencies: expect.arrayContaining([{ story: '1.2', dependsOn: '1.1' }]),
    },
  });
  const stories = read.kind === 'account' ? read.account.epics.flatMap((epic) => epic.stories) : [];
  expect(stories.find(({ number }) => number === '2.2')?.criteria).toEqual([{ id: 'AC-1', text: 'saves' }]);
});

test.each([
  [
    'a plain backlog',
    { epics: [{ number: 1, title: 'E', stories: [{ number: '1.1', title: 'S' }] }] },
    { kind: 'backlog' },
  ],
  ['no backlog at all', 'text', { kind: 'backlog' }],
  [
    'an account with a status that nobody knows',
    { project: { name: 'n', slug: 's' }, epics: [{ stories: [{ agent_status: 'asleep' }] }] },
    { kind: 'problems', problems: expect.arrayContaining([expect.stringContaining('epics.0.stories.0.agent_status')]) },
  ],
])('%s is told apart', (_, value, expected) => {
  expect(parseAccountFile(value)).toEqual(expected);
});
