import { expect, it } from 'vitest';
import { emptyOutcome } from '../../../src/agents/outcome-folder.ts';
import type { Outcome } from '../../../src/core/outcome.ts';
import { type AgentJobFacts, judgeAgentJob } from '../../../src/doctor/rehearsal/judge-agent-job.ts';
import { findUnready } from '../../../src/doctor/rehearsal/readiness.ts';
import { parseReport, renderReport } from '../../../src/doctor/rehearsal/report.ts';
import { healthyFacts, withOwn } from '../../builders/doctor-facts.ts';

const project = { setup: 'npm ci', verify: 'npm test' };

function left(kind: Outcome['kind'], detail: string, change: Partial<Outcome> = {}): AgentJobFacts {
  const of = { version: 1, assignment: 'rehearsal-1-1', run: 1, attempt: 1 } as const;
  return { kind: 'outcome', outcome: { ...of, ...emptyOutcome(kind, detail), ...change } };
}

function ran(exitCode: number | null, tail = ''): Partial<Outcome> {
  return { verify: { command: 'npm test', exitCode, tail } };
}

it.each<[string, AgentJobFacts, Partial<typeof project> | Record<string, null>, readonly string[]]>([
  [
    'in which all ended well',
    left('completed', '', ran(0)),
    {},
    ['job: pass', 'setup: pass: `npm ci` ended well', 'verify: pass: `npm test` ended well on the base'],
  ],
  [
    'without a setup',
    left('completed', '', ran(0)),
    { setup: null },
    ['job: pass', 'setup: pass: none is configured', 'verify: pass'],
  ],
  [
    'without a check of the project',
    left('completed', ''),
    { verify: null },
    ['job: pass', 'setup: pass', 'verify: cannot_tell: no check of the project is configured'],
  ],
  [
    'whose check failed',
    left('completed', '', ran(2, 'ok 1\nnot ok 2 adds\n\n')),
    {},
    [
      'job: pass',
      'setup: pass',
      'verify: fail: `npm test` ended with 2 on the base, which no agent has touched: not ok 2 adds',
    ],
  ],
  [
    'whose check was ended',
    left('completed', '', ran(null, '')),
    {},
    [
      'job: pass',
      'setup: pass',
      'verify: fail: `npm test` ended with a signal on the base, which no agent has touched: it printed nothing',
    ],
  ],
  [
    'whose check was not run',
    left('completed', ''),
    {},
    ['job: pass', 'setup: pass', 'verify: fail: `npm test` was not run'],
  ],
  [
    'whose setup failed',
    left('failed', 'setup: exit code 1\nnpm ERR! no lock file\n'),
    {},
    ['job: pass', 'setup: fail: setup: exit code 1: npm ERR! no lock file'],
  ],
  [
    'whose setup failed in silence',
    left('failed', 'setup: exit code 1\n'),
    {},
    ['job: pass', 'setup: fail: setup: exit code 1'],
  ],
  [
    'that began too late',
    left('expired', 'it had to start 3 minutes ago'),
    {},
    ['job: cannot_tell: nothing was run: it had to start 3 minutes ago'],
  ],
  ['that broke', left('crashed', 'Error: boom\n  at x'), {}, ['job: fail: the agent job crashed: Error: boom']],
  [
    'that left nothing',
    { kind: 'nothing' },
    {},
    ['job: fail: the agent job ended before Orchestrate could leave anything'],
  ],
  [
    'that left what cannot be read',
    { kind: 'unusable', detail: 'the artifact has expired' },
    {},
    ['job: fail: what the agent job left cannot be used: the artifact has expired'],
  ],
])('judges an agent job %s', (_, job, change, expected) => {
  const found = judgeAgentJob(job, { ...project, ...change });
  const told = found.map(({ check, verdict, detail }) => `${check.replace('rehearsal_', '')}: ${verdict}: ${detail}`);
  expect(told).toHaveLength(expected.length);
  for (const [index, beginning] of expected.entries()) expect(told[index]?.startsWith(beginning)).toBe(true);
  for (const { verdict, remedy } of found) expect(remedy === '').toBe(verdict === 'pass');
});

const finding = { check: 'rehearsal_ci', verdict: 'fail', detail: 'a\nb: {"x"}', remedy: 'c' } as const;

it("is found again in a job's log, the last one where there are several", () => {
  const log = ['Run it', renderReport([]), 'between', renderReport([finding]), 'Post job cleanup.'].join('\n');
  expect(parseReport(log)).toEqual([finding]);
});

it.each(['', 'nothing of that kind', 'rehearsal: {', 'rehearsal: {"version":2,"findings":[]}', '  rehearsal: []'])(
  'is not found in %j',
  (log) => {
    expect(parseReport(log)).toBeNull();
  },
);

it('can be asked for where the workflow knows of it, and says else what to copy', () => {
  expect(findUnready(healthyFacts())).toBeNull();
  const old = withOwn((text) => text.replace(/^ *rehearse: .*\n/m, ''));
  expect(findUnready(healthyFacts(old))).toMatchObject({
    verdict: 'fail',
    detail: expect.stringContaining('takes no `rehearse`'),
  });
  expect(findUnready(healthyFacts({ workflows: [] }))?.detail).toContain('no step of orchestrate.yml runs phase plan');
});
