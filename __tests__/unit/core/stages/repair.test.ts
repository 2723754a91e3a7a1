import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../../src/core/assignment.ts';
import type { Ledger, StoryMemory } from '../../../../src/core/ledger.ts';
import type { Policy } from '../../../../src/core/policy.ts';
import type { PullRequestFacts, Snapshot } from '../../../../src/core/snapshot.ts';
import type { Step } from '../../../../src/core/step.ts';
import { aCheck } from '../../../builders/checks.ts';
import { ask, inShort } from '../../../builders/context.ts';
import { aFlight, aHead, aLedger, aMemory, approved, aVerdict, minute, noon } from '../../../builders/ledger.ts';
import { aFailedReview, aReview, settled, someWork } from '../../../builders/outcome.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

const number = `repair-${tip.slice(0, 7)}`;
const agreement = JSON.stringify([tip, ['test'], null]);
const red = { sha: tip, jobs: ['test'], reverts: null, asked: null };
const redBase = { branch: 'main', sha: tip, checks: [aCheck('failure', { summary: 'not ok 1' })] };
const head = aHead({ diffBase: tip });
const verdict = aVerdict({ criteriaHash: agreement });
const opened = aMemory({ head, pullRequest: 20 });
const proposal = aPullRequest({ number: 20, headRef: `orchestrate/${number}` });
const flight = aFlight({ role: 'repair', story: number, criteriaHash: agreement, branch: `orchestrate/${number}` });

/** What is remembered of the repair and what is seen of it; the base is red at the tip unless told otherwise. */
interface Scene {
  readonly memory?: StoryMemory;
  readonly pullRequest?: PullRequestFacts;
  readonly repair?: Partial<Ledger['repair']>;
  readonly stories?: Ledger['stories'];
  readonly ledger?: Partial<Ledger>;
  readonly world?: Partial<Snapshot>;
  readonly policy?: Partial<Policy>;
}

function answer(scene: Scene): Step {
  const { memory, pullRequest, repair = {}, stories = {}, ledger = {} } = scene;
  const world = aSnapshot([], {
    base: redBase,
    pullRequests: pullRequest === undefined ? [] : [pullRequest],
    ...scene.world,
  });
  const remembered = aLedger(memory === undefined ? stories : { ...stories, [number]: memory }, {
    repair: { red, tries: 0, ...repair },
    ...ledger,
  });
  return ask(world, remembered, aPolicy(scene.policy), noon, number);
}

interface Row extends Scene {
  readonly behaviour: string;
  readonly expected: string;
}

const kept = { head: aHead({ sha: aSha('work') }), protectedPaths: ['.github/workflows/ci.yml'] };

