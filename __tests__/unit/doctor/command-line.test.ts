import { describe, expect, it } from 'vitest';
import { apiUrlOf, parseDoctorArguments, parseOrigin } from '../../../src/doctor/command-line.ts';

describe('parseOrigin', () => {
  it.each([
    ['https://github.com/ada/demo.git', 'github.com'],
    ['https://token@github.com/ada/demo', 'github.com'],
    ['git@github.com:ada/demo.git', 'github.com'],
    ['ssh://git@ghe.example.com/ada/demo.git', 'ghe.example.com'],
    ['http://127.0.0.1:8080/ada/demo.git\n', '127.0.0.1:8080'],
  ])('reads %j', (address, host) => {
    expect(parseOrigin(address)).toEqual({ host, owner: 'ada', repo: 'demo' });
  });

  it.each(['/srv/git/demo.git', '../demo', 'C:\\work\\demo', 'https://github.com/ada', ''])(
    'knows no repository in %j',
    (address) => {
      expect(parseOrigin(address)).toBeNull();
    },
  );
});

describe('parseDoctorArguments', () => {
  it('takes the defaults of the action where nothing is said', () => {
    expect(parseDoctorArguments([])).toEqual({
      repository: null,
      host: null,
      app: null,
      config: '.github/orchestrate.yml',
      workflow: 'orchestrate.yml',
      stateBranch: 'orchestrate-state',
      rehearse: false,
    });
  });

  it('takes what is said', () => {
    const words = ['--repo', 'ada/demo', '--host', 'ghe.example.com', '--app', 'our-app', '--state-branch=state'];
    expect(parseDoctorArguments(words)).toMatchObject({
      repository: { owner: 'ada', repo: 'demo' },
      host: 'ghe.example.com',
      app: 'our-app',
      stateBranch: 'state',
    });
  });

  it.each([
    [['--repo', 'demo'], '--repo must be OWNER/NAME'],
    [['--host', 'https://x/y'], '--host must be'],
    [['--app', 'a b'], '--app must be'],
    [['--config', '../x'], '--config'],
    [['--workflow', 'a/b.yml'], '--workflow'],
    [['--state-branch', 'a..b'], '--state-branch'],
    [['--reop', 'a/b'], "Unknown option '--reop'"],
  ])('refuses %j', (words, says) => {
    expect(() => parseDoctorArguments(words)).toThrow(says);
  });

  it('asks where the API of a host is', () => {
    expect(apiUrlOf('github.com')).toBe('https://api.github.com');
    expect(apiUrlOf('ghe.example.com')).toBe('https://ghe.example.com/api/v3');
  });
});
