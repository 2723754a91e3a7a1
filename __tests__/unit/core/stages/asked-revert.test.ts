import { describe, expect, it } from 'vitest';
import type { OrderOf } from '../../../../src/core/commands/order.ts';
import { decide } from '../../../../src/core/decide.ts';
import type { Decision, Plan } from '../../../../src/core/decision.ts';
import type { Ledger, StoryMemory } from '../../../../src/core/ledger.ts';
import { rememberApplied } from '../../../../src/core/remember.ts';
import { repairNumber } from '../../../../src/core/repair.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from '../../../../src/core/snapshot.ts';
import { aCheck } from '../../../builders/checks.ts';
import { aHead, aLedger, aMemory, approved, aVerdict, noon } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

const mergeSha = aSha('merge');
const number = repairNumber(mergeSha);
const order: OrderOf<'revert'> = {
  kind: 'revert',
  story: '1.1',
  pullRequest: 11,
  mergeSha,
  by: 'ada',
  at: noon,
  comment: '7',
};
const red = { sha: mergeSha, jobs: [], reverts: { story: '1.1', failures: [] }, asked: 'ada' };
const begun: Partial<Ledger> = { orders: [order], repair: { red, tries: 0 } };

const story = ourStory({ agentStatus: 'reported_done' });
const verified = ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });
const merged = { sha: mergeSha, headSha, baseBefore: null, by: null, at: noon };
const culprit = approved({ merged });
const pull11 = aPullRequest({ state: 'MERGED', mergeSha, mergedBy: 'orchestrate-app' });
const made = aPullRequest({ number: 21, id: 'PR_21', headRef: 'revert-11-orchestrate/1.1', headSha: aSha('revert') });
const revertHead = aHead({ sha: aSha('revert'), by: 'revert', diffBase: tip });
const agreement = JSON.stringify([mergeSha, [], '1.1']);
const redBase = { branch: 'main', sha: tip, checks: [aCheck('failure')] };
const pendingBase = { branch: 'main', sha: tip, checks: [aCheck('pending')] };

interface Scene {
  readonly story?: StoryFacts;
  readonly stories?: Readonly<Record<string, StoryMemory>>;
  readonly ledger?: Partial<Ledger>;
  readonly pulls?: readonly PullRequestFacts[];
  readonly world?: Partial<Snapshot>;
}

function plan(scene: Scene): Plan {
  const { stories = { '1.1': culprit }, ledger = begun, pulls = [pull11] } = scene;
  const world = aSnapshot([scene.story ?? story], { pullRequests: pulls, ...scene.world });
  return decide(world, aLedger(stories, ledger), aPolicy(), noon);
}

function kinds({ decisions }: Plan): readonly string[] {
  return decisions.map(({ kind }) => kind);
}

function first({ decisions }: Plan): Decision {
  const [decision] = decisions;
  if (decision === undefined) throw new Error('nothing is decided');
  return decision;
}

