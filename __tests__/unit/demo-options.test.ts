import { describe, expect, it } from 'vitest';
import { helpText, parseOptions } from '../../sandbox/demo/options.ts';
import { findMismatch } from '../../sandbox/demo/server-option.ts';

describe('the options of the demonstration', () => {
  it('have sensible values when nothing is said', () => {
    expect(parseOptions([])).toEqual({
      kind: 'options',
      options: {
        scenario: null,
        backlog: null,
        concurrency: 4,
        agent: null,
        keep: null,
        summary: null,
        report: null,
        server: null,
        plain: false,
      },
    });
  });

  it('take values in both ways of writing', () => {
    const reading = parseOptions([
      '--backlog',
      '/x/b.json',
      '--concurrency=8',
      '--agent',
      'my-agent --fast',
      '--plain',
    ]);
    expect(reading).toMatchObject({
      options: { backlog: '/x/b.json', concurrency: 8, agent: 'my-agent --fast', plain: true },
    });
  });

  it.each([
    [['--backlgo', 'x'], 'unknown option --backlgo; did you mean --backlog?'],
    [['--zzzzzzzzzz'], 'unknown option --zzzzzzzzzz'],
    [['--keep'], '--keep needs a value: --keep DIR'],
    [['--summary='], '--summary needs a value: --summary FILE'],
    [['--plain=yes'], '--plain takes no value'],
    [['surplus'], '"surplus" is no option'],
    [['--concurrency', '0'], '--concurrency must be a whole number from 1 to 50, not "0"'],
    [['--scenario', 'strickt'], 'there is no scenario "strickt"; did you mean strict?'],
    [['--scenario', 'strict', '--backlog', 'b.json'], '--scenario brings its own backlog: leave --backlog out'],
    [['--concurrency', 'many'], '--concurrency must be a whole number from 1 to 50, not "many"'],
  ])('refuse %j', (args, problem) => {
    expect(parseOptions(args)).toMatchObject({ kind: 'problems', problems: expect.arrayContaining([problem]) });
  });

  const keys = {
    LOOPCTL_ORCH_KEY: 'lc_orchestrator',
    LOOPCTL_AGENT_KEY: 'lc_implementer',
    LOOPCTL_REVIEWER_KEY: 'lc_reviewer',
  };

  it('name a loopctl server, whose keys the environment holds', () => {
    const server = {
      url: 'http://127.0.0.1:4000',
      keys: { orchestrator: 'lc_orchestrator', implementer: 'lc_implementer', reviewer: 'lc_reviewer' },
    };
    expect(parseOptions(['--loopctl-url', server.url], keys)).toMatchObject({ options: { server } });
    expect(parseOptions([], keys)).toMatchObject({ options: { server: null } });
  });

  it.each([
    ['http://loopctl.example.com', keys, '--loopctl-url must use https'],
    [
      'https://x.org',
      { ...keys, LOOPCTL_ORCH_KEY: '' },
      'variable LOOPCTL_ORCH_KEY is missing, and `loopctl-url` needs it',
    ],
    [
      'https://x.org',
      { ...keys, LOOPCTL_ORCH_KEY: 'lc_reviewer' },
      'variable LOOPCTL_ORCH_KEY is the same key as another one',
    ],
  ])('refuse %s with %j', (url, environment, problem) => {
    expect(parseOptions(['--loopctl-url', url], environment)).toMatchObject({ problems: [problem] });
  });

  it('go on with a kept world only where its stories are', () => {
    const server = { url: 'https://x.org', keys: { orchestrator: 'o', implementer: 'i', reviewer: 'r' } };
    expect(findMismatch(null, { path: '/w', isServed: true })).toContain('give its --loopctl-url');
    expect(findMismatch(server, { path: '/w', isServed: false })).toContain('leave --loopctl-url out');
    expect(findMismatch(server, { path: '/w', isServed: true })).toBeNull();
    expect(findMismatch(null, { path: '/w', isServed: false })).toBeNull();
  });

  it('tell every problem at once', () => {
    expect(parseOptions(['--plian', '--concurrency', '99'])).toMatchObject({
      problems: ['unknown option --plian; did you mean --plain?', expect.stringContaining('--concurrency')],
    });
  });

  it('are all explained by --help', () => {
    expect(parseOptions(['--help'])).toEqual({ kind: 'help' });
    for (const name of [
      'scenario',
      'backlog',
      'concurrency',
      'agent',
      'keep',
      'summary',
      'loopctl-url',
      'plain',
      'help',
    ]) {
      expect(helpText()).toContain(`--${name}`);
    }
  });
});
