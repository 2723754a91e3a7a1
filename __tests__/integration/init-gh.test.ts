import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import { openGh } from '../../src/init/gh.ts';

const folder = mkdtempSync(join(tmpdir(), 'init-gh-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A `gh` that says what it was given, or refuses. */
function open(script: string) {
  const program = join(folder, 'gh');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  return openGh({
    host: 'github.example',
    owner: 'ada',
    repo: 'demo',
    environment: { PATH: `${folder}:/bin:/usr/bin` },
  });
}
const tell = 'printf \'{"given":"%s","input":"%s"}\' "$*" "$(cat)"';

test('calls the API of the host that is meant, with the body on standard input', async () => {
  const gh = open(tell);
  expect(await gh.call('PUT', 'repos/ada/demo/x', 7, [])).toEqual({
    given: 'api --hostname github.example --method PUT repos/ada/demo/x --input -',
    input: '7',
  });
  expect(await gh.call('DELETE', 'repos/ada/demo/x', null, [])).toEqual({
    given: 'api --hostname github.example --method DELETE repos/ada/demo/x',
    input: '',
  });
  expect(await open('true').call('DELETE', 'repos/ada/demo/x', null, [])).toBeNull();
});

test('hands a secret over by standard input alone', async () => {
  const log = join(folder, 'log');
  const gh = open(`echo "$*: $(cat)" >> ${log}`);
  await gh.setSecret('KEY', 'orchestrate', 'hush');
  await gh.setSecret('KEY', null, 'hush');
  await gh.deleteSecret('KEY');
  expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([
    'secret set KEY --env orchestrate --repo github.example/ada/demo: hush',
    'secret set KEY --repo github.example/ada/demo: hush',
    'secret delete KEY --repo github.example/ada/demo:',
  ]);
});

test.each([
  [401, /gh auth login/],
  [403, /Free plan/],
  [422, /start/i],
])('says of a %s what to do', async (status, remedy) => {
  const refused = open(`echo "gh: No (HTTP ${status})" >&2; exit 1`).call('POST', 'repos/ada/demo/x', {}, [409]);
  await expect(refused).rejects.toMatchObject({ message: `POST repos/ada/demo/x: gh: No (HTTP ${status})` });
  await expect(refused).rejects.toHaveProperty('remedy', expect.stringMatching(remedy));
});

test('takes a refusal for done where it says that it is so already', async () => {
  const gh = open('echo "gh: Already there (HTTP 409)" >&2; exit 1');
  expect(await gh.call('POST', 'repos/ada/demo/x', {}, [409])).toBeNull();
});

test('says where `gh` comes from when there is none', async () => {
  const none = { PATH: join(folder, 'nowhere') };
  const gh = openGh({ host: 'github.com', owner: 'ada', repo: 'demo', environment: none });
  await expect(gh.call('GET', 'user', null, [])).rejects.toThrow(ConfigurationError);
  await expect(gh.call('GET', 'user', null, [])).rejects.toHaveProperty(
    'remedy',
    expect.stringContaining('cli.github.com'),
  );
});
