import { expect, test } from 'vitest';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { openEmbeddedTransport } from '../../src/loopctl/embedded/embedded-transport.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import type { ProjectAccount, StoryAccount } from '../../src/loopctl/move/account.ts';
import { parseAccountFile, renderAccountFile } from '../../src/loopctl/move/account-file.ts';
import { readAccount } from '../../src/loopctl/move/read-account.ts';
import { renderMove } from '../../src/loopctl/move/render-move.ts';
import { runMove } from '../../src/loopctl/move/run-move.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import { memoryRefStore } from '../builders/memory-ref-store.ts';
import { serveLoopctl, type TestServer } from './loopctl-server.ts';

const numbers = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4', '2.10'];

interface House {
  readonly loopctl: Loopctl;
  readonly project: Project;
}

async function embedded(): Promise<House> {
  const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
  const transport = await openEmbeddedTransport({ store: memoryRefStore(), author, now: () => new Date() });
  return settle(createLoopctl(transport));
}

function behind(server: TestServer): Promise<House> {
  const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };
  return settle(openHttpLoopctl({ server, project: 'house', waits }));
}

async function settle(loopctl: Loopctl): Promise<House> {
  return { loopctl, project: await loopctl.ensureProject({ name: 'House', slug: 'house' }) };
}

/** A project with a story in every state that a story can be in. */
async function lived(): Promise<House> {
  const house = await embedded();
  const { loopctl, project } = house;
  const stories = (epic: number): object[] =>
    numbers
      .filter((number) => number.startsWith(`${epic}.`))
      .map((number) => ({
        number,
        title: `Story ${number}`,
        description: `What ${number} is`,
        acceptance_criteria: [
          { id: 'AC-1', description: 'works' },
          { id: 'AC-2', description: 'is tested' },
        ],
        estimated_hours: 1.5,
        metadata: { deliverables: [`${number}.ts`] },
      }));
  await loopctl.importBacklog(project.id, {
    epics: [
      {
        number: 1,
        title: 'Ground',
        description: 'First',
        phase: 'p0',
        metadata: { k: 1 },
        stories: stories(1) as never,
      },
      { number: 2, title: 'Walls', stories: stories(2) as never },
    ],
    story_dependencies: [
      { story: '2.10', depends_on: '1.1' },
      { story: '1.2', depends_on: '1.1' },
    ],
    epic_dependencies: [],
  });
  const id = await idsOf(house);
  const report = async (number: string): Promise<void> => {
    await loopctl.contract(id(number), { title: `Story ${number}`, criteriaCount: 2 });
    await loopctl.claim(id(number));
    await loopctl.start(id(number));
    await loopctl.report(id(number));
  };
  const verify = async (number: string): Promise<void> => {
    await loopctl.reviewComplete(id(number), { reviewType: 'code', findingsCount: 0, fixesCount: 0 });
    await loopctl.verify(id(number), { summary: `${number} merged as #7`, reviewType: 'code', commitSha: 'abc' });
  };
  await report('1.1');
  await loopctl.reject(id('1.1'), { reason: 'no tests', reviewType: 'code', findings: { list: ['a'] } });
  await report('1.1');
  await verify('1.1');
  await loopctl.backfill(id('1.2'), { reason: 'was done before', prNumber: 3, evidenceUrl: 'https://example.org/3' });
  await loopctl.contract(id('1.3'), { title: 'Story 1.3', criteriaCount: 2 });
  await report('1.4');
  for (const reason of ['no tests', 'still no tests']) {
    await report('2.1');
    await loopctl.reject(id('2.1'), { reason, reviewType: 'code' });
  }
  await report('2.2');
  await verify('2.2');
  await loopctl.forceUnclaim(id('2.2'));
  await loopctl.markComplete([{ storyId: id('2.3'), summary: 'merged by a person', reviewType: 'human_merge' }]);
  return house;
}

async function idsOf({ loopctl, project }: House): Promise<(number: string) => string> {
  const ids = new Map((await loopctl.listStories(project.id)).map((story) => [story.number, story.id]));
  return (number) => ids.get(number) ?? '';
}

function account({ loopctl, project }: House): Promise<ProjectAccount> {
  return readAccount(loopctl, project);
}

function storyOf(of: ProjectAccount, number: string): StoryAccount | undefined {
  return of.epics.flatMap(({ stories }) => stories).find((story) => story.number === number);
}

function standings(of: ProjectAccount): Readonly<Record<string, string>> {
  const stories = of.epics.flatMap((epic) => epic.stories);
  return Object.fromEntries(
    stories.map(({ number, agentStatus, verifiedStatus }) => [number, `${agentStatus} ${verifiedStatus}`]),
  );
}

/** What an account says of the stories; whose account it is, is another matter. */
function withoutTenant({ tenant, ...rest }: ProjectAccount): Omit<ProjectAccount, 'tenant'> {
  return rest;
}

