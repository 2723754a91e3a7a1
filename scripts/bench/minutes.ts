import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createHands } from '../../sandbox/demo/hands.ts';
import { workflowPath } from '../../sandbox/demo/house-rules.ts';
import { openStage, type Stage } from '../../sandbox/demo/stage.ts';
import { openWorldFolder, type WorldFolder } from '../../sandbox/demo/world-folder.ts';
import { playSample } from '../play-sample.ts';
import { type Bill, type BilledJob, readBill } from './billed-jobs.ts';
import { renderTable } from './text-table.ts';
import { countScheduledWakes } from './wakes.ts';

const root = join(import.meta.dirname, '../..');
const day = { stories: 12, pushes: 25, merges: 10 } as const;
const most = 200;
/** How often each thing of the quiet part is done to be measured. */
const samples = 3;

interface Line {
  readonly trigger: string;
  readonly jobs: number;
  readonly minutes: number;
  readonly cut: string;
}

/** Measures the runner minutes of a day, per trigger; false where they are more than they may be. */
export async function benchMinutes(): Promise<boolean> {
  let parts: Parts | undefined;
  const { summary, ending } = await playSample(root, async (folder) => {
    parts = await measureParts(folder);
  });
  if (parts === undefined || ending !== 'done') throw new Error('the sample was not played to its end');
  const lines = compose(parts, summary.stories, await countScheduledWakes(root));
  process.stdout.write(`${render(lines, parts, summary.stories).join('\n')}\n`);
  return totalOf(lines) <= most;
}

interface Parts {
  /** All that was done for the stories, from the first to the last. */
  readonly stories: Bill;
  /** What one firing of the clock, one push to a person's pull request and one merge of it cost when they are alone. */
  readonly firing: Bill;
  readonly push: Bill;
  readonly merge: Bill;
}

async function measureParts(folder: WorldFolder): Promise<Parts> {
  const again = await openWorldFolder(folder.path, folder);
  await using stage = await openStage({ folder: again, action: root, backlog: '', onTold: () => undefined });
  await settle(stage);
  const { github } = stage;
  const hands = createHands(github);
  const stories = readBill(github.host);
  const firing = await measure(stage, async () => {
    for (let turn = 0; turn < samples; turn += 1) {
      github.world.schedule(workflowPath);
      await settle(stage);
    }
  });
  if (firing.jobs.length < samples) throw new Error('the clock fired and nobody woke');
  const pulls: number[] = [];
  const push = await measure(stage, async () => {
    for (let turn = 0; turn < samples; turn += 1) {
      const branch = `people/${turn}`;
      const files = { [`notes/${turn}.md`]: `Note ${turn}\n` };
      await github.world.pushAs('ada', { branch, files, message: `Note ${turn}`, onto: 'main' });
      pulls.push(await github.world.openPullAs('ada', { head: branch, base: 'main', title: `Note ${turn}` }));
      await settle(stage);
    }
  });
  const merge = await measure(stage, async () => {
    for (const pull of pulls) {
      await hands.perform({ kind: 'merge', pull });
      await settle(stage);
    }
  });
  return { stories, firing, push, merge };
}

async function measure({ github }: Stage, work: () => Promise<void>): Promise<Bill> {
  const before = new Set(github.host.runs().map(({ id }) => id));
  await work();
  return readBill(github.host, before);
}

/** Events are handed over a moment after they happened: quiet counts only when it lasts. */
async function settle({ runner }: Stage): Promise<void> {
  for (let look = 0; look < 2; look += 1) {
    await sleep(300);
    await runner.idle();
  }
}

function compose(parts: Parts, played: number, firings: number): readonly Line[] {
  const ofStories = (kind: BilledJob['kind'], event?: string): Cost => {
    const isMeant = (job: { readonly event: string }): boolean => event === undefined || job.event === event;
    const jobs = parts.stories.jobs.filter((job) => job.kind === kind && isMeant(job));
    const replaced = kind === 'plan' ? parts.stories.replaced.filter((one) => isMeant({ event: one })) : [];
    return scale({ jobs, replaced }, day.stories / played);
  };
  return [
    {
      trigger: `schedule: ${firings} firings`,
      ...scale(parts.firing, firings / samples),
      cut: `one firing an hour saves ${firings - 24}; it only wakes what every other trigger missed`,
    },
    {
      trigger: `workflow_run: CI of ${day.pushes} pushes by people`,
      ...scale(parts.push, day.pushes / samples),
      cut: '`branches: [<base>, orchestrate/**]` under workflow_run saves all of it',
    },
    {
      trigger: `workflow_run: CI of ${day.merges} merges by people`,
      ...scale(parts.merge, day.merges / samples),
      cut: 'leave the base out of those branches as well: its proof then waits for the clock',
    },
    {
      trigger: `workflow_run: CI of ${day.stories} stories`,
      ...ofStories('plan', 'workflow_run'),
      cut: 'name one CI workflow under `workflows:`, the one that ends last',
    },
    {
      trigger: `workflow_dispatch: successors for ${day.stories} stories, commands`,
      ...ofStories('plan', 'workflow_dispatch'),
      cut: 'a lower `concurrency`: fewer runs with more to do, and slower',
    },
    {
      trigger: `settle: the outcomes of ${day.stories} stories`,
      ...ofStories('settle'),
      cut: 'one for each agent: clear criteria save rejections and fixes',
    },
  ];
}

type Cost = Pick<Line, 'jobs' | 'minutes'>;

/** So many times what was measured, had each plan that was replaced run. */
function scale({ jobs, replaced }: Pick<Bill, 'jobs' | 'replaced'>, times: number): Cost {
  const minutes = jobs.reduce((sum, job) => sum + job.minutes, replaced.length);
  return { jobs: (jobs.length + replaced.length) * times, minutes: minutes * times };
}

function totalOf(lines: readonly Line[]): number {
  return Math.ceil(lines.reduce((sum, { minutes }) => sum + minutes, 0));
}

function render(lines: readonly Line[], parts: Parts, played: number): readonly string[] {
  const total = totalOf(lines);
  const jobs = Object.values(parts).flatMap((bill) => (bill as Bill).jobs);
  const seconds = jobs.map((job) => job.seconds).toSorted((one, other) => one - other);
  return [
    '',
    `Runner minutes a day: ${day.stories} stories, ${day.pushes} pushes and ${day.merges} merges by people, each job rounded up`,
    '',
    ...renderTable([
      ['trigger', 'jobs', 'minutes'],
      ...lines.map(({ trigger, jobs: count, minutes }) => [trigger, Math.round(count), Math.round(minutes)]),
      ['in all', Math.round(lines.reduce((sum, line) => sum + line.jobs, 0)), total],
      ['may be', '', most],
    ]),
    '',
    'How each can be cut',
    ...lines.map(({ trigger, cut }) => `  ${trigger}: ${cut}`),
    '',
    `Measured on the sample's ${played} stories, ${parts.stories.agents} agents among them; the agents' own minutes are apart.`,
    `${parts.stories.replaced.length} plans were replaced while they waited and cost nothing; here they are counted as if they had run.`,
    `Of ${seconds.length} jobs here the median took ${middleOf(seconds)} s and the longest ${seconds.at(-1) ?? 0} s; up to a minute costs the same.`,
    'Everywhere: `runs-on: ubuntu-slim` for plan and settle costs about a third a minute; ORCHESTRATE=off costs nothing at all.',
  ];
}

function middleOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