describe('a revert that a person wants', () => {
  it.each([
    ['merged and not verified yet', story, { '1.1': culprit }],
    ['verified', verified, {}],
  ])('is made by GitHub where the story is %s', (_what, of, stories) => {
    const found = plan({ story: of, stories, ledger: { orders: [order] } });
    expect(found.decisions).toMatchObject([
      { kind: 'revert', reverts: '1.1', pullRequest: 11, pullRequestId: pull11.id, closes: null, failures: [] },
    ]);
    expect(found.ledger.repair.red).toEqual(red);
    const after = rememberApplied(found.ledger, first(found), { pullRequest: 21 }, noon);
    expect(after).toMatchObject({ orders: [order], repair: { red }, stories: { [number]: { pullRequest: 21 } } });
  });

  it.each([
    ['pending', pendingBase],
    ['red', redBase],
  ])('waits while the base is %s', (_what, base) => {
    const found = plan({ ledger: { orders: [order] }, world: { base } });
    expect(kinds(found)).not.toContain('revert');
    expect(found.ledger.orders).toEqual([order]);
    expect(found.ledger.repair.red?.asked ?? null).toBeNull();
  });

  it('takes the pull request of a repair of the same commit for none of its own', () => {
    const repaired = aPullRequest({ number: 4, headRef: `orchestrate/${number}`, state: 'CLOSED' });
    const found = plan({ ledger: { orders: [order] }, pulls: [pull11, repaired] });
    expect(first(found)).toMatchObject({ kind: 'revert', pullRequest: 11 });
  });

  it('keeps its story from being verified', () => {
    expect(plan({}).holds.get('1.1')).toMatchObject({ code: 'merged_unverified', detail: 'it is being reverted' });
  });

  it('is held to one criterion, and reviewed', () => {
    const found = plan({
      stories: { '1.1': culprit, [number]: aMemory({ pullRequest: 21, head: revertHead }) },
      pulls: [pull11, made],
    });
    expect(first(found)).toMatchObject({
      kind: 'dispatch',
      assignment: { role: 'review', story: { criteria: [{ id: 'AC-1' }], title: 'Revert story 1.1' } },
    });
  });

  const reviewed = aMemory({ pullRequest: 21, head: revertHead, verdict: aVerdict({ criteriaHash: agreement }) });

  it('merges by the gate of everybody, on a base that is proven', () => {
    const found = plan({ stories: { '1.1': culprit, [number]: reviewed }, pulls: [pull11, made] });
    expect(first(found)).toMatchObject({ kind: 'merge', pullRequest: 21, baseSha: tip });
  });

  it('does not merge on a base that is pending', () => {
    const found = plan({
      stories: { '1.1': culprit, [number]: reviewed },
      pulls: [pull11, made],
      world: { base: pendingBase },
    });
    expect(kinds(found)).not.toContain('merge');
  });

  it('is a person’s matter again where its checks fail: nobody works on it', () => {
    const failed = { ...made, checks: [aCheck('failure')] };
    const memory = aMemory({ pullRequest: 21, head: revertHead });
    const found = plan({ stories: { '1.1': culprit, [number]: memory }, pulls: [pull11, failed] });
    expect(first(found)).toMatchObject({
      kind: 'escalate',
      hold: { code: 'escalated', detail: expect.stringContaining('the revert of 1.1') },
    });
  });

  it('gives way to a base that is red for another reason, and is begun anew afterwards', () => {
    const scene = { stories: { '1.1': culprit, [number]: reviewed }, pulls: [pull11, made], world: { base: redBase } };
    const found = plan(scene);
    expect(first(found)).toMatchObject({ kind: 'drop_repair', closes: 21, forgetsOrder: false });
    const after = rememberApplied(found.ledger, first(found), {}, noon);
    expect([after.orders, after.repair.red]).toEqual([[order], null]);
  });

  it('is over where a person closes it: nobody wants it any more', () => {
    const found = plan({
      stories: { '1.1': culprit, [number]: reviewed },
      pulls: [pull11, { ...made, state: 'CLOSED' }],
    });
    expect(first(found)).toMatchObject({ kind: 'drop_repair', closes: null, forgetsOrder: true });
    const after = rememberApplied(found.ledger, first(found), {}, noon);
    expect([after.orders, after.repair.red, after.stories['1.1']]).toEqual([[], null, culprit]);
  });

  const done = { sha: aSha('undone'), headSha: aSha('revert'), baseBefore: aSha('before'), by: null, at: noon };

  it('is not over while the base is shown as it was before its merge', () => {
    const old = { ...done, baseBefore: tip };
    const found = plan({ stories: { '1.1': culprit, [number]: aMemory({ pullRequest: 21, merged: old }) } });
    expect(kinds(found)).toEqual([]);
  });

  it.each([
    ['merged and not verified yet', story, { '1.1': culprit }],
    ['verified', verified, {}],
  ])('has its story rejected and done again once it is in, where that is %s', (_what, of, stories) => {
    const ended = plan({ story: of, stories: { ...stories, [number]: aMemory({ pullRequest: 21, merged: done }) } });
    expect(first(ended)).toMatchObject({ kind: 'drop_repair', forgetsOrder: true });
    const ledger = rememberApplied(ended.ledger, first(ended), {}, noon);
    expect(ledger).toMatchObject({ orders: [], stories: { '1.1': { reverted: { by: 'ada' } } } });
    const next = decide(aSnapshot([of], { pullRequests: [pull11] }), ledger, aPolicy(), noon);
    expect(next.decisions).toMatchObject([
      { kind: 'reject', reason: `Merged as ${mergeSha.slice(0, 7)} was reverted, since ada wanted that.` },
    ]);
    const rejected = rememberApplied(next.ledger, first(next), {}, noon).stories['1.1'];
    expect(rejected).toMatchObject({ generation: 2, merged: null, rejections: 1, feedback: [{ kind: 'reverted' }] });
  });

  it('is over before it began where its story is gone, and is not taken for what somebody wants of another', () => {
    const other = { ...order, story: '2.1', pullRequest: 12, mergeSha: aSha('other') };
    const pull12 = aPullRequest({ number: 12, state: 'MERGED', mergeSha: other.mergeSha, headRef: 'orchestrate/2.1' });
    const next = ourStory({ ...verified, number: '2.1' });
    const left = { stories: {}, ledger: { ...begun, orders: [order, other] }, pulls: [pull11, pull12] };
    const found = plan({ ...left, story: next });
    expect(found.decisions).toMatchObject([{ kind: 'drop_repair', story: { number }, closes: null }]);
    const after = rememberApplied(found.ledger, first(found), {}, noon);
    expect(after).toMatchObject({ orders: [other], repair: { red: null } });
    expect(plan({ ...left, story: next, ledger: after }).decisions).toMatchObject([
      { kind: 'revert', story: { number: repairNumber(other.mergeSha) }, reverts: '2.1', pullRequest: 12 },
    ]);
  });

  it('is forgotten where somebody merged a revert of their own', () => {
    expect(plan({ ledger: { orders: [order] }, world: { reverts: new Map([[11, 30]]) } }).ledger.orders).toEqual([]);
  });
});
