import { type ActionWorld, aConfig, foundWorld, ledgerFile } from '../../__tests__/acceptance/action-world.ts';
import { aLargeBacklog } from '../../__tests__/acceptance/backlog-file.ts';
import type { ActionEnd } from '../../__tests__/acceptance/run-action.ts';
import { workflowPath } from '../../sandbox/demo/house-rules.ts';
import { type AcceptedHead, type Ledger, remember } from '../../src/core/ledger.ts';

const storiesPerEpic = 50;

/** A repository with so many stories, where as many agents as may be are at work. */
export async function foundCrowdedWorld(stories: number): Promise<ActionWorld> {
  const world = await foundWorld({
    files: {
      'backlog.json': aLargeBacklog(stories / storiesPerEpic),
      '.github/orchestrate.yml': aConfig({ concurrency: 50 }),
    },
  });
  await planWell(world);
  return world;
}

/** One pass of the committed bundle, which must end well. */
export async function planWell(world: ActionWorld): Promise<ActionEnd> {
  const end = await world.run('plan');
  if (end.exitCode !== 0) throw new Error(`a plan ended with ${end.exitCode}:\n${end.text}`);
  await endIdleRuns(world);
  return end;
}

/** Nobody runs the jobs here: a run with no assignment left is over, as on GitHub. */
async function endIdleRuns(world: ActionWorld): Promise<void> {
  const { host } = world.github;
  const busy = new Set(Object.values((await world.ledger()).flights).map(({ run }) => run));
  for (const run of host.runs()) {
    if (run.workflowPath !== workflowPath || run.status !== 'in_progress' || busy.has(run.id)) continue;
    host.updateRun(run.id, { status: 'completed', conclusion: 'success' });
  }
}

/** Turns work under way into open pull requests that wait for CI, until there are so many. */
export async function openPullRequests(world: ActionWorld, wanted: number): Promise<void> {
  for (;;) {
    const missing = wanted - world.github.world.pulls().length;
    if (missing === 0) return;
    const ledger = await world.ledger();
    const flights = Object.values(ledger.flights).slice(0, missing);
    if (flights.length === 0) throw new Error(`nothing is under way, and ${missing} pull requests are missing`);
    let after: Ledger = ledger;
    for (const flight of flights) after = await openOne(world, after, flight);
    await world.editState(ledgerFile, (text) => replaceLedger(text, after));
    // Whoever is done makes room for others.
    await planWell(world);
  }
}

async function openOne(world: ActionWorld, ledger: Ledger, flight: Ledger['flights'][string]): Promise<Ledger> {
  const { branch, story, startSha, id } = flight;
  if (story === null) throw new Error(`${id} is of no story`);
  const head = await world.github.world.pushAs('ada', {
    branch,
    files: { [`src/${story}.js`]: `export const story = '${story}';\n` },
    message: `Story ${story}`,
  });
  const number = await openAsTheApp(world, branch, story);
  leaveCiPending(world, head, branch);
  const accepted: AcceptedHead = {
    sha: head,
    by: 'agent',
    diffBase: startSha,
    patchId: head,
    changedPaths: null,
    missingDeliverables: [],
    concerns: [],
    assignment: id,
    at: Date.now(),
  };
  const flights = Object.fromEntries(Object.entries(ledger.flights).filter(([key]) => key !== id));
  const change = { head: accepted, pullRequest: number, handedOver: head, authorRuns: 1 };
  return remember({ ...ledger, flights }, story, change);
}

async function openAsTheApp(world: ActionWorld, head: string, story: string): Promise<number> {
  const answer = await fetch(`${world.github.apiUrl}/repos/ada/demo/pulls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ head, base: 'main', title: `Story ${story}`, body: 'For the bench.' }),
  });
  if (!answer.ok) throw new Error(`no pull request of ${head}: ${await answer.text()}`);
  const { number } = (await answer.json()) as { readonly number: number };
  return number;
}

function leaveCiPending({ github: { host } }: ActionWorld, headSha: string, headBranch: string): void {
  const run = host.createRun({
    workflowPath: '.github/workflows/ci.yml',
    workflowName: 'CI',
    runName: 'CI',
    trigger: {
      event: 'pull_request',
      ref: `refs/heads/${headBranch}`,
      sha: headSha,
      headSha,
      headBranch,
      actor: 'orchestrate-app[bot]',
      payload: {},
    },
  });
  const job = host.createJob({ runId: run.id, name: 'test' });
  host.updateJob(job.id, { status: 'in_progress' });
  host.updateRun(run.id, { status: 'in_progress' });
}

function replaceLedger(text: string, ledger: Ledger): string {
  const file = JSON.parse(text);
  return `${JSON.stringify({ ...file, state: { ...file.state, state_data: ledger } }, null, 2)}\n`;
}
