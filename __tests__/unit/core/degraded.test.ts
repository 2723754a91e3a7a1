import { describe, expect, it } from 'vitest';
import { judgeBase } from '../../../src/core/base.ts';
import { decide } from '../../../src/core/decide.ts';
import { type FailedRequest, holdOfFailure } from '../../../src/core/degraded.ts';
import { holdOfChecks } from '../../../src/core/gate/head-checks.ts';
import type { ReasonCode } from '../../../src/core/reasons.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import type { CheckFacts, Snapshot } from '../../../src/core/snapshot.ts';
import { aCheck } from '../../builders/checks.ts';
import { aContext } from '../../builders/context.ts';
import { aHead, aLedger, minute, noon, opened } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { ourStory } from '../../builders/story.ts';

const parked: CheckFacts = { ...aCheck('action_required'), name: 'CI' };
const unreadable: CheckFacts = {
  ...aCheck('unreadable'),
  name: 'checks',
  workflowRunId: null,
  appId: null,
  appSlug: null,
};
const asked: CheckFacts = { ...aCheck('action_required'), name: 'licence', workflowRunId: null, appSlug: 'licences' };
const own = { viewer: 'github-actions' };

/** What story 1.1 is held for, its head pushed so many minutes ago. */
function holdOf(checks: readonly CheckFacts[], change: Partial<Snapshot> = {}, minutes = 30): unknown {
  const world = aSnapshot([ourStory()], { pullRequests: [aPullRequest({ checks })], ...change });
  const ledger = aLedger({ '1.1': opened({ head: aHead({ at: noon - minutes * minute }) }) });
  return decide(world, ledger, aPolicy(), noon).holds.get('1.1')?.code;
}

describe('a head', () => {
  it.each([
    ['whose runs wait for approval', [parked], 'runs_parked'],
    ['some of whose runs wait for approval', [aCheck(), parked], 'runs_parked'],
    ['whose checks cannot be read', [aCheck(), unreadable], 'checks_unreadable'],
    ['of which an app asks for an action', [aCheck(), asked], 'check_refused'],
  ])('%s is held for just that', (_, checks, code) => {
    expect(holdOf(checks)).toBe(code);
  });

  it('that the job’s own token pushed and on which nothing starts is a person’s matter after a quarter of an hour', () => {
    expect(holdOf([], own, 14)).toBe('checks_unknown');
    expect(holdOf([], own, 15)).toBe('ci_not_started');
  });

  it('that an App pushed is no such matter', () => {
    const context = aContext(aSnapshot([]), aLedger());
    expect(holdOfChecks({ kind: 'none', names: [] }, aHead(), context)?.code).toBe('checks_unknown');
  });
});

describe('a base', () => {
  it('whose checks cannot be read holds the line for that', () => {
    const { base } = aSnapshot([]);
    expect(judgeBase({ ...base, checks: [aCheck(), unreadable] }, aLedger(), aPolicy(), noon)).toEqual({
      kind: 'unproven',
      hold: { code: 'checks_unreadable', detail: base.sha.slice(0, 7) },
    });
  });
});

describe('the job’s own token', () => {
  it('is named on every pass, and another one is not', () => {
    const notes = (change: Partial<Snapshot>): unknown =>
      decide(aSnapshot([], change), aLedger(), aPolicy(), noon).notes;
    expect(notes(own)).toEqual([{ code: 'token_degraded', detail: 'it acts as github-actions[bot]' }]);
    expect(notes({})).toEqual([]);
  });
});

describe('a push that was refused', () => {
  it.each([
    ['a GitHub App', 'create or update workflow `.github/workflows/ci.yml` without `workflows` permission'],
    ['an OAuth App', 'create or update workflow `.github/workflows/ci.yml` without `workflow` scope'],
    ['a Personal Access Token', 'create or update workflow `.github/workflows/ci.yml` without `workflow` scope'],
  ])('for a workflow file in it, to %s, is held for that', (who, what) => {
    expect(stickyAfter(`! [remote rejected] x -> x (refusing to allow ${who} to ${what})`)).toBe('workflows_refused');
  });

  it('for anything else is not', () => {
    expect(stickyAfter('GH013: Repository rule violations found')).toBe('push_refused');
  });
});

interface FailureRow {
  readonly behaviour: string;
  readonly failure: Partial<FailedRequest>;
  readonly code: ReasonCode;
}

const failures: readonly FailureRow[] = [
  {
    behaviour: 'waits until GitHub may be asked again',
    failure: { status: 403, isTooMuch: true, retryable: true },
    code: 'budget_short',
  },
  { behaviour: 'waits for it to pass', failure: { status: 502, retryable: true }, code: 'backing_off' },
  { behaviour: 'waits for an answer that was lost', failure: { status: null, retryable: true }, code: 'backing_off' },
  { behaviour: 'waits for a person where GitHub forbids it', failure: { status: 403 }, code: 'token_refused' },
  { behaviour: 'waits for a person where the token is not known', failure: { status: 401 }, code: 'token_refused' },
  {
    behaviour: 'waits for a person where a query is forbidden, which is told in words',
    failure: { status: 200, message: 'Resource not accessible by integration' },
    code: 'token_refused',
  },
  { behaviour: 'is tried again whatever else it was', failure: { status: 422 }, code: 'backing_off' },
];

describe('what was decided and could not be done', () => {
  it.each(failures)('$behaviour', ({ failure, code }) => {
    const facts = { message: 'GitHub said no', status: null, isTooMuch: false, retryable: false, ...failure };
    expect(holdOfFailure(facts)).toEqual({ code, detail: facts.message });
  });
});

function stickyAfter(refusal: string): string | undefined {
  const story = ourStory();
  const decision = {
    kind: 'accept',
    story,
    because: 'it stands',
    assignment: '99-3',
    branch: 'orchestrate/1.1',
    head: aHead(),
    expected: null,
  } as const;
  return rememberApplied(aLedger(), decision, { refusal }, noon).stories['1.1']?.sticky?.code;
}