test('from embedded to a server and back the account of the stories is the same, but for what was said to be lost', async () => {
  await using server = await serveLoopctl();
  const origin = await account(await lived());
  const there = await behind(server);
  const out = await runMove(origin, there.loopctl, there.project);
  expect(out.open).toEqual([]);
  expect(standings(await account(there))).toEqual({
    ...standings(origin),
    '1.3': 'pending unverified',
  });
  expect(renderMove(out.plan).filter((line) => /^\d\.\d+ /.test(line))).toEqual([
    '1.1 failed review 1 time: the target counts the last at most, the others are in its metadata',
    '1.3 is contracted: its claim is not carried, it is to be done from the start',
    '2.1 failed review 2 times: the target counts the last at most, the others are in its metadata',
  ]);
  const home = await embedded();
  const back = await runMove(await account(there), home.loopctl, home.project);
  expect(back.open).toEqual([]);
  const epics = origin.epics.map((epic) => ({
    ...epic,
    stories: epic.stories.map((story) => (story.number === '1.3' ? { ...story, agentStatus: 'pending' } : story)),
  }));
  expect(withoutTenant(await account(home))).toEqual(withoutTenant({ ...origin, epics } as ProjectAccount));
});

test('who verified what, when and why goes along, and so does work that loopctl never saw', async () => {
  await using server = await serveLoopctl();
  const house = await lived();
  const there = await behind(server);
  await runMove(await account(house), there.loopctl, there.project);
  const id = await idsOf(there);
  const { metadata } = (await there.loopctl.getStory(id('1.1'))) ?? {};
  const verdicts = storyOf(await account(house), '1.1')?.past.verdicts;
  expect(verdicts).toMatchObject([
    { result: 'fail', summary: 'no tests', findings: { list: ['a'] }, by: expect.any(String) },
    { result: 'pass', summary: '1.1 merged as #7', reviewType: 'code' },
  ]);
  expect(metadata).toMatchObject({
    deliverables: ['1.1.ts'],
    moved: { from: 'Orchestrate/house', past: { verdicts } },
  });
  expect(await there.loopctl.verifications(id('1.1'))).toMatchObject([{ result: 'pass', summary: '1.1 merged as #7' }]);
  expect((await there.loopctl.getStory(id('1.2')))?.metadata).toMatchObject({
    backfill: { reason: 'was done before', pr_number: 3, evidence_url: 'https://example.org/3' },
  });
  expect(await there.loopctl.verifications(id('2.1'))).toMatchObject([{ result: 'fail', summary: 'still no tests' }]);
});

test('a move that is made again makes no call that changes anything', async () => {
  await using server = await serveLoopctl();
  const origin = await account(await lived());
  const there = await behind(server);
  await runMove(origin, there.loopctl, there.project);
  const before = server.received.length;
  const again = await runMove(origin, there.loopctl, there.project);
  expect(server.received.slice(before).filter(({ call }) => !call.startsWith('GET '))).toEqual([]);
  expect(again.open).toEqual([]);
});

test('a move that was cut off goes on where it stopped', async () => {
  await using server = await serveLoopctl();
  const origin = await account(await lived());
  const there = await behind(server);
  server.fail(/mark-complete/, { status: 403, body: { error: { status: 403, message: 'not now' } } });
  await expect(runMove(origin, there.loopctl, there.project)).rejects.toThrow('not now');
  expect(standings(await account(there))['1.1']).toBe('pending unverified');
  expect((await runMove(origin, there.loopctl, there.project)).open).toEqual([]);
  expect(standings(await account(there))['1.1']).toBe('reported_done verified');
});

test('what the target did itself is not undone, and is said', async () => {
  const there = await embedded();
  const { loopctl, project } = there;
  const origin = await account(await lived());
  await runMove(origin, loopctl, project);
  const id = await idsOf(there);
  await loopctl.reject(id('2.3'), { reason: 'it broke' });
  await loopctl.contract(id('2.4'), { title: 'Story 2.4', criteriaCount: 2 });
  await loopctl.claim(id('2.4'));
  const { plan, open } = await runMove(origin, loopctl, project);
  expect(open).toEqual([]);
  expect(renderMove(plan)).toContain(
    '2.3 is pending, rejected at the target and stays so; it should be reported_done, verified',
  );
  expect(renderMove(plan)).toContain('2.4 is assigned at the target and stays so; it should be pending');
  expect(storyOf(await account(there), '2.3')?.past).toMatchObject({
    rejectionReason: 'it broke',
    verdicts: [{ summary: 'merged by a person' }, { result: 'fail', summary: 'it broke' }],
  });
});

test('an account survives the file it is kept in', async () => {
  const origin = await account(await lived());
  const read = parseAccountFile(JSON.parse(renderAccountFile(origin)));
  expect(read).toEqual({ kind: 'account', account: origin });
});
