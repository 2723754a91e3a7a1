import { serveGit } from '../../__tests__/integration/git-http-server.ts';
import { createGitWorld } from '../../__tests__/integration/git-world.ts';
import { openRefStore } from '../../src/git/ref-store.ts';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { openEmbeddedTransport } from '../../src/loopctl/embedded/embedded-transport.ts';
import type { Loopctl, Project } from '../../src/loopctl/port.ts';
import type { Transport } from '../../src/loopctl/transport.ts';
import { backlogOf } from './loopctl-backlog.ts';
import { renderTable } from './text-table.ts';

/** How many stories, and how many of them were done before, which is what makes a store old. */
const sizes = [
  { stories: 1000, storiesPerEpic: 50, done: 0 },
  { stories: 10_000, storiesPerEpic: 50, done: 0 },
  { stories: 10_000, storiesPerEpic: 500, done: 5000 },
];
/** How often each call is measured; the middle one counts. */
const samples = 5;
/** Milliseconds of a loopctl server for the same calls, recorded on two cores with 10,000 stories. */
const server: Readonly<Record<string, number>> = {
  import: 12_700,
  ready: 75,
  'blocked, a page of 20': 100,
  progress: 92,
};
/** What one pass may add to the history, however large and old the store is. */
const mostWritten = 20;

type Figures = ReadonlyMap<string, number>;

/** Measures the embedded store, over git's own protocol on loopback; false where a server is faster. */
export async function benchLoopctl(): Promise<boolean> {
  const measured: Figures[] = [];
  for (const size of sizes) {
    process.stderr.write(`${size.stories} stories, ${size.done} done …\n`);
    measured.push(await measureStore(size));
  }
  process.stdout.write(`${render(measured).join('\n')}\n`);
  const limits = Object.entries({ ...server, 'a pass writes, KB': mostWritten });
  return measured.every((figures) =>
    limits.every(([name, most]) => (figures.get(name) ?? Number.POSITIVE_INFINITY) <= most),
  );
}

interface Opened {
  readonly transport: Transport;
  readonly loopctl: Loopctl;
  readonly project: Project;
}

interface Bench {
  readonly figures: Map<string, number>;
  readonly git: Awaited<ReturnType<typeof serveGit>>;
  /** The store as a job finds it that has nothing on its disk. */
  open(): Promise<Opened>;
}

async function measureStore({ done, ...size }: (typeof sizes)[number]): Promise<Figures> {
  await using world = await createGitWorld();
  await using git = await serveGit(world.directory);
  let opened = 0;
  const open = async (): Promise<Opened> => {
    opened += 1;
    const directory = world.folder(`job-${opened}`);
    const store = await openRefStore({ remoteUrl: git.url, branch: 'state', directory });
    const author = { name: 'Orchestrate', email: 'orchestrate@example.org' };
    const transport = await openEmbeddedTransport({ store, author, now: () => new Date() });
    const loopctl = createLoopctl(transport);
    return { transport, loopctl, project: await loopctl.ensureProject({ name: 'Bench', slug: 'bench' }) };
  };
  const backlog = backlogOf(size);
  const bench: Bench = { figures: new Map(), git, open };
  bench.figures.set('stories', size.stories);
  bench.figures.set('stories an epic', size.storiesPerEpic);
  bench.figures.set('dependencies', backlog.story_dependencies.length);
  bench.figures.set('done before', done);
  await measureImport(bench, backlog);
  await doStories(await open(), done);
  await measureCalls(bench);
  await measurePass(bench);
  return bench.figures;
}

async function measureImport({ figures, open }: Bench, backlog: ReturnType<typeof backlogOf>): Promise<void> {
  const { loopctl, project } = await open();
  figures.set('import', await timed(() => loopctl.importBacklog(project.id, backlog)));
  figures.set('its first writing', await timed(() => loopctl.flush('The backlog')));
  figures.set('the same again', await timed(() => loopctl.importBacklog(project.id, backlog)));
}