const rows: readonly Row[] = [
  { behaviour: 'a red base gets an author', expected: 'want repair' },
  {
    behaviour: 'nobody starts while something still runs on the red tip: more may fail',
    world: { base: { ...redBase, checks: [...redBase.checks, aCheck('pending', { name: 'lint' })] } },
    expected: 'hold base_red',
  },
  {
    behaviour: 'nobody starts while the project is paused',
    ledger: { paused: { by: 'ada', at: noon, cause: 'person' } },
    expected: 'hold paused',
  },
  {
    behaviour: 'the next author waits where the machines failed',
    memory: aMemory({ infrastructure: { failures: 1, notBefore: noon + minute } }),
    expected: 'hold backing_off',
  },
  {
    behaviour: 'an open repair whose CI is red gets its author again',
    memory: opened,
    pullRequest: { ...proposal, checks: [aCheck('failure')] },
    expected: 'want repair',
  },
  {
    behaviour: 'an open repair waits for its CI',
    memory: opened,
    pullRequest: { ...proposal, checks: [aCheck('pending')] },
    expected: 'hold ci_pending',
  },
  { behaviour: 'a green repair is reviewed', memory: opened, pullRequest: proposal, expected: 'want review' },
  {
    behaviour: 'a repair without a usable review is handed to a person',
    memory: { ...opened, reviews: { headSha, count: 2 } },
    pullRequest: proposal,
    expected: 'escalate reviews_exhausted',
  },
  {
    behaviour: 'a review of another agreement is none',
    memory: { ...opened, verdict: aVerdict() },
    pullRequest: proposal,
    expected: 'want review',
  },
  {
    behaviour: 'a repair that fails its review gets its author again, and loopctl hears nothing',
    memory: { ...opened, verdict: { ...verdict, review: aFailedReview() } },
    pullRequest: proposal,
    expected: 'want repair',
  },
  {
    behaviour: 'a reviewed repair of exactly the red tip merges though the base is red',
    memory: { ...opened, verdict },
    pullRequest: proposal,
    expected: 'merge',
  },
  {
    behaviour: 'a repair that does not hold the red tip does not merge',
    memory: { ...opened, verdict, head: aHead({ diffBase: aSha('older') }) },
    pullRequest: proposal,
    expected: 'hold behind',
  },
  {
    behaviour: 'a repair does not merge while another one is open',
    memory: { ...opened, verdict },
    pullRequest: proposal,
    world: { pullRequests: [proposal, aPullRequest({ number: 9, headRef: 'orchestrate/repair-0000000' })] },
    expected: 'hold not_next',
  },
  {
    behaviour: 'a repair does not merge while the project is paused',
    memory: { ...opened, verdict },
    pullRequest: proposal,
    ledger: { paused: { by: 'ada', at: noon, cause: 'person' } },
    expected: 'hold paused',
  },
  {
    behaviour: 'a repair does not merge past a person who wants changes',
    memory: { ...opened, verdict },
    pullRequest: { ...proposal, reviewDecision: 'CHANGES_REQUESTED' },
    expected: 'hold change_requested',
  },
  {
    behaviour: 'nothing is done for it while somebody’s push to the base is judged',
    memory: { ...opened, verdict },
    pullRequest: proposal,
    world: { base: { branch: 'main', sha: aSha('pushed'), checks: [aCheck('pending')] } },
    expected: 'hold base_pending',
  },
  {
    behaviour: 'nothing is done for it while the red tip is run again',
    memory: { ...opened, verdict },
    pullRequest: proposal,
    world: { base: { ...redBase, checks: [aCheck('pending')] } },
    expected: 'hold base_pending',
  },
  {
    behaviour: 'a repair that is merged is recorded',
    memory: opened,
    pullRequest: { ...proposal, state: 'MERGED', mergeSha: aSha('merge') },
    expected: 'record_merge',
  },
  {
    behaviour: 'a merged repair waits for the new tip',
    memory: { ...opened, merged: { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon } },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a repair that a person closed is for a person to answer',
    memory: opened,
    pullRequest: { ...proposal, state: 'CLOSED' },
    expected: 'escalate closed_by_human',
  },
  {
    behaviour: 'a repair whose pull request cannot be found is left to a person',
    memory: opened,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'what waits for a person waits',
    memory: aMemory({ sticky: { code: 'repairs_exhausted', detail: '', since: noon } }),
    expected: 'hold repairs_exhausted',
  },
  {
    behaviour: 'a repair on protected paths waits for a person’s word',
    memory: aMemory({ kept }),
    expected: 'hold protected_paths',
  },
  {
    behaviour: 'a repair on protected paths that were approved is pushed',
    memory: aMemory({ kept, approvedHead: aSha('work') }),
    expected: 'accept_repair',
  },
  {
    behaviour: 'a push by somebody that stands is what is judged from then on',
    memory: opened,
    pullRequest: { ...proposal, headSha: aSha('work') },
    world: {
      pullRequests: [{ ...proposal, headSha: aSha('work') }],
      heads: new Map([[20, { sha: aSha('work'), kind: 'push', work: someWork(), fault: null }]]),
    },
    expected: 'adopt',
  },
];

describe('a red base', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(inShort(answer(scene))).toBe(expected);
  });

  it('tells its author what failed, what was owed before, and where to start', () => {
    const owed: Feedback = {
      kind: 'guidance',
      summary: 'guidance by ada',
      items: ['look at the dates'],
      headSha: null,
    };
    const found = answer({
      memory: { ...opened, feedback: [owed] },
      pullRequest: { ...proposal, checks: [aCheck('failure')] },
    });
    expect(found).toMatchObject({ want: { startSha: headSha, isNew: false, claims: false } });
    expect(found.kind === 'want' && found.want.feedback.map(({ kind }) => kind)).toEqual(['guidance', 'ci_red']);
    expect(answer({})).toMatchObject({ want: { startSha: tip } });
  });
});

