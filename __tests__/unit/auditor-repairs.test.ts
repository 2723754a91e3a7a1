import { describe, expect, it } from 'vitest';
import { type AuditFacts, type AuditRules, diffKey } from '../../sandbox/auditor/facts.ts';
import { findMergesOnUnprovenBase } from '../../sandbox/auditor/rules/proven-base.ts';
import { findWrongRepairs } from '../../sandbox/auditor/rules/red-base.ts';
import type { Happening } from '../../sandbox/github/world/events.ts';
import { aCheckRun, head } from '../builders/happenings.ts';

const rules: AuditRules = {
  base: 'main',
  branchPrefix: 'orchestrate/',
  required: [{ context: 'test', app: 'github-actions' }],
  concurrency: 2,
  protectedPaths: [],
  rejections: 3,
  ownWorkflows: ['.github/workflows/orchestrate.yml'],
};
const red = 'b'.repeat(40);
const start = Date.parse('2026-01-01T00:00:00Z');

function check(change: Partial<Extract<Happening, { kind: 'check' }>> = {}): Happening {
  return aCheckRun({ sha: red, conclusion: 'failure', ...change });
}

function pull(number: number, headRef: string, action: 'opened' | 'closed' = 'opened'): Happening {
  return { kind: 'pull_request', number, action, head, headRef, base: 'main', merged: false, by: 'app[bot]' };
}

const merge: Happening = {
  kind: 'merge',
  number: 7,
  method: 'merge',
  headSha: head,
  expectedSha: head,
  sha: 'c'.repeat(40),
  base: 'main',
  baseBefore: red,
  by: 'app[bot]',
  tokenKind: 'installation',
};

function codesOf(happenings: readonly Happening[], mergeBase = red): readonly string[] {
  const facts: AuditFacts = {
    events: happenings.map((one, index) => ({
      ...one,
      seq: index + 1,
      at: new Date(start + index * 1000).toISOString(),
    })),
    agents: [],
    store: [],
    tokens: [],
    secrets: [],
    patchIds: new Map(),
    mergeBases: new Map([[diffKey(red, head), mergeBase]]),
    changedPaths: new Map(),
  };
  return [...findMergesOnUnprovenBase(facts, rules), ...findWrongRepairs(facts, rules)].map(({ code }) => code);
}

const repair = pull(7, 'orchestrate/repair-bbbbbbb');

describe('a merge into a red base', () => {
  it.each<[string, readonly Happening[], string]>([
    ['of its repair is right', [check(), repair, merge], ''],
    ['of a revert is right', [check(), pull(7, 'revert-3-orchestrate/1.1'), merge], ''],
    [
      'is right after another repair was closed',
      [check(), pull(6, 'orchestrate/repair-0'), pull(6, 'orchestrate/repair-0', 'closed'), repair, merge],
      '',
    ],
    ['of a story is wrong', [check(), pull(7, 'orchestrate/1.1'), merge], 'merge_on_unproven_base'],
    [
      'is wrong while another repair is open',
      [check(), repair, pull(8, 'revert-3-orchestrate/1.1'), merge],
      'repair_of_another_base',
    ],
    ['that turned green is no repair', [check({ conclusion: 'success' }), repair, merge], 'repair_of_another_base'],
    [
      'that nobody knows to be red is no repair',
      [check({ status: 'in_progress', conclusion: null }), repair, merge],
      'repair_of_another_base',
    ],
  ])('%s', (_, happenings, code) => {
    expect(codesOf(happenings).join()).toBe(code);
  });

  it('is wrong where the repair does not hold that commit', () => {
    expect(codesOf([check(), repair, merge], 'd'.repeat(40))).toEqual(['repair_of_another_base']);
  });

  it('is no repair of what only the loop’s own workflow failed at', () => {
    const own: Happening = {
      kind: 'run',
      id: 1,
      attempt: 1,
      workflow: 'Orchestrate',
      path: '.github/workflows/orchestrate.yml',
      event: 'schedule',
      headSha: red,
      headBranch: 'main',
      status: 'completed',
      conclusion: 'failure',
    };
    expect(codesOf([own, check(), repair, merge])).toEqual(['repair_of_another_base']);
  });
});