/** Stories go all the way, one after the other, written as often as a busy project would in an hour. */
async function doStories({ loopctl, project }: Opened, count: number): Promise<void> {
  const stories = (await loopctl.listStories(project.id)).slice(0, count);
  for (const [index, { id, title, criteria }] of stories.entries()) {
    await loopctl.contract(id, { title, criteriaCount: criteria.length });
    await loopctl.claim(id);
    await loopctl.start(id);
    await loopctl.postArtifact(id, { artifactType: 'pull_request', path: `https://example.org/pull/${index}` });
    await loopctl.requestReview(id);
    await loopctl.report(id);
    await loopctl.reviewComplete(id, { reviewType: 'code', findingsCount: 0, fixesCount: 0 });
    await loopctl.verify(id, { summary: `Merged as #${index}`, reviewType: 'code' });
    if (index % 100 === 99) await loopctl.flush('An hour');
  }
}

/** Each call after a change, so that nothing derived of what was before is of use. */
async function measureCalls({ figures, open }: Bench): Promise<void> {
  const { transport, loopctl, project } = await open();
  const get = async (path: string, query: Readonly<Record<string, string>>): Promise<void> => {
    const { status } = await transport.send('orchestrator', { method: 'GET', path: `/api/v1/${path}`, query });
    if (status !== 200) throw new Error(`${path} was answered ${status}`);
  };
  const ofProject = { project_id: project.id };
  const { cursor } = await loopctl.changesSince(null);
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    ready: () => get('stories/ready', ofProject),
    'blocked, a page of 20': () => get('stories/blocked', { ...ofProject, page_size: '20' }),
    progress: () => get(`projects/${project.id}/progress`, {}),
    'every story, page by page': () => loopctl.listStories(project.id),
    'the graph of dependencies': () => loopctl.dependencyGraph(project.id),
    'changes since the last look': () => loopctl.changesSince(cursor),
  };
  const ready = await loopctl.listReady(project.id);
  for (const [name, call] of Object.entries(calls)) {
    const times: number[] = [];
    for (const story of ready.slice(0, samples)) {
      await loopctl.forceUnclaim(story.id);
      await loopctl.postArtifact(story.id, { artifactType: 'note', path: 'none' });
      times.push(await timed(call));
    }
    figures.set(name, middle(times));
  }
}

/** What a plan does that sends one agent out: opens the store, looks, claims, saves. */
async function measurePass({ figures, git, open }: Bench): Promise<void> {
  const reads: number[] = [];
  const writes: number[] = [];
  for (let turn = 0; turn < samples; turn += 1) {
    const before = { ...git.traffic };
    let job: Opened | undefined;
    reads.push(
      await timed(async () => {
        job = await open();
        await look(job);
      }),
    );
    if (job === undefined) throw new Error('no job was opened');
    const { loopctl, project } = job;
    figures.set('a pass reads, KB', (git.traffic.sent - before.sent) / 1000);
    const received = git.traffic.received;
    writes.push(
      await timed(async () => {
        await dispatchOne(loopctl, project);
        const { version } = await loopctl.loadState(project.id, 'main');
        await loopctl.saveState(project.id, 'main', { flights: { turn } }, version);
      }),
    );
    figures.set('a pass writes, KB', (git.traffic.received - received) / 1000);
  }
  figures.set('a pass reads, ms', middle(reads));
  figures.set('a pass writes, ms', middle(writes));
}

async function look({ loopctl, project }: Opened): Promise<void> {
  await loopctl.loadState(project.id, 'main');
  await loopctl.listStories(project.id);
  await loopctl.listReady(project.id);
  await loopctl.dependencyGraph(project.id);
}

async function dispatchOne(loopctl: Loopctl, project: Project): Promise<void> {
  const [first] = await loopctl.listReady(project.id);
  const story = await loopctl.getStory(first?.id ?? '');
  if (story === null) throw new Error('no story is ready');
  await loopctl.contract(story.id, { title: story.title, criteriaCount: story.criteria.length });
  await loopctl.claim(story.id);
  await loopctl.start(story.id);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function render(measured: readonly Figures[]): readonly string[] {
  const names = [...(measured[0]?.keys() ?? [])];
  const rows = names.map((name) => [
    name,
    ...measured.map((figures) => shown(figures.get(name))),
    server[name] === undefined ? '' : shown(server[name]),
  ]);
  return [
    '',
    'The embedded store: milliseconds but where said',
    '',
    ...renderTable([['', '', '', 'a server'], ...rows]),
  ];
}

function shown(figure: number | undefined): string {
  if (figure === undefined) return '';
  return figure < 10 ? figure.toFixed(1) : Math.round(figure).toLocaleString('en');
}
