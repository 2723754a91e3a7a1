import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/core/ledger.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import type { CheckFacts, Snapshot } from '../../../src/core/snapshot.ts';
import { startBaseCi } from '../../../src/core/start-base-ci.ts';
import { aCheck } from '../../builders/checks.ts';
import { aContext } from '../../builders/context.ts';
import { aLedger, minute, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSha, tip } from '../../builders/sha.ts';
import { aSnapshot, someRules } from '../../builders/snapshot.ts';

const silent: Partial<Ledger> = { base: { proven: null, watched: { sha: tip, since: noon - 15 * minute } } };

function start(checks: readonly CheckFacts[], ledger: Partial<Ledger> = {}, world: Partial<Snapshot> = {}) {
  const base = { branch: 'main', sha: tip, checks };
  return startBaseCi(aContext(aSnapshot([], { base, ...world }), aLedger({}, ledger), aPolicy(), noon));
}

describe('the CI of the base', () => {
  it('is run again where it was cancelled, each run once', () => {
    const checks = [aCheck('cancelled'), aCheck('cancelled', { name: 'lint' }), aCheck('stale', { workflowRunId: 8 })];
    expect(start([...checks, aCheck()])).toMatchObject([
      { kind: 'start_base_ci', sha: tip, runs: [7, 8], workflows: [] },
    ]);
  });

  it.each<[string, readonly CheckFacts[]]>([
    ['is green', [aCheck()]],
    ['is red', [aCheck('failure'), aCheck('cancelled', { name: 'lint' })]],
    ['is under way', [aCheck('cancelled'), aCheck('pending', { name: 'lint' })]],
    ['waits for a person', [aCheck('cancelled'), aCheck('action_required', { name: 'deploy' })]],
    ['has not begun', []],
  ])('is left alone where it %s', (_, checks) => {
    expect(start(checks)).toEqual([]);
  });

  it('is started where nothing has run for long, by the workflows that made the required checks of pull requests', () => {
    const checks = [aCheck(), aCheck('success', { name: 'spelling', workflow: 'spelling.yml' })];
    const pullRequests = [aPullRequest({ checks, state: 'MERGED' })];
    expect(start([], silent, { pullRequests })).toMatchObject([{ runs: [], workflows: ['ci.yml'] }]);
  });

  it('is started by any workflow of theirs where no check is required, never by our own', () => {
    const checks = [aCheck(), aCheck('success', { name: 'plan', workflow: 'orchestrate.yml' })];
    const rules = someRules({ requiredChecks: [] });
    expect(start([], silent, { rules, pullRequests: [aPullRequest({ checks })] })).toMatchObject([
      { workflows: ['ci.yml'] },
    ]);
  });

  it('is left to a person where no workflow is known', () => {
    expect(start([], silent)).toEqual([]);
  });

  it('is started once for a commit, and not while the project is paused', () => {
    const started = { sha: tip, at: noon, isRefused: false };
    expect(start([aCheck('cancelled')], { started })).toEqual([]);
    expect(start([aCheck('cancelled')], { started: { ...started, sha: aSha('old') } })).toHaveLength(1);
    expect(start([aCheck('cancelled')], { paused: { by: 'ada', at: noon, cause: 'person' } })).toEqual([]);
  });

  it.each([false, true])('is remembered as started, and whether it was refused: %s', (isRefused) => {
    const [decision] = start([aCheck('cancelled')]);
    if (decision === undefined) throw new Error('nothing was started');
    const after = rememberApplied(aLedger(), decision, { isRefused }, noon);
    expect(after.started).toEqual({ sha: tip, at: noon, isRefused });
  });
});
