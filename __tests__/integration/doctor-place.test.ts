import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPlace, readToken } from '../../src/doctor/place.ts';
import { runGit } from '../../src/git/git.ts';

let folder: string;
const nothingSaid = { repository: null, host: null };
// No `gh` is there.
const environment = { PATH: '', GH_TOKEN: 'ghp_mine' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-place-'));
  await runGit(['init', '--quiet', folder]);
  await runGit(['config', 'remote.origin.url', 'https://git.example.com/ada/demo.git'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('is where origin points, but for what was said', async () => {
  expect(await findPlace(nothingSaid, folder)).toMatchObject({ host: 'git.example.com', owner: 'ada', repo: 'demo' });
  const repository = { owner: 'eve', repo: 'other' };
  expect(await findPlace({ repository, host: 'github.com' }, folder)).toMatchObject({
    host: 'github.com',
    owner: 'eve',
  });
  expect(await findPlace({ repository, host: null }, tmpdir())).toMatchObject({ host: 'github.com', owner: 'eve' });
});

// Whoever made a repository chose where its clones point.
test('a token of the environment goes to no host that only a folder names', async () => {
  const place = await findPlace(nothingSaid, folder);
  await expect(readToken(place, environment)).rejects.toMatchObject({
    remedy: expect.stringContaining('--host git.example.com'),
  });
});

test.each([
  ['github.com', { repository: { owner: 'a', repo: 'b' }, host: null }, tmpdir(), {}],
  ['a host that was said', { repository: null, host: 'git.example.com' }, null, {}],
  [
    'where the environment itself says that the API is',
    nothingSaid,
    null,
    { GITHUB_API_URL: 'https://git.example.com/api/v3' },
  ],
])('but to %s', async (_, asked, directory, more) => {
  const place = await findPlace(asked, directory ?? folder);
  expect(await readToken(place, { ...environment, ...more })).toBe('ghp_mine');
});