const ended: readonly Row[] = [
  {
    behaviour: 'is over once the base is proven, and its pull request is closed',
    memory: opened,
    pullRequest: proposal,
    world: { base: { ...redBase, checks: [aCheck()] } },
    expected: 'drop_repair 20',
  },
  {
    behaviour: 'is over though its agent is still at work',
    ledger: { flights: { '99-3': flight } },
    world: { base: { ...redBase, checks: [aCheck()] } },
    expected: 'drop_repair null',
  },
  {
    behaviour: 'is over once the base is red at another commit',
    memory: opened,
    pullRequest: proposal,
    world: { base: { ...redBase, sha: aSha('pushed') } },
    expected: 'drop_repair 20',
  },
  {
    behaviour: 'leaves nothing to close where it was merged',
    memory: { ...opened, merged: { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon } },
    pullRequest: { ...proposal, state: 'MERGED', mergeSha: aSha('merge') },
    world: { base: { branch: 'main', sha: aSha('merge'), checks: [aCheck()] } },
    expected: 'drop_repair null',
  },
];

describe('a repair', () => {
  it.each(ended)('$behaviour', ({ expected, ...scene }) => {
    const found = answer(scene);
    const decision = found.kind === 'act' && found.decision.kind === 'drop_repair' ? found.decision : null;
    expect(`${decision?.kind} ${decision?.closes}`).toBe(expected);
  });

  it('is recorded as merged before it is over: what it reverted depends on it', () => {
    const merged = { ...proposal, state: 'MERGED', mergeSha: aSha('merge') } as const;
    const base = { branch: 'main', sha: aSha('merge'), checks: [aCheck()] };
    expect(inShort(answer({ memory: opened, pullRequest: merged, world: { base } }))).toBe('record_merge');
  });
});

describe('the outcome of a repair', () => {
  const flights = { '99-3': flight };

  it('is pushed without a word to loopctl, and nobody has to restate it', () => {
    const found = answer({ ledger: { flights }, world: { outcome: settled({ restatement: null }) } });
    expect(found).toMatchObject({
      decision: { kind: 'accept_repair', branch: `orchestrate/${number}`, expected: null },
    });
  });

  it('is held to no files, whatever it promised', () => {
    const outcome = settled({}, { work: someWork({ missingDeliverables: ['docs/api.md'] }) });
    expect(answer({ ledger: { flights }, world: { outcome } })).toMatchObject({
      decision: { kind: 'accept_repair', head: { missingDeliverables: [] } },
    });
  });

  it('is refused with its reasons where it does not stand', () => {
    const outcome = settled({ restatement: null }, { work: someWork({ isEmpty: true }) });
    expect(inShort(answer({ ledger: { flights }, world: { outcome } }))).toBe('refuse');
  });

  it('cannot decline: there is nobody who could answer its questions', () => {
    const outcome = settled({ kind: 'declined' }, { work: null });
    expect(inShort(answer({ ledger: { flights }, world: { outcome } }))).toBe('refuse');
  });

  it('is kept aside where it touches protected paths', () => {
    const outcome = settled(
      { restatement: null },
      { work: someWork({ protectedPaths: ['.github/workflows/ci.yml'] }) },
    );
    expect(inShort(answer({ ledger: { flights }, world: { outcome } }))).toBe('keep');
  });

  it('is thrown away where other jobs had failed when it was begun', () => {
    const other = { ...flight, criteriaHash: 'another' };
    const found = answer({
      ledger: { flights: { '99-3': other } },
      world: { outcome: settled({ restatement: null }) },
    });
    expect(inShort(found)).toBe('discard');
  });

  it('of its reviewer is a verdict on the agreement', () => {
    const review = { ...flight, role: 'review', startSha: headSha } as const;
    const outcome = settled({ restatement: null, review: aReview() }, { work: null });
    const found = answer({
      memory: opened,
      pullRequest: proposal,
      ledger: { flights: { '99-3': review } },
      world: { outcome },
    });
    expect(found).toMatchObject({ decision: { kind: 'record_verdict', verdict: { criteriaHash: agreement } } });
  });
});

const culprit = approved({ merged: { sha: tip, headSha, baseBefore: aSha('before'), by: null, at: noon } });
const revertPolicy = { base: { start: 'proven', unprotected: 'refuse', revert: true } } as const;
const merged11 = aPullRequest({ state: 'MERGED', mergeSha: tip });
const exhausted = { repair: { tries: 3 }, stories: { '1.1': culprit }, policy: revertPolicy };

