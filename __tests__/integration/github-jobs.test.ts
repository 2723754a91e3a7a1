import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/errors.ts';
import { dispatchWorkflow } from '../../src/github/dispatch-workflow.ts';
import { isSettleOver, readAgentsAtWork, readLegs } from '../../src/github/legs.ts';
import { rerunJob } from '../../src/github/rerun-job.ts';
import { always, type Handler, inTurn, type Loss, paged, type Reply, serveGitHub } from './github-server.ts';

const lost: readonly (readonly [string, Reply | Loss])[] = [
  ['a 502', { status: 502, body: { message: 'Bad Gateway' } }],
  ['a dropped connection', 'drop'],
];

describe('running a job again', () => {
  const ended = always({ body: { id: 30, run_attempt: 1, status: 'completed' } });
  const underWay = always({ body: { id: 30, run_attempt: 2, status: 'queued' } });

  function answers(run: Handler, rerun: Handler): Readonly<Record<string, Handler>> {
    return {
      'GET /actions/jobs/88': always({ body: { id: 88, run_id: 30, run_attempt: 1 } }),
      'GET /actions/runs/30': run,
      'POST /actions/jobs/88/rerun': rerun,
    };
  }

  test('starts it when its run has ended', async () => {
    await using server = await serveGitHub(answers(ended, always({ status: 201, body: {} })));
    await expect(rerunJob(server.github, 88)).resolves.toEqual({ kind: 'started' });
  });

  test.each([
    ['its run is under way', underWay],
    ['a newer attempt has ended already', always({ body: { id: 30, run_attempt: 2, status: 'completed' } })],
  ])('leaves it alone when %s', async (_, run) => {
    await using server = await serveGitHub(answers(run, always({ status: 201, body: {} })));
    await expect(rerunJob(server.github, 88)).resolves.toEqual({ kind: 'under_way' });
    expect(server.sent('POST /actions/jobs/88/rerun')).toEqual([]);
  });

  test('says why GitHub would not', async () => {
    const refusal = {
      status: 403,
      body: { message: 'Unable to retry this workflow run because it was created over a month ago' },
    };
    await using server = await serveGitHub(answers(ended, always(refusal)));
    await expect(rerunJob(server.github, 88)).resolves.toEqual({
      kind: 'refused',
      message: expect.stringContaining('over a month ago'),
    });
  });

  test.each(lost)('looks at the run after %s', async (_, reply) => {
    await using server = await serveGitHub(answers(inTurn(ended, underWay), always(reply)));
    await expect(rerunJob(server.github, 88)).resolves.toEqual({ kind: 'started' });
    expect(server.sent('POST /actions/jobs/88/rerun')).toHaveLength(1);
  });

  test.each(lost)('fails after %s that started nothing', async (_, reply) => {
    await using server = await serveGitHub(answers(ended, always(reply)));
    await expect(rerunJob(server.github, 88)).rejects.toThrow(RemoteError);
    expect(server.sent('POST /actions/jobs/88/rerun')).toHaveLength(1);
  });
});

describe('starting a workflow', () => {
  const wanted = { workflow: 'orchestrate.yml', ref: 'main' };
  const path = '/actions/workflows/orchestrate.yml';

  function answers(dispatch: Reply | Loss, statuses: readonly string[]): Readonly<Record<string, Handler>> {
    const runs = statuses.map((status, index) => ({ id: index + 1, run_attempt: 1, status }));
    return {
      [`POST ${path}/dispatches`]: always(dispatch),
      [`GET ${path}/runs`]: paged(runs, (workflow_runs) => ({ workflow_runs })),
    };
  }

  test('asks for it on the branch, with its inputs', async () => {
    await using server = await serveGitHub(answers({ status: 204 }, []));
    await dispatchWorkflow(server.github, { ...wanted, inputs: { reason: 'successor' } });
    expect(server.exchanges.map(({ body }) => body)).toEqual([{ ref: 'main', inputs: { reason: 'successor' } }]);
  });

  test.each(lost)('is satisfied after %s when a run is queued', async (_, reply) => {
    await using server = await serveGitHub(answers(reply, ['queued', 'completed']));
    await expect(dispatchWorkflow(server.github, wanted)).resolves.toBeUndefined();
    expect(server.sent(`POST ${path}/dispatches`)).toHaveLength(1);
  });

  test.each(lost)('fails after %s when none is', async (_, reply) => {
    await using server = await serveGitHub(answers(reply, ['in_progress', 'completed']));
    await expect(dispatchWorkflow(server.github, wanted)).rejects.toThrow(RemoteError);
  });

  test('fails when the token may not', async () => {
    const forbidden = { status: 403, body: { message: 'Resource not accessible by integration' } };
    await using server = await serveGitHub(answers(forbidden, ['queued']));
    await expect(dispatchWorkflow(server.github, wanted)).rejects.toThrow('Resource not accessible');
  });
});

