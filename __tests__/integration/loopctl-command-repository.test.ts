import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runGit } from '../../src/git/git.ts';
import { rowsOf } from '../../src/loopctl-cli/print/view.ts';
import { backlog, type CommandEnd, runCommand, withKeys } from '../builders/loopctl-command.ts';
import { serveGit } from './git-http-server.ts';
import { createGitWorld, type GitWorld } from './git-world.ts';
import { serveLoopctl } from './loopctl-server.ts';

let world: GitWorld;
let directory: string;
beforeEach(async () => {
  world = await createGitWorld();
  directory = world.folder('clone');
  await runGit(['clone', '--quiet', world.url, directory]);
  await runGit(['config', 'user.name', 'Ada'], { cwd: directory });
  await writeFile(world.folder('backlog.json'), JSON.stringify(backlog));
});
afterEach(async () => await world[Symbol.asyncDispose]());

const environment = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

async function loopctl(line: string, place: Parameters<typeof runCommand>[1] = {}): Promise<CommandEnd> {
  return await runCommand(line.split(' '), { directory, environment, ...place });
}

async function ask(line: string): Promise<Readonly<Record<string, unknown>>> {
  const { exitCode, out, err } = await loopctl(line);
  expect([line, exitCode, err]).toEqual([line, 0, '']);
  return JSON.parse(out);
}

describe('loopctl and the store of a repository', () => {
  it('needs no key, speaks in the name whose call it is, and commits in the name of the person', async () => {
    for (const line of ['import ../backlog.json --project demo --create', 'contract 1.1', 'claim 1.1', 'start 1.1']) {
      await ask(line);
    }
    expect(await loopctl('claim 1.2')).toMatchObject({ exitCode: 1, out: '' });
    const own = await loopctl('report 1.1 --as implementer');
    expect(own).toMatchObject({ exitCode: 1, err: expect.stringContaining('self_report_blocked') });
    for (const line of ['report 1.1', 'review-complete 1.1 --type independent', 'verify 1.1']) await ask(line);
    expect(rowsOf(await ask('next'))).toMatchObject([{ number: '1.2' }]);
    expect(await ask('auth whoami --as reviewer')).toMatchObject({ loopctl: { kind: 'repository', role: 'agent' } });
    const log = await world.git('log', '--format=%an: %s', 'orchestrate-state');
    expect(log.split('\n').slice(0, 2)).toEqual(['Ada: loopctl verify 1.1', 'Ada: loopctl review-complete 1.1']);
  });

  it('is found by an address, from wherever one stands', async () => {
    await ask('import ../backlog.json --project demo --create');
    const end = await loopctl(`next --repo ${world.url} --format csv`, { directory: '/' });
    expect(end.out).toMatch(/^number,title,.*\r\n1\.1,Set up,/);
    const lost = await loopctl('next --repo nowhere');
    expect(lost).toMatchObject({ exitCode: 1, err: expect.stringContaining('There is no folder `nowhere`') });
    const nothing = await loopctl('next', { directory: world.directory });
    expect(nothing).toMatchObject({ exitCode: 1, err: expect.stringContaining('set LOOPCTL_SERVER') });
  });

  it("shows git's own credentials to the host that they are for, and a token of GitHub's to no other", async () => {
    await ask('import ../backlog.json --project demo --create');
    await using server = await serveGit(world.directory);
    await runGit(['remote', 'set-url', 'origin', server.url], { cwd: directory });
    const helper = '!f() { echo username=me; echo password=from-git; }; f';
    await runGit(['config', 'credential.helper', helper], { cwd: directory });
    const end = await loopctl('next', { environment: { ...environment, GITHUB_TOKEN: 'for-github' } });
    expect(end.err).toBe('');
    expect(end).toMatchObject({ exitCode: 0, out: expect.stringContaining('Set up') });
    const shown = server.authorizations.map((header = '') => Buffer.from(header.slice(6), 'base64').toString());
    expect(new Set(shown)).toEqual(new Set(['x-access-token:from-git']));
  });

  it("keeps a checkpoint away from Orchestrate's ledger", async () => {
    await ask('import ../backlog.json --project demo --create');
    const { emptyLedger } = await import('../../src/core/ledger.ts');
    await runCommand(['state', 'save', '--data', JSON.stringify(emptyLedger)], { directory, environment });
    const end = await loopctl('state save --data {"phase":"a"}');
    expect(end).toMatchObject({ exitCode: 1, out: '', err: expect.stringContaining('--key NAME') });
    await ask('state save --key mine --data {"phase":"a"}');
    expect(await ask('state load --key mine')).toMatchObject({ state: { state_data: { phase: 'a' } } });
  });

  it('moves a project to a server and tells what stays behind', async () => {
    for (const line of [
      'import ../backlog.json --project demo --create',
      'backfill 1.1 --reason before',
      'contract 1.2',
      'claim 1.2',
    ]) {
      await ask(line);
    }
    const { out: file } = await loopctl('export');
    await using server = await serveLoopctl();
    const there = { environment: withKeys(server), input: file };
    await loopctl('import - --project demo --create', { environment: withKeys(server), input: '{"epics":[]}' });
    const dry = await loopctl('import - --project demo --dry-run', there);
    expect(dry).toMatchObject({ exitCode: 0, out: expect.stringContaining('its claim is not carried') });
    expect(await loopctl('import - --project demo', there)).toMatchObject({
      exitCode: 0,
      err: expect.stringContaining('Not moved'),
    });
    const { out: moved } = await loopctl('search --project demo --format csv', { environment: withKeys(server) });
    expect(moved).toContain('1.1,Set up,reported_done,verified,');
    expect(moved).toContain('1.2,Parse,pending,unverified,');
    expect(await loopctl('import - --project demo', there)).toMatchObject({ exitCode: 1, out: '' });
  });

  it('serves itself on this machine, with new keys where none are given, until it is interrupted', async () => {
    await ask('import ../backlog.json --project demo --create');
    const end = await loopctl('serve --port 0');
    expect(end.exitCode).toBe(0);
    expect(end.out).toMatch(/^LOOPCTL_SERVER=http:\/\/127\.0\.0\.1:\d+\n(LOOPCTL_\w+_KEY=lc_\S{40}\n){4}$/);
    expect(await loopctl('serve --memory')).toMatchObject({ exitCode: 0 });
  });

  it('squashes its history, and no story loses its own', async () => {
    for (const line of ['import ../backlog.json --project demo --create', 'contract 1.1', 'claim 1.1']) await ask(line);
    expect(await ask('squash')).toMatchObject({ kind: 'squashed', commits: 3 });
    expect((await world.git('rev-list', '--count', 'orchestrate-state')).trim()).toBe('1');
    expect(rowsOf(await ask('history 1.1'))).toHaveLength(2);
    const server = {
      environment: { ...environment, LOOPCTL_SERVER: 'https://loopctl.example', LOOPCTL_API_KEY: 'lc_1' },
    };
    expect(await loopctl('squash', server)).toMatchObject({ exitCode: 2, err: expect.stringContaining('--repo .') });
  });
});
