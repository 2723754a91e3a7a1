import { describe, expect, it } from 'vitest';
import { assignmentSchema } from '../../../src/core/assignment.ts';
import { decide } from '../../../src/core/decide.ts';
import type { Plan } from '../../../src/core/decision.ts';
import { emptyLedger, type Ledger, parseLedger } from '../../../src/core/ledger.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import type { Snapshot } from '../../../src/core/snapshot.ts';
import { aFlight, aHead, aLedger, aMemory, approved, aVerdict, minute, noon, opened } from '../../builders/ledger.ts';
import { settled } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSha, headSha, tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

const verified = aStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });

function plan(world: Snapshot, ledger: Ledger = aLedger(), policy: Partial<Policy> = {}): Plan {
  return decide(world, ledger, aPolicy(policy), noon);
}

function kinds({ decisions }: Plan): readonly string[] {
  return decisions.map(({ kind }) => kind);
}

/** Two stories that wait for nothing but the gate; the second was reviewed first. */
function twoReady(): { readonly world: Snapshot; readonly ledger: Ledger } {
  const stories = ['1.1', '1.2'].map((number) => ourStory({ number, agentStatus: 'reported_done' }));
  const second = approved({
    agreement: 'criteria-1.2',
    pullRequest: 12,
    verdict: aVerdict({ criteriaHash: 'criteria-1.2', at: noon - 20 * minute }),
  });
  const pullRequests = [aPullRequest(), aPullRequest({ number: 12, headRef: 'orchestrate/1.2' })];
  return { world: aSnapshot(stories, { pullRequests }), ledger: aLedger({ '1.1': approved(), '1.2': second }) };
}

describe('one merge at a time', () => {
  it('goes to the one that was reviewed first, and the others are told so', () => {
    const { world, ledger } = twoReady();
    const { decisions, holds } = plan(world, ledger);
    expect(decisions).toMatchObject([{ kind: 'merge', story: { number: '1.2' }, baseSha: tip }]);
    expect(holds.get('1.1')).toEqual({ code: 'not_next', detail: '#12 goes first', stories: ['1.2'] });
  });

  it('waits for the proof of the merge before it, even where GitHub still shows the old tip', () => {
    const { world, ledger } = twoReady();
    const [merge] = plan(world, ledger).decisions;
    if (merge === undefined) throw new Error('nothing merges');
    const after = rememberApplied(ledger, merge, { mergeSha: aSha('merge') }, noon);
    const seen = plan(world, after);
    expect(seen.decisions).toEqual([]);
    expect([...seen.holds].map(([number, { code }]) => `${number} ${code}`)).toEqual([
      '1.1 base_pending',
      '1.2 merged_unverified',
    ]);
  });
});

describe('the end', () => {
  it('is said once when every story is verified', () => {
    const world = aSnapshot([verified]);
    const first = plan(world);
    expect(kinds(first)).toEqual(['finish']);
    const [finish] = first.decisions;
    if (finish === undefined) throw new Error('there is no end');
    expect(plan(world, rememberApplied(first.ledger, finish, {}, noon)).decisions).toEqual([]);
  });

  it('is not said of an empty backlog', () => {
    expect(plan(aSnapshot([])).decisions).toEqual([]);
  });

  it('is taken back when the backlog grows', () => {
    const grown = plan(aSnapshot([verified, aStory({ number: '1.2' })]), aLedger({}, { finished: true }));
    expect(grown.ledger.finished).toBe(false);
    expect(kinds(grown)).toEqual(['dispatch']);
  });
});

