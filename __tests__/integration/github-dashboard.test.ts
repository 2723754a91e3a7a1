import { describe, expect, test } from 'vitest';
import { tickMarker } from '../../src/core/ticks.ts';
import { createGitHub, type GitHub } from '../../src/github/client.ts';
import type { SeenDashboard } from '../../src/github/dashboard-record.ts';
import { ensureIssue, type WantedIssue } from '../../src/github/ensure-issue.ts';
import { observeGitHub } from '../../src/github/observe.ts';
import { openWorld, type TestWorld } from './sandbox-github-world.ts';

const marker = '<!-- the dashboard -->';
const box = `- [ ] ${tickMarker('retry 2.1')}retry`;
const wanted: WantedIssue = {
  marker,
  title: 'Dashboard',
  body: `${marker}\n${box}`,
  labels: ['orchestrate', 'orchestrate-dashboard'],
};
const workflow = 'on:\n  # cron: "1 1 1 1 1"\n  schedule:\n    - cron: \'7,37 * * * *\' # odd\njobs: {}\n';

interface Place extends AsyncDisposable {
  readonly world: TestWorld;
  readonly github: GitHub;
  readonly viewer: string;
  /** Makes it so, knowing this of it. */
  write(
    known?: Parameters<typeof ensureIssue>[2]['known'],
    change?: Partial<WantedIssue>,
  ): ReturnType<typeof ensureIssue>;
  look(number: number): Promise<SeenDashboard | null>;
  tick(login: string, number: number): void;
}

async function openPlace(): Promise<Place> {
  const world = await openWorld();
  await world.branch('main', { '.github/workflows/orchestrate.yml': workflow });
  const github = createGitHub({ token: world.tokens.app, apiUrl: world.github.apiUrl, owner: 'acme', repo: 'lib' });
  const question = {
    base: 'main',
    branchPrefix: 'orchestrate/',
    tracked: [],
    workflow: 'orchestrate.yml',
    runs: [],
    newest: 50,
  };
  const observe = (dashboard: number | null) => observeGitHub(github, { ...question, dashboard, rulesetCache: null });
  const { viewer } = await observe(null);
  return {
    world,
    github,
    viewer,
    write: (known = null, change = {}) => ensureIssue(github, { ...wanted, ...change }, { known, viewer }),
    look: async (number) => (await observe(number)).dashboard,
    tick: (login, number) => world.github.world.editBodyAs(login, number, (body) => body.replaceAll('- [ ]', '- [x]')),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

describe('the dashboard on GitHub', () => {
  test('is opened once, with its labels, pinned; said again it is only read', async () => {
    await using place = await openPlace();
    const opened = await place.write();
    const number = opened?.number ?? 0;
    const { body } = await place.world.call('GET', `/repos/acme/lib/issues/${number}`);
    expect(body).toMatchObject({
      title: 'Dashboard',
      body: wanted.body,
      labels: [{}, { name: 'orchestrate-dashboard' }],
    });
    const query = `{ repository(owner: "acme", name: "lib") { issue(number: ${number}) { isPinned } } }`;
    expect(await place.world.graphql(query)).toMatchObject({ data: { repository: { issue: { isPinned: true } } } });
    expect(await place.write({ number, digest: opened?.digest ?? '' })).toEqual(opened);
    expect((await place.world.call('GET', `/repos/acme/lib/issues/${number}`)).body.updated_at).toBe(body.updated_at);
  });

  test('is rewritten in place, and found again by who forgot it, never a second one opened', async () => {
    await using place = await openPlace();
    const opened = await place.write();
    const changed = await place.write(null, { body: `${marker}\nAll is well.` });
    expect(changed?.number).toBe(opened?.number);
    expect(changed?.digest).not.toBe(opened?.digest);
    expect((await place.world.call('GET', '/repos/acme/lib/issues?state=all')).body).toHaveLength(1);
  });

  test("is not somebody else's issue, whatever it looks like", async () => {
    await using place = await openPlace();
    const { title, body, labels } = wanted;
    const { body: other } = await place.world.call('POST', '/repos/acme/lib/issues', {
      token: place.world.tokens.ann,
      body: { title, body, labels },
    });
    expect((await place.write())?.number).not.toBe(other.number);
  });

  test('stays closed when somebody closed it', async () => {
    await using place = await openPlace();
    const opened = await place.write();
    const number = opened?.number ?? 0;
    await place.world.call('PATCH', `/repos/acme/lib/issues/${number}`, { body: { state: 'closed' } });
    expect(await place.look(number)).toMatchObject({ isOpen: false });
    expect(await place.write(null, { body: `${marker}\nMore.` })).toEqual(opened);
    expect((await place.world.call('GET', `/repos/acme/lib/issues/${number}`)).body.body).toBe(wanted.body);
  });

  test('is left alone when somebody edited it since the pass looked', async () => {
    await using place = await openPlace();
    const opened = await place.write();
    const number = opened?.number ?? 0;
    const seen = await place.look(number);
    place.tick('ann', number);
    const known = { number, digest: seen?.digest ?? null };
    expect(await place.write(known, { body: `${marker}\nMore.` })).toBeNull();
    const after = await place.look(number);
    expect(await place.write({ number, digest: after?.digest ?? null }, { body: `${marker}\nMore.` })).not.toBeNull();
  });

  test('is made anew when it was deleted: to be without, one closes it', async () => {
    await using place = await openPlace();
    expect(await place.write({ number: 999, digest: 'x' })).toMatchObject({ number: 1 });
    expect(await place.look(999)).toBeNull();
  });

  test('tells who ticked which box, until it is written anew', async () => {
    await using place = await openPlace();
    const opened = await place.write();
    const number = opened?.number ?? 0;
    expect(await place.look(number)).toMatchObject({ digest: opened?.digest, ticks: { kind: 'ticks', ticks: [] } });
    place.tick('ann', number);
    const seen = await place.look(number);
    expect(seen).toMatchObject({ ticks: { kind: 'ticks', ticks: [{ command: 'retry 2.1', editor: 'ann' }] } });
    await place.write({ number, digest: seen?.digest ?? null });
    expect(await place.look(number)).toMatchObject({ digest: opened?.digest, ticks: { kind: 'ticks', ticks: [] } });
  });

  test('shows the schedule of our own workflow, as it stands there', async () => {
    await using place = await openPlace();
    const question = {
      base: 'main',
      branchPrefix: 'orchestrate/',
      tracked: [],
      workflow: 'orchestrate.yml',
      runs: [],
      newest: 50,
    };
    const { schedule } = await observeGitHub(place.github, { ...question, dashboard: null, rulesetCache: null });
    expect(schedule).toEqual({ crons: ['7,37 * * * *'], starts: [] });
  });

  test('knows of the report by the workflow that makes it', async () => {
    await using place = await openPlace();
    const question = {
      base: 'main',
      branchPrefix: 'orchestrate/',
      tracked: [],
      workflow: 'orchestrate.yml',
      runs: [],
      newest: 50,
    };
    const look = async (): Promise<boolean> =>
      (await observeGitHub(place.github, { ...question, dashboard: null, rulesetCache: null })).hasReport;
    expect(await look()).toBe(false);
    await place.world.branch('main', { '.github/workflows/orchestrate-report.yml': workflow });
    expect(await look()).toBe(true);
  });
});
