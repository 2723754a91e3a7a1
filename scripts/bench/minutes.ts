import { join } from 'node:path';
import { createHands } from '../../sandbox/demo/hands.ts';
import { workflowPath } from '../../sandbox/demo/house-rules.ts';
import { openStage, type Stage } from '../../sandbox/demo/stage.ts';
import { openWorldFolder, type WorldFolder } from '../../sandbox/demo/world-folder.ts';
import { playSample } from '../play-sample.ts';
import { type Bill, readBill } from './billed-jobs.ts';
import { renderTable } from './text-table.ts';
import { countScheduledWakes } from './wakes.ts';

const root = join(import.meta.dirname, '../..');
const day = { stories: 12, pushes: 25, merges: 10 } as const;
const most = 200;
/** How often each thing of the quiet part is done to be measured. */
const samples = 3;

interface Line {
  readonly trigger: string;
  readonly wakes: number;
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
  await stage.runner.idle();
  const { github, runner } = stage;
  const hands = createHands(github);
  const stories = readBill(github.host);
  const firing = await measure(stage, async () => {
    for (let turn = 0; turn < samples; turn += 1) {
      github.world.schedule(workflowPath);
      await runner.idle();
    }
  });
  const pulls: number[] = [];
  const push = await measure(stage, async () => {
    for (let turn = 0; turn < samples; turn += 1) {
      const branch = `people/${turn}`;
      const files = { [`notes/${turn}.md`]: `Note ${turn}\n` };
      await github.world.pushAs('ada', { branch, files, message: `Note ${turn}`, onto: 'main' });
      pulls.push(await github.world.openPullAs('ada', { head: branch, base: 'main', title: `Note ${turn}` }));
      await runner.idle();
    }
  });
  const merge = await measure(stage, async () => {
    for (const pull of pulls) {
      await hands.perform({ kind: 'merge', pull });
      await runner.idle();
    }
  });
  return { stories, firing, push, merge };
}

async function measure({ github }: Stage, work: () => Promise<void>): Promise<Bill> {
  const before = new Set(github.host.runs().map(({ id }) => id));
  await work();
  return readBill(github.host, before);
}

function compose(parts: Parts, played: number, firings: number): readonly Line[] {
  const share = day.stories / played;
  const ofStories = (event: string): { readonly wakes: number; readonly minutes: number } => {
    const plans = parts.stories.jobs.filter((job) => job.kind === 'plan' && job.event === event);
    const replaced = parts.stories.replaced.filter((one) => one === event).length;
    const minutes = plans.reduce((sum, job) => sum + job.minutes, replaced);
    return { wakes: (plans.length + replaced) * share, minutes: minutes * share };
  };
  const settles = parts.stories.jobs.filter(({ kind }) => kind === 'settle');
  return [
    {
      trigger: `schedule: ${firings} firings`,
      wakes: firings,
      minutes: firings * perSample(parts.firing),
      cut: 'fire less often: it only wakes what every other trigger missed',
    },
    {
      trigger: `workflow_run: CI of ${day.pushes} pushes by people`,
      wakes: day.pushes,
      minutes: day.pushes * perSample(parts.push),
      cut: '`branches: [<base>, orchestrate/**]` under workflow_run: none of it',
    },
    {
      trigger: `workflow_run: CI of ${day.merges} merges by people`,
      wakes: day.merges,
      minutes: day.merges * perSample(parts.merge),
      cut: 'leave the base out of those branches: its proof then waits for the clock',
    },
    {
      trigger: `workflow_run: CI of ${day.stories} stories`,
      ...ofStories('workflow_run'),
      cut: 'one CI workflow under `workflows:`, the one that takes longest',
    },
    {
      trigger: `workflow_dispatch: successors for ${day.stories} stories, commands`,
      ...ofStories('workflow_dispatch'),
      cut: 'a lower `concurrency`: fewer runs for more work each, and slower',
    },
    {
      trigger: `settle: the outcomes of ${day.stories} stories`,
      wakes: settles.length * share,
      minutes: settles.reduce((sum, job) => sum + job.minutes, 0) * share,
      cut: 'one for each agent: clear criteria save rejections and fixes',
    },
  ];
}

/** Minutes that one time costs, had each plan that was replaced run. */
function perSample({ jobs, replaced }: Bill): number {
  return (jobs.reduce((sum, { minutes }) => sum + minutes, 0) + replaced.length) / samples;
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
      ...lines.map(({ trigger, wakes, minutes }) => [trigger, Math.round(wakes), Math.round(minutes)]),
      ['in all', Math.round(lines.reduce((sum, { wakes }) => sum + wakes, 0)), total],
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