describe('the legs of a run', () => {
  let id = 100;

  function job(name: string, conclusion: string | null, run_attempt = 1): Readonly<Record<string, unknown>> {
    id += 1;
    return { id, name, run_attempt, status: conclusion === null ? 'in_progress' : 'completed', conclusion };
  }

  async function read(jobs: readonly Readonly<Record<string, unknown>>[], attempt = 1): ReturnType<typeof readLegs> {
    await using server = await serveGitHub({ 'GET /actions/runs/30/jobs': paged(jobs, (page) => ({ jobs: page })) });
    return await readLegs(server.github, 30, attempt);
  }

  test.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['timed_out', 'failure'],
    ['cancelled', 'cancelled'],
    ['skipped', 'missing'],
    [null, 'cancelled'],
  ])('an agent job that ended with %s counts as %s', async (conclusion, agent) => {
    const settle = job('a1 / settle', 'failure');
    const legs = await read([job('plan', 'success'), job('a1 / agent', conclusion), settle]);
    expect([...legs.values()]).toEqual([{ assignment: 'a1', agent, settle: 'failure', settleJobId: settle['id'] }]);
  });

  test('are known by one of their two jobs', async () => {
    const settle = job('a2 / settle', 'skipped');
    const legs = await read([job('a1 / agent', 'success'), settle]);
    expect([...legs.values()]).toEqual([
      { assignment: 'a1', agent: 'success', settle: 'missing', settleJobId: null },
      { assignment: 'a2', agent: 'missing', settle: 'missing', settleJobId: settle['id'] },
    ]);
  });

  test('count by the newest attempt of each job, up to the one that was asked for', async () => {
    const [second, third] = [job('a1 / settle', 'failure', 2), job('a1 / settle', 'success', 3)];
    const jobs = [job('a1 / agent', 'success', 1), job('a1 / settle', 'failure', 1), third, second];
    expect((await read(jobs, 2)).get('a1')).toMatchObject({
      agent: 'success',
      settle: 'failure',
      settleJobId: second['id'],
    });
    expect((await read(jobs, 3)).get('a1')).toMatchObject({
      agent: 'success',
      settle: 'success',
      settleJobId: third['id'],
    });
  });

  test.each([
    { when: 'its job has ended', jobs: [job('a1 / settle', 'cancelled')], over: true },
    { when: 'it is run again', jobs: [job('a1 / settle', 'failure'), job('a1 / settle', null, 2)], over: true },
    { when: 'its job is under way', jobs: [job('a1 / settle', null), job('a2 / settle', 'success')], over: false },
    { when: 'its job is not there yet', jobs: [job('a1 / agent', 'success')], over: false },
  ])('say $over to whether a settle is over when $when', async ({ jobs, over }) => {
    await using server = await serveGitHub({ 'GET /actions/runs/30/jobs': paged(jobs, (page) => ({ jobs: page })) });
    const holder = { run: 30, attempt: 1, assignment: 'a1' };
    expect(await isSettleOver(server.github, holder)).toBe(over);
  });

  test('show a settle that is run again only once its new job is there', async () => {
    const jobs = [job('a1 / settle', 'failure', 1)];
    await using server = await serveGitHub({ 'GET /actions/runs/30/jobs': paged(jobs, (page) => ({ jobs: page })) });
    expect(await isSettleOver(server.github, { run: 30, attempt: 2, assignment: 'a1' })).toBe(false);
  });

  test('have agents at work: those whose job is there and has not ended', async () => {
    const waiting = { ...job('a2 / agent', null), status: 'queued' };
    const jobs = [
      job('plan', null),
      job('a1 / agent', null),
      waiting,
      job('a3 / agent', 'cancelled'),
      job('a3 / settle', null),
      job('a4 / agent', 'failure'),
      job('a4 / agent', null, 2),
      job('lint / agent / deep', null),
    ];
    await using server = await serveGitHub({ 'GET /actions/runs/30/jobs': paged(jobs, (page) => ({ jobs: page })) });
    expect(await readAgentsAtWork(server.github, 30)).toEqual(['a1', 'a2', 'a4']);
  });

  test('are read to the last page', async () => {
    const jobs = Array.from({ length: 150 }, (_, index) => job(`a${index} / agent`, 'success'));
    expect((await read(jobs)).size).toBe(150);
  });

  test('are none where no leg was started', async () => {
    expect((await read([job('plan', 'failure')])).size).toBe(0);
  });
});