describe('the ledger of a plan', () => {
  it('is the very same where nothing was learnt', () => {
    const world = aSnapshot([aStory({ criteria: [] })]);
    const ledger = aLedger({ '1.1': opened() });
    const first = plan(world, ledger).ledger;
    expect(first).toEqual({
      ...ledger,
      waits: { '1.1': { code: 'no_criteria', since: noon } },
      escalations: { '1.1': { code: 'no_criteria', since: noon, reminders: 0, lastAt: noon } },
    });
    expect(plan(world, first).ledger).toBe(first);
  });

  it('keeps what the rulesets said of our token, and is the very same where they say it again', () => {
    const rulesets = { 5: { updatedAt: '2026-10-01T00:00:00Z', canBypass: 'never' } };
    const world = aSnapshot([aStory({ criteria: [] })], { rulesetCache: { viewer: 'app', rulesets } });
    const first = plan(world, aLedger()).ledger;
    expect(first.rulesetCache).toEqual({ viewer: 'app', rulesets });
    // However it was written down.
    const saved = JSON.parse(JSON.stringify({ ...first, rulesetCache: { rulesets, viewer: 'app' } }));
    const reading = parseLedger(saved);
    if (reading.kind !== 'ledger') expect.unreachable();
    expect(plan(world, reading.ledger).ledger).toBe(reading.ledger);
    const renewed = { 5: { updatedAt: '2026-10-02T00:00:00Z', canBypass: 'always' } };
    const changed = { ...world, rulesetCache: { viewer: 'app', rulesets: renewed } };
    expect(plan(changed, reading.ledger).ledger.rulesetCache?.rulesets).toEqual(renewed);
  });

  it('forgets what it knew of a story that was deleted, once nobody is at it', () => {
    const ledger = aLedger({ '1.2': opened() });
    expect(plan(aSnapshot([aStory({ criteria: [] })]), ledger).ledger.stories).toEqual({});
    const flights = { '99-3': aFlight({ story: '1.2' }) };
    const flying = aLedger({ '1.2': opened() }, { flights });
    expect(plan(aSnapshot([aStory({ criteria: [] })]), flying).ledger.stories).toEqual({ '1.2': opened() });
  });

  it('finds the branch and the pull request of a story it has lost, the newest of them', () => {
    const pullRequests = [
      aPullRequest({ number: 7, headRef: 'orchestrate/1.1-2' }),
      aPullRequest({ number: 5, headRef: 'orchestrate/1.1-2', state: 'CLOSED' }),
      aPullRequest({ number: 3, headRef: 'orchestrate/1.1', state: 'CLOSED' }),
      aPullRequest({ number: 9, headRef: 'orchestrate/1.1-3', isFork: true }),
      aPullRequest({ number: 8, headRef: 'orchestrate/1.10' }),
    ];
    const found = plan(aSnapshot([ourStory()], { pullRequests }), emptyLedger).ledger.stories;
    expect(found).toEqual({ '1.1': aMemory({ generation: 2, pullRequest: 7 }) });
  });

  it('forgets verified stories', () => {
    expect(plan(aSnapshot([verified]), aLedger({ '1.1': approved() })).ledger.stories).toEqual({});
  });

  it('knows an old look at the base by a merge of ours, though its story is verified', () => {
    const merged = { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon };
    const ledger = aLedger({ '1.1': approved({ merged }) });
    const { line, ledger: kept } = plan(aSnapshot([verified]), ledger);
    expect(line?.code).toBe('base_pending');
    expect(kept.stories).toEqual(ledger.stories);
  });

  it('does not forget a verified story whose claim was taken away', () => {
    const ledger = aLedger({ '1.1': approved() });
    expect(plan(aSnapshot([aStory({ verifiedStatus: 'verified' })]), ledger).ledger.stories).toEqual(ledger.stories);
  });

  it('remembers an agreement before the handshake, so that a half-made claim is known as ours', () => {
    const { ledger, decisions } = plan(aSnapshot([aStory()]), emptyLedger);
    expect(decisions).toMatchObject([{ kind: 'dispatch', claims: true }]);
    expect(ledger.stories['1.1']?.agreement).toBe('criteria-1.1');
  });

  it('learns that the base is proven', () => {
    expect(plan(aSnapshot([]), emptyLedger).ledger.base).toEqual({ proven: { sha: tip, at: noon }, watched: null });
  });
});

describe('a settle', () => {
  it('wants a plan for a claim of which nothing is known', () => {
    const pass = { run: 99, attempt: 1, holder: 'settle 99-1', canDispatch: false };
    expect(plan(aSnapshot([ourStory()], { pullRequests: [aPullRequest()], pass }), emptyLedger).wantsRun).toBe(true);
  });
});

