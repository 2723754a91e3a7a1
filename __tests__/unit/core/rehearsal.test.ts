import { expect, it } from 'vitest';
import { canaryBranch, parseCanaryBranch, parseRehearsalId, rehearsalId } from '../../../src/core/rehearsal.ts';
import { branchPrefix, parseBranch } from '../../../src/core/view.ts';
import { findIdFault } from '../../../src/inputs/faults.ts';

const rehearsal = { run: 1033, attempt: 2 };

it('is found again by the id of its agent job, which an agent job may have', () => {
  expect(parseRehearsalId(rehearsalId(rehearsal))).toEqual(rehearsal);
  expect(findIdFault(rehearsalId(rehearsal))).toBeNull();
});

it('is found again by the branch of its canary', () => {
  expect(parseCanaryBranch(canaryBranch(rehearsal))).toEqual(rehearsal);
});

it("never has its canary taken for a story's work", () => {
  expect(canaryBranch(rehearsal).startsWith(branchPrefix)).toBe(false);
  expect(parseBranch(canaryBranch(rehearsal))).toBeNull();
});

it.each([
  'orchestrate-rehearsal/',
  'orchestrate-rehearsal/7',
  'orchestrate-rehearsal/7-1/x',
  'orchestrate/7-1',
  'main',
])('has no canary on %j', (branch) => {
  expect(parseCanaryBranch(branch)).toBeNull();
});

it.each(['1033-2', 'rehearsal-', 'rehearsal-0-1', 'rehearsal-7', 'rehearsal-7-1-1', 'rehearsal-7-1x'])(
  'is not what %j names',
  (id) => {
    expect(parseRehearsalId(id)).toBeNull();
  },
);
