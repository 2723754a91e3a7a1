import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/loopctl-cli/print/view.ts';
import { backlog, type CommandEnd, runCommand, withKeys } from '../builders/loopctl-command.ts';
import { keys, refusal, serveLoopctl, type TestServer } from './loopctl-server.ts';

let server: TestServer;
async function open(): Promise<void> {
  server = await serveLoopctl();
  const end = await loopctl('import - --project demo --create', { input: JSON.stringify(backlog) });
  expect(end).toMatchObject({ exitCode: 0, err: '' });
}
async function close(): Promise<void> {
  await server[Symbol.asyncDispose]();
}

/** Words as they are typed, a quoted one with spaces in it. */
async function loopctl(
  line: string,
  more: { readonly input?: string; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<CommandEnd> {
  const words = line.match(/'[^']*'|\S+/g) ?? [];
  return await runCommand(
    words.map((word) => word.replaceAll("'", '')),
    { environment: withKeys(server), ...more },
  );
}

async function ask(line: string): Promise<Readonly<Record<string, unknown>>> {
  const { exitCode, out, err } = await loopctl(line);
  expect([line, exitCode, err]).toEqual([line, 0, '']);
  return JSON.parse(out);
}

async function rows(line: string): Promise<readonly unknown[]> {
  return rowsOf(await ask(line));
}

async function walk(...steps: readonly string[]): Promise<void> {
  for (const step of steps) await ask(step);
}

const implemented = ['contract 1.1', 'claim 1.1', 'start 1.1', 'request-review 1.1'];

describe('loopctl and a server', () => {
  beforeEach(open);
  afterEach(close);

  it('leads a story from ready to verified, each call in the name whose call it is', async () => {
    expect(await rows('next')).toMatchObject([{ number: '1.1' }]);
    expect(await rows('blocked --project demo')).toMatchObject([{ story: { number: '1.2' }, waits_for: '1.1' }]);
    await walk(...implemented);
    await walk(
      'report 1.1 --token-usage {"input_tokens":1,"output_tokens":2,"model_name":"m","cost_millicents":3}',
      "review-complete 1.1 --type independent --summary 'all is there'",
      "verify 1.1 --result pass --summary 'holds'",
    );
    expect(await ask('status US-1.1')).toMatchObject({ story: { verified_status: 'verified' } });
    expect(await ask('status')).toMatchObject({ progress: { total_stories: 2, verification_percentage: 50 } });
    expect(await ask('status --epic 1')).toMatchObject({ progress: { stories_by_verified_status: { verified: 1 } } });
    expect(await rows('next')).toMatchObject([{ number: '1.2' }]);
    expect((await rows('history 1.1')).at(-1)).toMatchObject({ action: 'verified' });
    expect(server.received.every(({ headers }) => headers['x-loopctl-sth-bootstrap'] === 'true')).toBe(true);
  });

  it('never sends a report or a judgement with the key of the agent that the story is assigned to', async () => {
    await walk(...implemented);
    const environment = { LOOPCTL_SERVER: server.url, LOOPCTL_API_KEY: keys.implementer };
    for (const line of ['report 1.1', 'verify 1.1', 'reject 1.1 --reason no']) {
      const end = await loopctl(line, { environment });
      expect(end).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining('would have halted the tenant') });
      expect(end.err).toMatch(/What to do: .*another agent/);
    }
    expect(server.calls(/\/(report|verify|reject)$/)).toEqual([]);
  });

  it('sends no judgement where a capability is handed out, or where nobody can tell whose story it is', async () => {
    await walk(...implemented);
    for (const [answer, words] of [
      [{ status: 201, body: { data: { cap_id: 'c' } } }, 'would have halted the tenant'],
      [refusal(422, 'Cannot mint cap'), 'would have halted the tenant'],
      [refusal(400, 'Bad request'), 'Nobody could tell'],
      [refusal(500, 'Internal server error'), 'was answered 500'],
      ['lost', 'got no whole answer'],
    ] as const) {
      server.fail(/recover-cap$/, answer);
      expect(await loopctl('report 1.1')).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining(words) });
    }
    expect(server.calls(/\/report$/)).toEqual([]);
  });

  it('tells the changes of one project, which a server itself does not', async () => {
    await walk('contract 1.1');
    const all = await ask('changes --project demo');
    expect(rowsOf(all).at(-1)).toMatchObject({ number: '1.1', action: 'status_changed' });
    expect(await ask(`changes --project demo --since ${all['next_since']}`)).toMatchObject({
      data: [],
      has_more: false,
    });
  });

  it('saves a state over the version that stands, or over the one that was loaded and no other', async () => {
    await walk('state save --data {"a":1}', 'state save --data {"a":2}');
    expect(await ask('state load')).toMatchObject({ state: { version: 2, state_data: { a: 2 } } });
    const end = await loopctl('state save --version 1 --data {"a":3}');
    expect(end).toMatchObject({ exitCode: 1 });
    expect(end.err).toContain('Somebody else saved since');
  });

  it('tells whose tenant it is and the role of the key', async () => {
    expect(await ask('auth whoami --as implementer')).toMatchObject({
      tenant: { status: 'active' },
      loopctl: { kind: 'server', url: server.url, role: 'agent' },
    });
    expect(await ask('auth whoami')).toMatchObject({ loopctl: { role: 'orchestrator' } });
  });

  it('merges a file only when it is told to, and never one that closes a circle', async () => {
    const again = await loopctl('import -', { input: JSON.stringify(backlog) });
    expect(again).toMatchObject({ exitCode: 1, err: expect.stringContaining('Merge the file into them: --merge') });
    const merged = await loopctl('import - --merge', { input: JSON.stringify(backlog) });
    expect(JSON.parse(merged.out)).toMatchObject({ import: { stories_created: 0, stories_updated: 2 } });
    const turned = { ...backlog, story_dependencies: [{ story: '1.1', depends_on: '1.2' }] };
    const circle = await loopctl('import - --merge', { input: JSON.stringify(turned) });
    expect(circle).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining('1.1') });
  });

  it('makes a story, backfills it, and finds it by its words', async () => {
    await walk(
      "create-story --number 1.3 --title 'Write the Manual' --criterion 'it can be read'",
      'backfill 1.3 --reason elsewhere --pr 7',
    );
    expect(await rows("search manual 'can be'")).toMatchObject([{ number: '1.3', verified_status: 'verified' }]);
  });

  it('waits where too much was asked, and says what a halted tenant is', async () => {
    server.fail(/^GET \/tenants\/me$/, { ...refusal(429, 'Rate limit exceeded'), headers: { 'retry-after': '0' } });
    expect(await loopctl('auth whoami')).toMatchObject({ exitCode: 0 });
    server.fail(/^GET \/tenants\/me$/, refusal(503, 'halted', 'tenant_halted'));
    const end = await loopctl('auth whoami');
    expect(end).toMatchObject({ exitCode: 1, err: expect.stringContaining('clear-halt') });
  });

  it('says where it looked when nobody answers, and never the key', async () => {
    const environment = { LOOPCTL_SERVER: server.url, LOOPCTL_API_KEY: keys.orchestrator };
    await server[Symbol.asyncDispose]();
    const end = await loopctl('claim 00000000-0000-4000-8000-000000000000', { environment });
    expect(end).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining('ECONNREFUSED') });
    expect(end.err).not.toContain(keys.orchestrator);
  });
});

