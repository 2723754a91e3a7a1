import { describe, expect, it } from 'vitest';
import { judgeEnd } from '../../sandbox/demo/expectation.ts';
import { type Expectation, listScenarios, readScenario } from '../../sandbox/demo/scenario.ts';
import type { Happening, KeptEvent } from '../../sandbox/github/world/events.ts';
import { describeHold } from '../../src/core/reasons.ts';
import { boardOf } from '../builders/demo-board.ts';

interface End {
  readonly lines?: readonly string[];
  readonly verified?: readonly string[];
  readonly happenings?: readonly Happening[];
  readonly mergeCalls?: Readonly<Record<number, readonly string[]>>;
  readonly countedSince?: number;
}

/** Whether an end is as expected; two faults were planned. */
function isMet(
  expectation: Expectation,
  { lines = [], verified = [], happenings = [], mergeCalls = {}, countedSince = 0 }: End,
): boolean {
  const board = boardOf(lines, [], ['1.1', '1.2']);
  board.learn(new Map(verified.map((number) => [number, { number, agentStatus: 'x', verifiedStatus: 'verified' }])));
  const events = happenings.map((happening, index): KeptEvent => ({ ...happening, seq: index + 1, at: '' }));
  const calls = new Map(Object.entries(mergeCalls).map(([number, ways]) => [Number(number), ways]));
  const scenario = readScenario('flaky');
  const [fault] = scenario.conditions.faults;
  const faults = fault === undefined ? [] : [{ ...fault, times: 2 }];
  const special = { ...scenario, expect: [expectation], conditions: { ...scenario.conditions, faults } };
  return judgeEnd(special, { board, events, mergeCalls: calls, countedSince }).every((judgement) => judgement.isMet);
}

const sha = 'c'.repeat(40);

function merge(number: number, by = 'orchestrate-app[bot]'): Happening {
  return {
    kind: 'merge',
    number,
    method: 'merge',
    headSha: 'a'.repeat(40),
    expectedSha: 'a'.repeat(40),
    sha,
    base: 'main',
    baseBefore: 'b'.repeat(40),
    by,
    tokenKind: 'installation',
  };
}

function approval(change: Partial<Extract<Happening, { kind: 'review' }>> = {}): Happening {
  const commitId = 'a'.repeat(40);
  return { kind: 'review', number: 1, state: 'APPROVED', commitId, by: 'github-actions[bot]', ...change };
}

function ciRun(event: string): Happening {
  const path = '.github/workflows/ci.yml';
  const rest = {
    id: 1,
    attempt: 1,
    workflow: 'CI',
    headBranch: 'main',
    status: 'completed',
    conclusion: 'success',
  } as const;
  return { kind: 'run', path, event, headSha: sha, ...rest };
}

const fault: Happening = { kind: 'fault', method: 'PUT', path: '/x', status: 502, isCarriedOut: true };
const held = (story: string): string => `‖ ${story} — ${describeHold({ code: 'check_missing', detail: 'license' })}`;
const update = (story: string): string => `▸ update_branch ${story} — it is next`;
const merged = (story: string): string => `▸ merge ${story} — all green`;

describe('what a scenario expects', () => {
  it.each<[string, Expectation, End]>([
    ['all verified', { kind: 'verified' }, { verified: ['1.1', '1.2'] }],
    ['all held for the reason', { kind: 'held', code: 'check_missing' }, { lines: [held('1.1'), held('1.2')] }],
    ['a decision that was taken', { kind: 'decided', decision: 'merge', atLeast: 1 }, { lines: [merged('1.1')] }],
    ['every fault that was planned', { kind: 'faults' }, { happenings: [fault, fault] }],
    [
      'a merge asked for once',
      { kind: 'merged', way: 'merge' },
      { happenings: [merge(1)], mergeCalls: { 1: ['merge'] } },
    ],
    [
      'merges before it was gone on with',
      { kind: 'merged', way: 'merge' },
      { happenings: [merge(1)], countedSince: 1 },
    ],
    ['a merge by the queue', { kind: 'merged_by_queue' }, { happenings: [merge(1, 'github-merge-queue[bot]')] }],
    ['CI that the loop started', { kind: 'started_ci' }, { happenings: [merge(1), ciRun('workflow_dispatch')] }],
    ['an approval of the head', { kind: 'approved' }, { happenings: [approval(), merge(1)] }],
    [
      'one update after the other',
      { kind: 'updated_in_turn' },
      { lines: [update('1.1'), update('1.1'), merged('1.1'), update('1.2')] },
    ],
  ])('is met by %s', (_, expectation, end) => {
    expect(isMet(expectation, end)).toBe(true);
  });

  it.each<[string, Expectation, End]>([
    ['one that is not verified', { kind: 'verified' }, { verified: ['1.1'] }],
    ['one that is not held', { kind: 'held', code: 'check_missing' }, { lines: [held('1.1')] }],
    ['another reason', { kind: 'held', code: 'behind' }, { lines: [held('1.1'), held('1.2')] }],
    [
      'a reason without its remedy',
      { kind: 'held', code: 'paused' },
      { lines: ['‖ 1.1 — the project is paused', '‖ 1.2 — the project is paused'] },
    ],
    ['too few decisions', { kind: 'decided', decision: 'merge', atLeast: 2 }, { lines: [merged('1.1')] }],
    ['a fault that did not happen', { kind: 'faults' }, { happenings: [fault] }],
    [
      'a merge asked for twice',
      { kind: 'merged', way: 'merge' },
      { happenings: [merge(1)], mergeCalls: { 1: ['merge', 'merge'] } },
    ],
    [
      'a merge asked for in another way',
      { kind: 'merged', way: 'merge' },
      { happenings: [merge(1)], mergeCalls: { 1: ['merge-async'] } },
    ],
    ['no merge at all', { kind: 'merged', way: 'merge' }, {}],
    ['a merge past the queue', { kind: 'merged_by_queue' }, { happenings: [merge(1)] }],
    ['no merge by the queue', { kind: 'merged_by_queue' }, {}],
    ['CI that a push started', { kind: 'started_ci' }, { happenings: [merge(1), ciRun('push')] }],
    ['no CI at all', { kind: 'started_ci' }, { happenings: [merge(1)] }],
    ['a head that nobody approved', { kind: 'approved' }, { happenings: [merge(1)] }],
    ['an approval by somebody else', { kind: 'approved' }, { happenings: [approval({ by: 'ada' }), merge(1)] }],
    ['an approval of another head', { kind: 'approved' }, { happenings: [approval({ commitId: sha }), merge(1)] }],
    ['an approval after the merge', { kind: 'approved' }, { happenings: [merge(1), approval()] }],
    ['two approvals of one head', { kind: 'approved' }, { happenings: [approval(), approval(), merge(1)] }],
    [
      'two updates at once',
      { kind: 'updated_in_turn' },
      { lines: [update('1.1'), update('1.2'), merged('1.1'), merged('1.2')] },
    ],
  ])('is not met by %s', (_, expectation, end) => {
    expect(isMet(expectation, end)).toBe(false);
  });
});

describe('the scenarios', () => {
  it.each(listScenarios())('%s can be read', (name) => {
    expect(readScenario(name)).toMatchObject({ name, shows: expect.stringMatching(/\.$/) });
  });

  it('are those that people are told of', () => {
    expect(listScenarios()).toEqual(
      expect.arrayContaining(['flaky', 'ghes', 'no-base-ci', 'parked', 'queue', 'strict']),
    );
  });
});
