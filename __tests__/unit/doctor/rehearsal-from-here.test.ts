import { expect, it } from 'vitest';
import { rehearseFromHere } from '../../../src/doctor/rehearsal/from-here.ts';
import { RemoteError } from '../../../src/errors.ts';
import type { GitHub } from '../../../src/github/client.ts';

const runs = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
const dispatch = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
const run = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
const jobs = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs';
const log = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';

type Answer = { readonly status?: number; readonly data?: unknown } | Error;

function listed(...ids: readonly number[]): Answer {
  return { data: { workflow_runs: ids.map((id) => ({ id, html_url: `https://github.test/runs/${id}` })) } };
}

function aJob(name: string, conclusion: string | null): Answer {
  return { data: { jobs: [{ id: 5, name, run_attempt: 1, status: 'completed', conclusion }] } };
}

function broken(status: number): RemoteError {
  return new RemoteError(`answered ${status}`, { request: '', status, requestId: null, retryable: status >= 500 });
}

/** A rehearsal against answers by route, each given once but for the last. */
async function rehearse(answers: Readonly<Record<string, readonly Answer[]>>) {
  const left = new Map(Object.entries(answers).map(([route, list]) => [route, [...list]]));
  const asked: string[] = [];
  const request: GitHub['request'] = async (route) => {
    asked.push(route);
    const list = left.get(route) ?? [];
    const answer = (list.length > 1 ? list.shift() : list[0]) ?? { status: 404 };
    if (answer instanceof Error) throw answer;
    return { status: 200, data: null, headers: {}, ...answer };
  };
  let at = 0;
  const pause = async (milliseconds: number): Promise<void> => {
    at += milliseconds;
  };
  const github = { protocol: 'https:', request };
  const said: string[] = [];
  const findings = await rehearseFromHere({
    github,
    workflow: 'orchestrate.yml',
    branch: 'main',
    login: 'ada',
    say: (line) => said.push(line),
    now: () => at,
    pause,
  });
  return { told: findings.map(({ check, verdict, detail }) => `${check}: ${verdict}: ${detail}`), said, asked };
}

const over = { data: { id: 8, status: 'completed' } };

it('says that it could not be started, and what the token needs', async () => {
  const { told } = await rehearse({ [runs]: [listed()], [dispatch]: [broken(403)] });
  expect(told).toEqual(['rehearsal_run: fail: the rehearsal could not be started: answered 403']);
});

it('takes no older run for its own, and says where none appears', async () => {
  const { told } = await rehearse({ [runs]: [listed(7)], [dispatch]: [{ status: 204 }] });
  expect(told).toEqual([expect.stringMatching(/^rehearsal_run: cannot_tell: .*no run of it appeared in 2 minutes/)]);
});

it('follows its run past an answer that is lost, and says that it told nothing', async () => {
  const { told, said } = await rehearse({
    [runs]: [listed(7), listed(7), listed(8)],
    [dispatch]: [{ status: 204 }],
    [run]: [broken(502), { data: { id: 8, status: 'in_progress' } }, over],
    [jobs]: [{ data: { jobs: [] } }, aJob('plan', 'failure')],
    [log]: [{ status: 404 }],
  });
  expect(said).toEqual(['rehearsal: https://github.test/runs/8', '  plan: failure']);
  expect(told).toEqual(['rehearsal_run: fail: its run says nothing of what it saw: plan ended with failure']);
});

it("says that nothing ran where it is switched off, and never reads an agent's log", async () => {
  const answers = { [runs]: [listed(7), listed(8)], [dispatch]: [{ status: 204 }], [run]: [over] };
  const skipped = await rehearse({ ...answers, [jobs]: [aJob('plan', 'skipped')] });
  expect(skipped.told).toEqual(['rehearsal_run: fail: its run did nothing']);
  const agent = await rehearse({ ...answers, [jobs]: [aJob('rehearsal-8-1 / agent', 'success')] });
  expect(agent.asked).not.toContain(log);
  expect(agent.told).toEqual(['rehearsal_run: fail: its run did nothing']);
});

it('gives up after three hours, for the run ends by itself', async () => {
  const { told } = await rehearse({
    [runs]: [listed(7), listed(8)],
    [dispatch]: [{ status: 204 }],
    [run]: [{ data: { id: 8, status: 'queued' } }],
    [jobs]: [{ data: { jobs: [] } }],
  });
  expect(told).toEqual(['rehearsal_run: cannot_tell: the rehearsal is not over after 180 minutes']);
});
