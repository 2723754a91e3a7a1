import { describe, expect, it } from 'vitest';
import { toJobSettings } from '../../src/config/job-settings.ts';
import { toPolicy } from '../../src/config/policy.ts';
import { configSchema } from '../../src/config/schema.ts';

const config = configSchema.parse({
  version: 1,
  project: 'sample',
  base: { branch: 'trunk', start: 'last-proven', unprotected: 'accept', revert: true },
  concurrency: 7,
  selection: 'critical-path',
  agents: {
    implement: { command: 'claude -p "$X"', 'timeout-minutes': 90, 'output-limit-kb': 64 },
    review: { command: ['claude', '-p'], 'timeout-minutes': 20 },
    environment: ['ANTHROPIC_API_KEY'],
  },
  setup: { command: 'npm ci' },
  review: { checklist: ['tenants'] },
  'protected-paths': ['migrations/**'],
  merge: { mode: 'approve', method: 'squash', auto: { paths: ['docs/**'] }, never: { epics: [2] } },
  approve: 'actions',
  commands: { teams: ['my-org/core'] },
  dashboard: false,
  people: { mention: ['@my-org/core'], 'remind-after-hours': 8, reminders: 2 },
  checks: { ignore: ['coverage'], 'allow-skipped': ['e2e'], 'deadline-minutes': 20 },
  limits: { rejections: 4, 'author-runs': 6, infrastructure: 2, 'reviews-per-head': 1, repairs: 6, budget: 'stop' },
});

describe('toPolicy', () => {
  it('hands the core every choice of the configuration', () => {
    expect(toPolicy(config, 'orchestrate.yml')).toEqual({
      concurrency: 7,
      selection: 'critical-path',
      merge: {
        mode: 'approve',
        method: 'squash',
        exceptions: [
          { mode: 'auto', epics: [], paths: ['docs/**'] },
          { mode: 'never', epics: [2], paths: [] },
        ],
      },
      approve: 'actions',
      base: { start: 'last-proven', unprotected: 'accept', revert: true },
      checks: { ignore: ['coverage'], allowSkipped: ['e2e'], deadlineMinutes: 20, ownWorkflow: 'orchestrate.yml' },
      limits: { rejections: 4, authorRuns: 6, infrastructure: 2, reviewsPerHead: 1, repairs: 6, budget: 'stop' },
      teams: ['my-org/core'],
      dashboard: false,
      people: { mention: ['@my-org/core'], remindAfterHours: 8, reminders: 2 },
      agentMinutes: { author: 90, reviewer: 20 },
      checklist: ['tenants'],
    });
  });
});

const protectedPaths = ['backlog.json', 'migrations/**'];

describe('toJobSettings', () => {
  it('gives a command that is text to bash, and leaves a list of arguments alone', () => {
    const { author, reviewer } = toJobSettings(config, protectedPaths);
    expect(author).toEqual({ command: ['bash', '-c', 'claude -p "$X"'], timeoutMinutes: 90, outputLimitKb: 64 });
    expect(reviewer).toEqual({ command: ['claude', '-p'], timeoutMinutes: 20, outputLimitKb: 1024 });
  });

  it('tells the author of every path that its work will be judged by', () => {
    expect(toJobSettings(config, protectedPaths).protectedPaths).toEqual(protectedPaths);
  });

  it('has no step where the configuration has none', () => {
    const { setup, verify, environment } = toJobSettings(config, protectedPaths);
    expect(setup).toEqual({ command: 'npm ci', timeoutMinutes: 15 });
    expect(verify).toBeNull();
    expect(environment).toEqual(['ANTHROPIC_API_KEY']);
  });
});