describe('an assignment whose story was deleted', () => {
  const orphan = { flights: { '99-3': aFlight({ story: '1.2' }) } };

  function planned(change: Partial<Snapshot>): readonly string[] {
    return kinds(plan(aSnapshot([verified], change), aLedger({}, { ...orphan, finished: true })));
  }

  it('keeps its place while its run is under way', () => {
    expect(planned({ runs: new Map([[99, { id: 99, attempt: 1, status: 'in_progress' }]]) })).toEqual([]);
  });

  it('is forgotten when its run has ended', () => {
    expect(planned({ runs: new Map([[99, { id: 99, attempt: 1, status: 'completed' }]]) })).toEqual(['forget']);
  });

  it('is forgotten when its outcome arrives, and leaves flight with that', () => {
    const outcome = settled();
    expect(planned({ outcome })).toEqual(['forget']);
    const first = plan(aSnapshot([verified], { outcome }), aLedger({}, orphan));
    const after = first.decisions.reduce((ledger, each) => rememberApplied(ledger, each, {}, noon), first.ledger);
    expect(after).toMatchObject({ flights: {}, finished: true });
    expect(plan(aSnapshot([verified], { outcome }), after).decisions).toEqual([]);
  });
});

describe('assignments', () => {
  const stories = ['1.1', '1.2', '1.3'].map((number) => aStory({ number }));
  const policy = { concurrency: 3, checklist: ['No dead code.'] };

  function idsOf({ decisions }: Plan): readonly string[] {
    return decisions.flatMap((decision) => (decision.kind === 'dispatch' ? decision.assignment.id : []));
  }

  it('have ids of their own', () => {
    expect(idsOf(plan(aSnapshot(stories), aLedger({}, { sequence: 7 }), policy))).toEqual(['100-8', '100-9', '100-10']);
  });

  it('never get an id a second time, though some of a plan could not be dispatched', () => {
    const first = plan(aSnapshot(stories), aLedger(), policy);
    const last = first.decisions.at(-1);
    if (last === undefined) throw new Error('nothing is dispatched');
    const next = plan(aSnapshot(stories.slice(0, 2)), rememberApplied(first.ledger, last, {}, noon), policy);
    expect(idsOf(next)).toHaveLength(2);
    expect(new Set([...idsOf(first), ...idsOf(next)]).size).toBe(5);
  });

  it('are what their schema says, in every role', () => {
    const head = aHead({ concerns: ['a test was deleted'] });
    const review = aSnapshot([ourStory()], { pullRequests: [aPullRequest()] });
    const fix = aSnapshot([ourStory()], { pullRequests: [aPullRequest({ mergeState: 'DIRTY' })] });
    const plans = [
      plan(aSnapshot(stories), aLedger(), policy),
      plan(review, aLedger({ '1.1': opened({ head }) }), policy),
      plan(fix, aLedger({ '1.1': opened() }), policy),
    ];
    const assignments = plans
      .flatMap(({ decisions }) => decisions)
      .flatMap((decision) => (decision.kind === 'dispatch' ? decision.assignment : []));
    expect(assignments.map((assignment) => assignmentSchema.parse(assignment).role)).toEqual([
      'implement',
      'implement',
      'implement',
      'review',
      'fix',
    ]);
    expect(assignments[3]).toMatchObject({
      diffBase: head.diffBase,
      concerns: head.concerns,
      checklist: policy.checklist,
      startSha: headSha,
    });
  });

  it('may wait an hour for a runner, and their flight has the agent’s time on top', () => {
    const [first] = plan(aSnapshot([aStory()])).decisions;
    expect(first).toMatchObject({
      assignment: { notAfter: noon + 60 * minute },
      flight: { notAfter: noon + 120 * minute, since: noon },
    });
  });

  it('are on the branch of the story’s generation', () => {
    const memory = opened({ generation: 3, head: null, pullRequest: null });
    const [first] = plan(aSnapshot([aStory()]), aLedger({ '1.1': memory })).decisions;
    expect(first).toMatchObject({
      assignment: { branch: 'orchestrate/1.1-3' },
      flight: { branch: 'orchestrate/1.1-3' },
    });
  });

  it('of stories that are at work already are not made again', () => {
    const seen = plan(aSnapshot([ourStory()]), aLedger({}, { flights: { '99-3': aFlight() } }));
    expect(seen.decisions).toEqual([]);
    expect(seen.holds.get('1.1')?.code).toBe('agent_at_work');
  });
});
