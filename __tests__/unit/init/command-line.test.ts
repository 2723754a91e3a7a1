import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/errors.ts';
import { claude } from '../../../src/init/agent.ts';
import { parseInitArguments } from '../../../src/init/command-line.ts';
import { wishes } from '../../builders/init-facts.ts';

test('without arguments it is Claude, the usual names, a question before each step, and a quarter of an hour', () => {
  expect(parseInitArguments([])).toEqual({
    repository: null,
    host: null,
    app: null,
    appKey: null,
    action: null,
    mode: 'set_up',
    isDry: false,
    isAgreed: false,
    waitMinutes: 15,
    wishes,
  });
});

test('another agent is what bash runs, with its own review, installation and variable, or without', () => {
  const own = [
    '--agent-command',
    'codex exec -',
    '--review-command',
    'codex look',
    '--agent-install',
    'npm i',
    '--agent-variable',
    'K',
  ];
  expect(parseInitArguments(own).wishes.agent).toEqual({
    install: 'npm i',
    implement: 'codex exec -',
    review: 'codex look',
    variable: 'K',
  });
  expect(parseInitArguments(['--agent-command', 'mine']).wishes.agent).toEqual({
    install: null,
    implement: 'mine',
    review: 'mine',
    variable: null,
  });
});

test('what is said of the usual agent is never passed over: its key under another name, say', () => {
  expect(parseInitArguments(['--agent-variable', 'CLAUDE_CODE_OAUTH_TOKEN']).wishes.agent).toEqual({
    ...claude,
    variable: 'CLAUDE_CODE_OAUTH_TOKEN',
  });
  expect(parseInitArguments(['--agent-install', 'true', '--review-command', 'look']).wishes.agent).toEqual({
    ...claude,
    install: 'true',
    review: 'look',
  });
});

describe('refuses', () => {
  test.each([
    [['--repo', 'ada'], '--repo must be OWNER/NAME'],
    [['--action', 'a/b@v1'], '--action must be OWNER/NAME@<40 hexadecimal digits>'],
    [['--project', 'Tidy'], '--project must be of lower-case letters, digits and hyphens'],
    [['--app', '../x'], '--app must be the slug of an App'],
    [['--host', 'a/b'], '--host must be the name of a host'],
    [['--agent-variable', 'A B'], '--agent-variable must be the name of a variable'],
    [['--wait', 'long'], '--wait must be a number of minutes'],
    [['--backlog', '/etc/passwd'], '--backlog must be relative to the root of the repository'],
    [['--key', 'x'], "Unknown option '--key'"],
  ])('%j', (args, message) => {
    expect(() => parseInitArguments(args)).toThrow(ConfigurationError);
    expect(() => parseInitArguments(args)).toThrow(message);
  });
});
