import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Plan } from '../../../src/core/decision.ts';
import type { StoryMemory } from '../../../src/core/ledger.ts';
import type { HeadFacts, PullRequestFacts, Snapshot } from '../../../src/core/snapshot.ts';
import { aCheck } from '../../builders/checks.ts';
import { aHead, aLedger, approved, aVerdict, minute, noon } from '../../builders/ledger.ts';
import { someWork } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSha, tip } from '../../builders/sha.ts';
import { aSnapshot, someRules } from '../../builders/snapshot.ts';
import { ourStory } from '../../builders/story.ts';

/** One of two stories that lack nothing; the first was accepted first. */
interface Ready {
  readonly memory?: Partial<StoryMemory>;
  readonly pullRequest?: Partial<PullRequestFacts>;
}

const updated = aSha('updated');
const strict = someRules({ strict: true });

function planOf(one: Ready, two: Ready, change: Partial<Snapshot> = {}): Plan {
  const facts = [one, two].map((ready, index) => {
    const number = `1.${index + 1}`;
    const sha = ready.pullRequest?.headSha ?? aSha(number);
    const verdict = aVerdict({ criteriaHash: `criteria-${number}`, at: noon - (20 - index) * minute });
    const head = aHead({ sha });
    return {
      story: ourStory({ number, agentStatus: 'reported_done', criteriaHash: `criteria-${number}` }),
      memory: approved({ agreement: `criteria-${number}`, pullRequest: index + 1, head, verdict, ...ready.memory }),
      pullRequest: aPullRequest({
        number: index + 1,
        headRef: `orchestrate/${number}`,
        headSha: sha,
        ...ready.pullRequest,
      }),
    };
  });
  const world = aSnapshot(
    facts.map(({ story }) => story),
    { pullRequests: facts.map(({ pullRequest }) => pullRequest), ...change },
  );
  const ledger = aLedger(Object.fromEntries(facts.map(({ story, memory }) => [story.number, memory])));
  return decide(world, ledger, aPolicy(), noon);
}

function inShort({ decisions, holds }: Plan): readonly string[] {
  return [
    ...decisions.map((decision) => `${decision.kind}${'story' in decision ? ` ${decision.story.number}` : ''}`),
    ...[...holds].map(([number, { code }]) => `${code} ${number}`),
  ];
}

const behind: Ready = { pullRequest: { mergeState: 'BEHIND' } };

/** Brought up to date, its checks at this. */
function broughtUp(checks: PullRequestFacts['checks'], since = noon - 5 * minute): Ready {
  return {
    memory: { head: aHead({ sha: updated, by: 'update', diffBase: tip, at: since }) },
    pullRequest: { headSha: updated, mergeState: 'BLOCKED', checks },
  };
}

describe('the order of merging', () => {
  it('merges the one that was accepted first', () => {
    expect(inShort(planOf({}, {}))).toEqual(['merge 1.1', 'not_next 1.2']);
  });

  it('brings only the one up to date that is next', () => {
    expect(inShort(planOf(behind, behind, { rules: strict }))).toEqual(['update_branch 1.1', 'not_next 1.2']);
  });

  it('brings nothing up to date that a person has yet to look at', () => {
    const rules = someRules({ strict: true, requiresConversationResolution: true });
    const discussed: Ready = { pullRequest: { mergeState: 'BEHIND', unresolvedConversations: 1 } };
    expect(inShort(planOf(discussed, behind, { rules }))).toEqual(['update_branch 1.2', 'behind 1.1']);
  });

  it('brings nothing up to date while the base is not proven', () => {
    const base = { branch: 'main', sha: tip, checks: [aCheck('pending')] };
    const { decisions } = planOf(behind, behind, { rules: strict, base });
    expect(decisions).toEqual([]);
  });

  it('brings up to date what is blocked and was accepted with another tip: GitHub tells one reason of two', () => {
    const blocked: Ready = { pullRequest: { mergeState: 'BLOCKED' } };
    expect(inShort(planOf(blocked, behind, { rules: strict }))[0]).toBe('update_branch 1.1');
  });

  it('brings nothing up to date where a queue tests what it merges', () => {
    const rules = someRules({ strict: true, requiresMergeQueue: true });
    expect(planOf(behind, behind, { rules }).decisions).toMatchObject([{ kind: 'merge', way: 'queue' }]);
  });

  it.each([
    { behaviour: 'under way', checks: [aCheck('pending')] },
    { behaviour: 'not begun', checks: [] },
    { behaviour: 'not all begun', checks: [aCheck('success', { name: 'lint' })] },
  ])('waits for the checks of what was brought up to date: $behaviour', ({ checks }) => {
    expect(inShort(planOf(broughtUp(checks), behind, { rules: strict }))).toContain('not_next 1.2');
  });

  it.each([
    { behaviour: 'never begun', ready: broughtUp([], noon - 16 * minute) },
    { behaviour: 'under way since yesterday', ready: broughtUp([aCheck('pending')], noon - 24 * 60 * minute) },
    { behaviour: 'red', ready: broughtUp([aCheck('failure')]) },
  ])('does not wait for checks that are $behaviour', ({ ready }) => {
    expect(inShort(planOf(ready, behind, { rules: strict }))).toContain('update_branch 1.2');
  });

  it('brings nobody else up to date in the very pass that sees one brought up', () => {
    const found: HeadFacts = { sha: updated, kind: 'update', work: someWork({ head: updated }), fault: null };
    const moved: Ready = { memory: { head: aHead({ sha: aSha('1.1') }) }, pullRequest: { headSha: updated } };
    const plan = planOf(moved, behind, { rules: strict, heads: new Map([[1, found]]) });
    expect(inShort(plan)).toEqual(['adopt 1.1', 'not_next 1.2']);
  });

  it.each([
    { behaviour: 'in the queue', kind: 'queued', code: 'in_merge_queue' },
    { behaviour: 'that GitHub is making', kind: 'pending', code: 'merge_pending' },
  ] as const)('merges nothing beside a merge $behaviour', ({ kind, code }) => {
    const merging = { headSha: aSha('1.1'), baseSha: tip, uuid: 'u-1', at: noon };
    const plan = planOf({ memory: { merging } }, {}, { merging: new Map([[1, { kind, detail: '#1' }]]) });
    expect(inShort(plan)).toEqual([`${code} 1.1`, 'not_next 1.2']);
  });

  it('waits for what somebody else has put into the queue as well', () => {
    const merging = new Map([[1, { kind: 'queued', detail: '#1' } as const]]);
    expect(inShort(planOf({}, {}, { merging }))).toEqual(['in_merge_queue 1.1', 'not_next 1.2']);
  });
});