describe('what loopctl and a server refuse', () => {
  beforeAll(open);
  afterAll(close);

  it.each([
    ['claim 1.1', 'Agree to it first: loopctl contract STORY.'],
    ['contract 1.1 --title other --criteria 1', 'The story reads otherwise by now'],
    ['verify 1.1', 'loopctl status STORY'],
    ['unclaim 1.1', 'Nobody holds it'],
    ['status 9.9', 'has no story 9.9'],
    ['status --project nope', 'There are: demo.'],
    ['state load', 'Nothing was saved under that key yet'],
    ['skill get nope', 'has no skill `nope`'],
    ['report 1.1 --as orchestrator', 'What to do'],
    ['next --as orchestrator --project 00000000-0000-4000-8000-000000000000', 'loopctl has no project'],
  ])('says why `%s` is refused and what to do, and ends with 1', async (line, words) => {
    const end = await loopctl(line);
    expect(end).toMatchObject({ exitCode: 1, out: '' });
    expect(end.err).toContain(words);
  });

  it.each([
    ['verify 1.1 --result fail', 'loopctl reject 1.1 --reason TEXT'],
    ['status first', 'neither the number of a story'],
    ['report 1.1 --artifact {bad', '--artifact is not JSON'],
    ['state save --data []', '--data must be a JSON object'],
    ['changes --since yesterday', '--since must be a moment'],
    ['status --format yaml', 'There is no format `yaml`'],
    ['claim 1.1 --as me', '--as must be one of'],
    ['import nowhere.json', 'There is no file'],
    ['create-story --number 1.3 --title t', 'needs a --criterion'],
  ])('does not send what `%s` would be, and ends with 2', async (line, words) => {
    const before = server.received.length;
    const end = await loopctl(line);
    expect(end).toMatchObject({ exitCode: 2, out: '' });
    expect(end.err).toContain(words);
    expect(server.received.slice(before).filter(({ call }) => !call.startsWith('GET'))).toEqual([]);
  });
});
