import type { Instant } from '../../core/instant.ts';
import { RemoteError } from '../../errors.ts';
import type { GitHub } from '../../github/client.ts';
import { dispatchWorkflow } from '../../github/dispatch-workflow.ts';
import { readJobLog } from '../../github/job-log.ts';
import { type RunJob, readJobs } from '../../github/legs.ts';
import { readRun } from '../../github/read-runs.ts';
import { type RunByHand, readNewestByHand } from '../../github/runs-by-hand.ts';
import { cannotTell, type Finding, fail, type Outcome } from '../finding.ts';
import { found } from './findings.ts';
import { parseReport } from './report.ts';

export interface RehearsalFromHere {
  readonly github: Pick<GitHub, 'request' | 'protocol'>;
  readonly workflow: string;
  readonly branch: string;
  /** Who asks. */
  readonly login: string;
  readonly say: (line: string) => void;
  readonly now: () => Instant;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** A run appears within seconds of being asked for. */
const appearMinutes = 2;
/** Longer than its jobs together may take; the run goes on without us. */
const workMinutes = 180;
const pauseMs = 5000;

/** Starts a rehearsal, which the trusted jobs do as the App, and waits until it says what it saw. */
export async function rehearseFromHere(asked: RehearsalFromHere): Promise<readonly Finding[]> {
  const { github, workflow, branch, say } = asked;
  const before = await readNewestByHand(github, asked);
  try {
    await dispatchWorkflow(github, { workflow, ref: branch, inputs: { command: 'rehearse' } });
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const remedy = `Ask with a token that may start workflows; ${workflow} needs \`workflow_dispatch\` with the input \`command\`.`;
    return [ofRun(fail(`the rehearsal could not be started: ${error.message}`, remedy))];
  }
  const run = await findRun(asked, before?.id ?? 0);
  if (run === null) {
    const remedy = `See under Actions whether it waits for something, and read its page when it has ended.`;
    return [
      ofRun(cannotTell(`the rehearsal was started, and no run of it appeared in ${appearMinutes} minutes`, remedy)),
    ];
  }
  say(`rehearsal: ${run.url}`);
  return await follow(asked, run);
}

function ofRun(outcome: Outcome): Finding {
  return found('rehearsal_run', outcome);
}

async function findRun(asked: RehearsalFromHere, before: number): Promise<RunByHand | null> {
  const { github, now, pause } = asked;
  const until = now() + appearMinutes * 60_000;
  for (;;) {
    const newest = await readNewestByHand(github, asked);
    if (newest !== null && newest.id > before) return newest;
    if (now() >= until) return null;
    await pause(pauseMs);
  }
}

async function follow(asked: RehearsalFromHere, { id, url }: RunByHand): Promise<readonly Finding[]> {
  const { github, say, now, pause } = asked;
  const until = now() + workMinutes * 60_000;
  const told = new Map<string, string>();
  for (;;) {
    const seen = await lookAt(github, id);
    for (const { name, status, conclusion } of seen?.jobs ?? []) {
      const state = conclusion ?? status.replace('_', ' ');
      if (told.get(name) !== state) say(`  ${name}: ${state}`);
      told.set(name, state);
    }
    if (seen?.isOver === true) return await readReports(github, seen.jobs, url);
    if (now() >= until) {
      return [
        ofRun(cannotTell(`the rehearsal is not over after ${workMinutes} minutes`, `See ${url}; it ends by itself.`)),
      ];
    }
    await pause(pauseMs);
  }
}

interface SeenRun {
  readonly isOver: boolean;
  readonly jobs: readonly RunJob[];
}

/** A run as it stands; null where GitHub does not answer just now: it is looked at again anyway. */
async function lookAt(github: Pick<GitHub, 'request'>, id: number): Promise<SeenRun | null> {
  try {
    const run = await readRun(github, id);
    return { isOver: run === null || run.status === 'completed', jobs: await readJobs(github, id) };
  } catch (error) {
    if (error instanceof RemoteError && error.retryable) return null;
    throw error;
  }
}

/** What the trusted jobs said; never the agent's, which anybody's words may be in. */
async function readReports(
  github: RehearsalFromHere['github'],
  jobs: readonly RunJob[],
  url: string,
): Promise<readonly Finding[]> {
  const trusted = jobs.filter(({ name, conclusion }) => !name.endsWith(' / agent') && conclusion !== 'skipped');
  if (trusted.length === 0) {
    return [
      ofRun(fail('its run did nothing', 'Is the variable ORCHESTRATE set to `off`? Take it away, and ask again.')),
    ];
  }
  const logs = await Promise.all(trusted.map(({ id }) => readJobLog(github, id)));
  const findings = logs.flatMap((log) => (log === null ? [] : (parseReport(log) ?? [])));
  if (findings.length > 0) return findings;
  const ends = trusted.map(({ name, conclusion }) => `${name} ended with ${conclusion ?? 'nothing'}`).join(', ');
  return [ofRun(fail(`its run says nothing of what it saw: ${ends}`, `See ${url}.`))];
}
