import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentSchema } from '../../src/core/assignment.ts';
import { decide } from '../../src/core/decide.ts';
import { type Decision, type DecisionKind, type Plan, subjectOf } from '../../src/core/decision.ts';
import { ledgerSchema, recall } from '../../src/core/ledger.ts';
import { isReasonCode, type ReasonCode, reasons } from '../../src/core/reasons.ts';
import { rememberApplied } from '../../src/core/remember.ts';
import { viewStories } from '../../src/core/view.ts';
import { type Situation, situations } from '../builders/arbitrary-snapshot.ts';
import { whatForbids } from '../builders/forbidden-merge.ts';
import { noon } from '../builders/ledger.ts';

function planOf({ world, ledger, policy, now }: Situation): Plan {
  return decide(world, ledger, policy, now);
}

/** Everybody that is asked about: the stories, and the repair of a red base in the form of one. */
function everyone(situation: Situation, { ledger }: Plan): ReadonlySet<string> {
  return new Set(viewStories(situation.world, ledger).map(({ story }) => story.number));
}

/** Every code that a plan names: of a hold, of the line, or of what is handed to a person. */
function codesOf({ holds, line, notes, decisions }: Plan): readonly ReasonCode[] {
  return [
    ...[...holds.values()].map(({ code }) => code),
    ...(line === null ? [] : [line.code]),
    ...notes.map(({ code }) => code),
    ...decisions.flatMap((decision) => (decision.kind === 'escalate' ? decision.hold.code : [])),
  ];
}

/** What the merge or the push itself is answered, and no look before it can show. */
const toldByGitHub: readonly ReasonCode[] = [
  'merge_blocked',
  'merge_unstable',
  'push_refused',
  'update_refused',
  'token_refused',
  'workflows_refused',
  // loopctl answers this one, when an agent is sent.
  'skill_too_long',
];

/** Decisions after which only the ledger is another: the world shows the same as before. */
const remembered: ReadonlySet<DecisionKind> = new Set([
  'refuse',
  'lose',
  'discard',
  'forget',
  'keep',
  'adopt',
  'record_verdict',
  'record_merge',
  'escalate',
  'finish',
]);

function keyOf(decision: Decision): string {
  return `${decision.kind} ${subjectOf(decision)}`;
}

describe('whatever the situation', () => {
  it('nothing merges unless every clause of the gate holds, and one at most', () => {
    let merges = 0;
    fc.assert(
      fc.property(situations, (situation) => {
        const found = planOf(situation).decisions.filter((decision) => decision.kind === 'merge');
        expect(found.length).toBeLessThanOrEqual(1);
        for (const merge of found) expect(whatForbids(merge, situation)).toEqual([]);
        merges += found.length;
      }),
      { numRuns: 6000 },
    );
    expect(merges, 'situations in which something merges').toBeGreaterThan(20);
  });

  it('every story moves or is held with a reason and a remedy', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planOf(situation);
        const { decisions, holds } = plan;
        const moving = decisions.flatMap((decision) => ('story' in decision ? decision.story.number : []));
        const accounted = [...moving, ...holds.keys()];
        const expected = everyone(situation, plan);
        expect(new Set(accounted)).toEqual(expected);
        expect(accounted).toHaveLength(expected.size);
        for (const { code } of holds.values()) expect(reasons[code].remedy).not.toBe('');
      }),
      { numRuns: 1500 },
    );
  });

  it('the same situation gives the same plan, and is not touched by it', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const before = structuredClone(situation);
        expect(planOf(situation)).toEqual(planOf(before));
        expect(situation).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('what only the ledger has to know is not asked for twice', () => {
    const seen = new Set<DecisionKind>();
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planOf(situation);
        const applied = plan.decisions.filter(({ kind }) => remembered.has(kind));
        const ledger = applied.reduce(
          (known, decision) => rememberApplied(known, decision, {}, situation.now),
          plan.ledger,
        );
        const again = planOf({ ...situation, ledger }).decisions.map(keyOf);
        expect(again.filter((key) => applied.map(keyOf).includes(key))).toEqual([]);
        for (const { kind } of applied) seen.add(kind);
      }),
      { numRuns: 1500 },
    );
    expect(seen).toEqual(remembered);
  });

  it('a plan that is asked for again is the same, from what it has learnt', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planOf(situation);
        const dispatches = plan.decisions.some(({ kind }) => kind === 'dispatch');
        fc.pre(!dispatches);
        expect(planOf({ ...situation, ledger: plan.ledger })).toEqual(plan);
      }),
      { numRuns: 1500 },
    );
  });

  it('nothing is done to what somebody else has claimed', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const theirs = planOf(situation).decisions.filter(
          (decision) => 'story' in decision && ![null, 'implementer'].includes(decision.story.assignedAgentId),
        );
        expect(theirs.filter(({ kind }) => !remembered.has(kind) && kind !== 'rerun_settle')).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('no agent is sent where one is, where a person was asked, or at what is merged', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planOf(situation);
        for (const decision of plan.decisions) {
          if (decision.kind !== 'dispatch') continue;
          const memory = recall(plan.ledger, decision.story.number);
          expect(memory).toMatchObject({ sticky: null, merged: null, startOver: false });
          const flights = Object.values(plan.ledger.flights).map(({ story }) => story);
          expect(flights).not.toContain(decision.story.number);
          const isKnown =
            decision.story.agentStatus !== 'pending' || Object.hasOwn(plan.ledger.stories, decision.story.number);
          if (situation.world.strays.length > 0) expect(isKnown, 'a stray may be at it').toBe(false);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('every reason can be met with, but those that only a merge or a push is answered', () => {
    const codes = Object.keys(reasons).filter(isReasonCode);
    const missing = new Set(codes.filter((code) => !toldByGitHub.includes(code)));
    const samples = fc.sample(situations, { numRuns: 20_000, seed: 7 });
    for (const situation of samples) {
      if (missing.size === 0) break;
      for (const code of codesOf(planOf(situation))) missing.delete(code);
    }
    expect([...missing]).toEqual([]);
  });

  it('agents get what their schema says, and no more of them than there is room for', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { decisions } = planOf(situation);
        const dispatches = decisions.filter((decision) => decision.kind === 'dispatch');
        for (const { assignment } of dispatches) expect(assignmentSchema.safeParse(assignment).error).toBeUndefined();
        const atWork = Object.keys(situation.ledger.flights).length + situation.world.strays.length;
        const free = situation.policy.concurrency - atWork;
        expect(dispatches.length).toBeLessThanOrEqual(situation.world.pass.canDispatch ? Math.max(0, free) : 0);
      }),
      { numRuns: 1500 },
    );
  });

  it('what is remembered of a plan can be read again', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planOf(situation);
        const after = plan.decisions.reduce(
          (ledger, decision) => rememberApplied(ledger, decision, {}, noon),
          plan.ledger,
        );
        expect(ledgerSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});