describe('too many repairs', () => {
  it('are handed to a person', () => {
    expect(inShort(answer({ ...exhausted, policy: {}, world: { pullRequests: [merged11] } }))).toBe(
      'escalate repairs_exhausted',
    );
  });

  it('end in the revert of the merge that made the base red, where the team allows it', () => {
    const world = { pullRequests: [merged11, { ...proposal, checks: [aCheck('failure')] }] };
    expect(answer({ ...exhausted, memory: opened, world })).toMatchObject({
      decision: {
        kind: 'revert',
        reverts: '1.1',
        pullRequest: 11,
        pullRequestId: 'PR_11',
        failures: ['test: not ok 1'],
        closes: 20,
      },
    });
  });

  it('end in it also when the repair was closed on the way to it', () => {
    const world = { pullRequests: [merged11, { ...proposal, state: 'CLOSED' as const }] };
    expect(answer({ ...exhausted, memory: opened, world })).toMatchObject({
      decision: { kind: 'revert', closes: null },
    });
  });

  it.each([
    [
      'whose merge is not the red tip itself',
      { ...culprit, merged: { sha: aSha('m'), headSha, baseBefore: null, by: null, at: noon } },
    ],
    ['that a person merged', { ...culprit, merged: { sha: tip, headSha, baseBefore: null, by: 'ada', at: noon } }],
  ])('revert no story %s', (_, memory) => {
    const found = answer({ ...exhausted, stories: { '1.1': memory }, world: { pullRequests: [merged11] } });
    expect(inShort(found)).toBe('escalate repairs_exhausted');
  });

  it('wait while the project is paused', () => {
    const paused = { paused: { by: 'ada', at: noon, cause: 'person' as const } };
    expect(inShort(answer({ ...exhausted, ledger: paused, world: { pullRequests: [merged11] } }))).toBe('hold paused');
  });
});

describe('a revert', () => {
  const reverts = { story: '1.1', failures: ['test: not ok 1'] };
  const reverted = {
    repair: { tries: 3, red: { ...red, reverts } },
    policy: revertPolicy,
    stories: { '1.1': culprit },
  };
  const revertAgreement = JSON.stringify([tip, ['test'], '1.1']);
  const made = aPullRequest({ number: 21, headRef: 'revert-11-orchestrate/1.1', headSha: aSha('revert') });
  const asked = aMemory({ pullRequest: 21 });
  const revertHead = aHead({ sha: aSha('revert'), by: 'revert', diffBase: tip });

  it('is looked at like any head that we did not push, and remembered for what it is', () => {
    const work = someWork({ head: aSha('revert'), diffBase: tip });
    const heads = new Map([[21, { sha: aSha('revert'), kind: 'push' as const, work, fault: null }]]);
    const found = answer({ ...reverted, memory: asked, world: { pullRequests: [made], heads } });
    expect(found).toMatchObject({
      decision: { kind: 'adopt', pullRequest: 21, head: { by: 'revert', diffBase: tip } },
    });
  });

  it('is reviewed, as a revert', () => {
    const memory = { ...asked, head: revertHead, verdict };
    expect(inShort(answer({ ...reverted, memory, pullRequest: made }))).toBe('want review');
  });

  it('merges by the same gate', () => {
    const memory = { ...asked, head: revertHead, verdict: { ...verdict, criteriaHash: revertAgreement } };
    expect(inShort(answer({ ...reverted, memory, pullRequest: made }))).toBe('merge');
  });

  it('is the last attempt: where it is red, a person is asked', () => {
    const memory = { ...asked, head: revertHead };
    const found = answer({ ...reverted, memory, pullRequest: { ...made, checks: [aCheck('failure')] } });
    expect(inShort(found)).toBe('escalate repairs_exhausted');
  });

  it('holds the story back that it reverts, whatever is proven meanwhile', () => {
    const base = { branch: 'main', sha: aSha('next'), checks: [aCheck()] };
    const ledger = aLedger({ '1.1': culprit }, { repair: { tries: 3, red: { ...red, reverts } } });
    const reported = ourStory({ agentStatus: 'reported_done' });
    expect(inShort(ask(aSnapshot([reported], { base }), ledger))).toBe('hold merged_unverified');
  });
});
