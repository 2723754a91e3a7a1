import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Demonstration, demonstrate } from './demonstration.ts';
import { usualProject } from './found-world.ts';
import { type DemoOptions, helpText, parseOptions } from './options.ts';
import { createPaint, type Paint } from './paint.ts';
import { renderReport } from './report.ts';
import { readScenario, type Scenario } from './scenario.ts';
import { findMismatch } from './server-option.ts';
import { createLiveViewer, createPlainViewer, type Viewer } from './viewer.ts';
import { openWorldFolder, type WorldFolder } from './world-folder.ts';
import { placeOfReport, writeProjectReport } from './write-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const reading = parseOptions(args, process.env);
  switch (reading.kind) {
    case 'help':
      process.stdout.write(helpText());
      return 0;
    case 'problems':
      for (const problem of reading.problems) console.error(problem);
      console.error('What there is: npm start -- --help');
      return 1;
    case 'options':
      return await play(reading.options);
  }
}

async function play(options: DemoOptions): Promise<number> {
  const own = options.scenario === null ? 'backlog.json' : 'small-backlog.json';
  const backlog = await readFile(options.backlog ?? join(root, 'sandbox/sample', own), 'utf8').catch(() => null);
  if (backlog === null) {
    console.error(`There is no ${options.backlog} to read; give the path of a backlog in loopctl's import format.`);
    return 1;
  }
  const folder = await openWorldFolder(options.keep, {
    concurrency: options.concurrency,
    isSample: options.backlog === null,
    scenario: options.scenario,
    servedProject: options.server === null ? null : `${usualProject}-${Date.now().toString(36)}`,
  });
  const { path, servedProject } = folder;
  const mismatch = findMismatch(options.server, { path, isServed: servedProject !== null });
  if (mismatch !== null) {
    console.error(mismatch);
    return 1;
  }
  const scenario = folder.scenario === null ? null : readScenario(folder.scenario);
  const isLive = process.stdout.isTTY && !options.plain;
  const paint = createPaint(process.stdout.isTTY);
  const viewer = isLive ? createLiveViewer(process.stdout, 'tidy-print', paint) : createPlainViewer(console.log);
  if (scenario !== null) viewer.say(`${scenario.name}: ${scenario.shows}`);
  viewer.say(folder.isOld ? `Going on with the world in ${folder.path}` : 'Founding a repository …');
  const signal = stopSignal(viewer);
  try {
    const agent = agentCommand(options, folder);
    const slots = slotsFor(options, folder);
    const { server } = options;
    const world = { root, action: root, folder, backlog, agent, slots, scenario, server };
    const end = await demonstrate({ ...world, viewer, signal });
    viewer.close();
    return await finish(end, options, { folder, scenario, paint });
  } finally {
    viewer.close();
  }
}

interface Played {
  readonly folder: WorldFolder;
  readonly scenario: Scenario | null;
  readonly paint: Paint;
}

async function finish(end: Demonstration, options: DemoOptions, { folder, scenario, paint }: Played): Promise<number> {
  const { judgements } = end;
  const isAsExpected =
    scenario === null ? end.ending === 'done' : end.ending !== 'stopped' && judgements.every(({ isMet }) => isMet);
  const isGood = isAsExpected && end.summary.violations.length === 0;
  const isKept = options.keep !== null || !isGood;
  const columns = process.stdout.isTTY ? process.stdout.columns : 0;
  const facts = { ending: end.ending, summary: end.summary, world: isKept ? folder.path : null, columns, judgements };
  console.log(renderReport(end.board, facts, paint).join('\n'));
  console.log(await writeProjectReport(folder, placeOfReport(options, root)));
  const on = options.server === null ? '' : ` --loopctl-url ${options.server.url}`;
  if (end.ending === 'stopped') console.log(`Go on with: npm start -- --keep ${folder.path}${on}`);
  if (options.summary !== null) await writeFile(options.summary, `${JSON.stringify(end.summary, null, 2)}\n`);
  if (!isKept) await folder.remove();
  return isGood ? 0 : 1;
}

/** The witness stands between the loop and whatever command the agent is. */
function agentCommand({ agent }: DemoOptions, folder: WorldFolder): readonly string[] {
  const witness = join(root, 'sandbox/agent/witness.sh');
  const command =
    agent === null ? [process.execPath, join(root, 'sandbox/agent/scripted-agent.mjs')] : ['bash', '-c', agent];
  return ['sh', witness, folder.spool, ...command];
}

/** A real agent mostly waits for its model; the scripted one works, and more at once than there are cores only queue. */
function slotsFor({ agent }: DemoOptions, folder: WorldFolder): number {
  return agent === null ? Math.max(2, availableParallelism()) : folder.concurrency + 4;
}

/** The first signal ends things in order, a later one at once. */
function stopSignal(viewer: Viewer): AbortSignal {
  const stop = new AbortController();
  let stoppedAt = 0;
  function stopAll(): void {
    if (!stop.signal.aborted) {
      stoppedAt = Date.now();
      viewer.close();
      console.error('\nStopping; once more to stop at once.');
      stop.abort();
    } else if (Date.now() - stoppedAt > 500) {
      // A terminal and npm may both hand on one and the same signal.
      process.exit(130);
    }
  }
  process.on('SIGINT', stopAll).on('SIGTERM', stopAll);
  return stop.signal;
}
