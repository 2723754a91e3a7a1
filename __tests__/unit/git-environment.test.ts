import { expect, test } from 'vitest';
import { gitEnvironment, maskSecrets, secretsOf } from '../../src/git/git-environment.ts';

test('git inherits the way to programs and network, no variable of its own and no home', () => {
  const ambient = { PATH: '/bin', HTTPS_PROXY: 'http://proxy', HOME: '/home/me', GIT_DIR: '/x', GITHUB_TOKEN: 't' };
  const environment = gitEnvironment({ ambient });
  expect(environment).toMatchObject({ PATH: '/bin', HTTPS_PROXY: 'http://proxy', GIT_CONFIG_GLOBAL: '/dev/null' });
  expect(Object.keys(environment)).not.toContain('HOME');
  expect(Object.keys(environment)).not.toContain('GIT_DIR');
  expect(Object.keys(environment)).not.toContain('GITHUB_TOKEN');
});

test('a token goes only to the origin it is for', () => {
  const credential = { url: 'https://github.example/owner/repo.git', token: 'abc' };
  expect(gitEnvironment({ ambient: {}, config: { 'gc.auto': '1' }, credential })).toMatchObject({
    GIT_CONFIG_COUNT: '5',
    GIT_CONFIG_KEY_0: 'gc.auto',
    GIT_CONFIG_VALUE_0: '1',
    GIT_CONFIG_KEY_4: 'http.https://github.example/.extraheader',
    GIT_CONFIG_VALUE_4: `AUTHORIZATION: basic ${btoa('x-access-token:abc')}`,
  });
  const local = gitEnvironment({ ambient: {}, credential: { url: 'file:///repo.git', token: 'abc' } });
  expect(Object.values(local).filter((value) => value.includes('extraheader'))).toEqual([]);
});

test('secrets are masked in every form in which git could show them', () => {
  const secrets = secretsOf({ url: 'https://github.example', token: 'a/b c' });
  const text = `a/b c, a%2Fb%20c, ${btoa('x-access-token:a/b c')}, https://me:pass@github.example/x`;
  expect(maskSecrets(text, secrets)).toBe('***, ***, ***, https://***@github.example/x');
  expect(maskSecrets('nothing here', secretsOf({ url: 'x', token: '' }))).toBe('nothing here');
});
