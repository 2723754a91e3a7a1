import { describe, expect, it } from 'vitest';
import { type ConfigReading, parseConfig } from '../../src/config/parse-config.ts';
import { describeProblem } from '../../src/config/problem.ts';
import type { Config } from '../../src/config/schema.ts';

const least = `version: 1
project: sample
agents:
  implement: { command: ./agent.sh }
  review: { command: [./review.sh, --json] }
`;

const path = '.github/orchestrate.yml';

const none = { epics: [], paths: [] };

function parsed(text: string): Config {
  const reading = parseConfig(text, path);
  if (reading.kind === 'problems') throw new Error(reading.problems.map(describeProblem).join('\n'));
  return reading.config;
}

function refusals(reading: ConfigReading): readonly string[] {
  return reading.kind === 'problems' ? reading.problems.map(describeProblem) : [];
}

describe('parseConfig', () => {
  it('fills in every default of a file that says only what it must', () => {
    expect(parsed(least)).toEqual({
      version: 1,
      project: 'sample',
      backlog: 'backlog.json',
      base: { start: 'proven', unprotected: 'refuse', revert: false },
      concurrency: 2,
      selection: 'cohesion',
      agents: {
        implement: { command: './agent.sh', 'timeout-minutes': 60, 'output-limit-kb': 1024 },
        review: { command: ['./review.sh', '--json'], 'timeout-minutes': 30, 'output-limit-kb': 1024 },
        environment: [],
      },
      review: { checklist: [] },
      'protected-paths': [],
      merge: { mode: 'auto', method: 'merge', auto: none, approve: none, never: none },
      approve: 'human',
      checks: { ignore: [], 'allow-skipped': [], 'deadline-minutes': 60 },
      commands: { teams: [] },
      dashboard: true,
      people: { mention: [], 'remind-after-hours': 24, reminders: 3 },
      notify: { format: 'json' },
      limits: {
        rejections: 3,
        'author-runs': 5,
        infrastructure: 3,
        'reviews-per-head': 2,
        repairs: 3,
        budget: 'warn',
      },
    });
  });

  it('warns when there is no full check to tell agents about', () => {
    const reading = parseConfig(least, path);
    expect(reading.kind === 'config' ? reading.warnings.map(describeProblem) : []).toEqual([
      expect.stringMatching(/^\.github\/orchestrate\.yml: verify: is missing.*Name it, such as/),
    ]);
    const silent = parseConfig(`${least}verify: { command: npm test }\n`, path);
    expect(silent.kind === 'config' ? silent.warnings : null).toEqual([]);
  });

  it('lets agents share their settings by an anchor', () => {
    const text = 'version: 1\nproject: x\nagents:\n  implement: &agent { command: a }\n  review: *agent\n';
    expect(parsed(text).agents.review.command).toBe('a');
  });

  it.each<[behaviour: string, text: string, refusal: RegExp]>([
    ['an empty file', '', /^\.github\/orchestrate\.yml: is empty\. Start from `examples/],
    ['a file of comments only', '# nothing\n', /: is empty\. Start from/],
    ['something that is no mapping', '- a\n', /: must be a group of keys, found a list\. Start from/],
    ['broken YAML, with its line', 'version: 1\nproject: [a\n', /yml:3: is not valid YAML: .*\. Mend the line/],
    ['a key that stands twice', `${least}project: y\n`, /yml:6: is not valid YAML: Map keys must be unique/],
    ['several documents', `${least}---\na: 1\n`, /several documents in one file\. Mend/],
    ['a tag that means nothing', `${least}backlog: !secret x\n`, /yml:6: is not valid YAML: Unresolved tag: !secret/],
    ['a bomb of aliases', aliasBomb(), /cannot be read as YAML: Excessive alias count.*few aliases/],
    ['an alias without its anchor', 'a: *b\n', /cannot be read as YAML: Unresolved alias/],
    ['a file far too long', `${least}#${'x'.repeat(200_000)}`, /is \d+ characters long\. A configuration has at most/],
    ['a newer version', 'version: 2\nwhatever: 1\n', /version: is 2, newer than the 1 that .*newer release of Orch/],
    ['a version that is text', least.replace('1', '"1"'), /yml:1: version: must be `1`, found "1"\. .*`version: 1`/],
    ['no version', least.replace('version: 1\n', ''), /yml: version: is missing\. .*Write it like `version: 1`/],
    ['no project', least.replace('project: sample\n', ''), /project: is missing\. .*`project: "my-project"`/],
    ['a project that is no slug', least.replace('sample', 'My Project'), /yml:2: project: must be lower-case letters/],
    ['no agents', 'version: 1\nproject: x\n', /agents: is missing\. The agents/],
    ['no reviewer', least.replace(/ {2}review.*\n/, ''), /yml:3: agents\.review: is missing\. The agent that reviews/],
    ['no author', least.replace(/ {2}implement.*\n/, ''), /agents\.implement: is missing\. The agent that writes/],
    ['an agent without a command', least.replace('command: ./agent.sh', ''), /agents\.implement\.command: is missing/],
    [
      'a command that is a number',
      least.replace('./agent.sh', '3'),
      /must be text or a list of texts, found 3\. .*like/,
    ],
    ['an empty command', least.replace('./agent.sh', '""'), /agents\.implement\.command: .*at least 1 characters/],
    ['an empty list as command', least.replace('./agent.sh', '[]'), /agents\.implement\.command: .*at least 1 entries/],
    ['a list without a program', least.replace('./agent.sh', '["", a]'), /must begin with the name of a program/],
    ['no time', least.replace('./agent.sh', 'a, timeout-minutes: 0'), /timeout-minutes: must be at least 1, found 0\./],
    [
      'part of a minute',
      least.replace('./agent.sh', 'a, timeout-minutes: 1.5'),
      /must be a whole number, found 1\.5\./,
    ],
    ['time in words', least.replace('./agent.sh', 'a, timeout-minutes: long'), /must be a number, found "long".*: 60`/],
    ['more time than a job has', `${least}verify: { command: x, timeout-minutes: 360 }`, /at most 350, found 360\./],
    ['a variable of the runner', environment('GITHUB_TOKEN'), /environment\.0: must not begin with GITHUB_, RUNNER_, /],
    ["a variable of loopctl's", environment('loopctl_orch_key'), /yml:6: agents\.environment\.0: must not begin with/],
    ['a variable that cannot be', environment('A-B'), /must be the name of an environment variable/],
    ['a backlog outside', `${least}backlog: ../b.json\n`, /yml:6: backlog: must be written without `\.` and `\.\.`/],
    ['a backlog from the root', `${least}backlog: /b.json\n`, /backlog: must be relative to the root/],
    ['a base that is text', `${least}base: main\n`, /yml:6: base: must be a group of keys, found "main"\. The branch/],
    [
      'a base that git forbids',
      `${least}base: { branch: a..b }\n`,
      /base\.branch: contains characters that git forbids/,
    ],
    ['a full ref as base', `${least}base: { branch: refs/heads/main }\n`, /base\.branch: must be the short name/],
    [
      'an unknown choice',
      `${least}merge: { mode: yolo }\n`,
      /merge\.mode: must be one of `auto`, `approve`, `never`, fou/,
    ],
    ['an epic by its name', `${least}merge: { never: { epics: [billing] } }\n`, /merge\.never\.epics\.0: must be/],
    ['no agents at once', `${least}concurrency: 0\n`, /concurrency: must be at least 1, found 0\. .*`concurrency: 2`/],
    ['too many agents at once', `${least}concurrency: 51\n`, /concurrency: must be at most 50, found 51\./],
    ['a number in quotes', `${least}concurrency: "3"\n`, /concurrency: must be a number, found "3"\./],
    [
      'one check where a list belongs',
      `${least}checks: { ignore: e2e }\n`,
      /checks\.ignore: must be a list, found "e2e"/,
    ],
    ['a protected path outside', `${least}protected-paths: [../x]\n`, /protected-paths\.0: must be written without/],
    [
      'a team as people mention it',
      `${least}commands: { teams: ['@my-org/core'] }\n`,
      /commands\.teams\.0: must be a team of an organisation/,
    ],
    ['a limit of nothing', `${least}limits: { rejections: 0 }\n`, /limits\.rejections: must be at least 1/],
    [
      'a misspelt key',
      `${least}concurency: 3\n`,
      /yml:6: concurency: is not a known key\. Did you mean `concurrency`\?/,
    ],
    ['a misspelt inner key', `${least}base:\n  brunch: x\n`, /yml:7: base\.brunch: .* Did you mean `branch`\?/],
    ['an outlandish key', `${least}zebra: 1\n`, /zebra: is not a known key\. Remove it; known here: version, project,/],
    ['a key that JavaScript treats specially', `${least}__proto__: { a: 1 }\n`, /__proto__: is not a known key/],
  ])('refuses %s', (_behaviour, text, refusal) => {
    expect(refusals(parseConfig(text, path))).toContainEqual(expect.stringMatching(refusal));
  });

  it.each(['GITHUB_TOKEN', 'RUNNER_TEMP', 'ACTIONS_RUNTIME_TOKEN', 'INPUT_TOKEN', 'LOOPCTL_AGENT_KEY'])(
    'never lets an agent see %s',
    (name) => {
      expect(refusals(parseConfig(environment(name), path))).toHaveLength(1);
    },
  );

  it('tells all problems of a file together, from top to bottom', () => {
    const text = `${least}concurrency: 99\nmerge: { mode: x, method: y }\nbacklogg: z\nlimits: []\n`;
    const wheres = refusals(parseConfig(text, path)).map((line) => line.split(': ').slice(0, 2).join(': '));
    expect(wheres).toEqual([
      `${path}:6: concurrency`,
      `${path}:7: merge.mode`,
      `${path}:7: merge.method`,
      `${path}:8: backlogg`,
      `${path}:9: limits`,
    ]);
  });

  it('tells only of the version when that is newer: the rest may mean something else by now', () => {
    expect(refusals(parseConfig('version: 7\nconcurrency: 99\n', path))).toHaveLength(1);
  });
});

function environment(name: string): string {
  return `${least}  environment: [${name}]\n`;
}

function aliasBomb(): string {
  const levels = ['a', 'b', 'c', 'd'].map((name, index, names) => {
    const inner = index === 0 ? 'x' : `*${names[index - 1] ?? ''}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
  });
  return `${levels.join('\n')}\n`;
}
