import { describe, expect, it } from 'vitest';
import { repairNumber } from '../../../../src/core/repair.ts';
import { type BypassWitnesses, judgeBypass } from '../../../../src/github/bypass.ts';
import { aCheck } from '../../../builders/checks.ts';
import { expectGate, type GateRow, judgeScene } from '../../../builders/gate.ts';
import { aHead, aMemory, approved, aVerdict, noon } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import type { Scene } from '../../../builders/scene.ts';
import { aSha, tip } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';

const accepted = { base: { start: 'proven', unprotected: 'accept', revert: false } } as const;

const protection: readonly GateRow[] = [
  {
    behaviour: 'holds where the base asks for no pull request',
    world: { rules: someRules({ requiresPullRequest: false }) },
    code: 'base_unprotected',
    seen: 'main',
  },
  {
    behaviour: 'holds where the base asks for no check',
    world: { rules: someRules({ requiredChecks: [] }) },
    code: 'base_unprotected',
  },
  {
    behaviour: 'merges into an unprotected base that was accepted by name',
    world: { rules: someRules({ requiresPullRequest: false, requiredChecks: [] }) },
    policy: accepted,
    code: null,
  },
];

/** The rules of a base about which these witnesses speak. */
function witnessed(witnesses: Partial<BypassWitnesses>): Pick<Scene, 'world'> {
  const classic = { enabled: false, bindsAdmins: null };
  return {
    world: {
      rules: someRules({ bypass: judgeBypass({ rulesets: [], classic, pullRequests: [false], ...witnesses }) }),
    },
  };
}

const bypass: readonly GateRow[] = [
  {
    behaviour: 'merges where every witness says that nothing can be passed over',
    ...witnessed({ rulesets: ['never', 'never'] }),
    code: null,
  },
  {
    behaviour: 'holds where one ruleset lets our token pass',
    ...witnessed({ rulesets: ['never', 'always'] }),
    code: 'bypass_possible',
    seen: 'a ruleset names it',
  },
  {
    behaviour: 'holds where a ruleset lets our token pass in pull requests only',
    ...witnessed({ rulesets: ['pull_requests_only'] }),
    code: 'bypass_possible',
  },
  {
    behaviour: 'believes the witness who says yes: the rulesets say never, the pull request says as an admin',
    ...witnessed({ rulesets: ['never'] }),
    pullRequest: aPullRequest({ viewerCanMergeAsAdmin: true }),
    code: 'bypass_possible',
    seen: 'it can merge as an admin',
  },
  {
    behaviour: 'believes the witness who says yes: this pull request says no, another one as an admin',
    ...witnessed({ rulesets: ['never'], pullRequests: [false, true] }),
    code: 'bypass_possible',
  },
  {
    behaviour: 'holds where a ruleset does not say',
    ...witnessed({ rulesets: ['never', null] }),
    code: 'bypass_possible',
    seen: 'it cannot be told',
  },
  {
    behaviour: 'holds where classic protection cannot be read and nobody speaks',
    ...witnessed({ pullRequests: [], classic: { enabled: true, bindsAdmins: null } }),
    code: 'bypass_possible',
    seen: 'it cannot be told',
  },
  {
    behaviour: 'merges where nobody can say and the team accepted that by name',
    ...witnessed({ rulesets: [null] }),
    policy: accepted,
    code: null,
  },
  {
    behaviour: 'holds for a bypass that is known though the team accepted an unprotected base',
    ...witnessed({ rulesets: ['always'] }),
    policy: accepted,
    code: 'bypass_possible',
  },
  {
    behaviour: 'holds for an admin’s token though the team accepted an unprotected base',
    pullRequest: aPullRequest({ viewerCanMergeAsAdmin: true }),
    policy: accepted,
    code: 'bypass_possible',
  },
];

function atBase(...checks: readonly ReturnType<typeof aCheck>[]): Pick<Scene, 'world'> {
  return { world: { base: { branch: 'main', sha: tip, checks } } };
}

const base: readonly GateRow[] = [
  { behaviour: 'waits while the base is pending', ...atBase(aCheck('pending')), code: 'base_pending' },
  { behaviour: 'waits while the base has no check yet', ...atBase(), code: 'base_pending' },
  {
    behaviour: 'holds while the base is red, and says what failed',
    ...atBase(aCheck('failure')),
    code: 'base_red',
    seen: 'test failed',
  },
  {
    behaviour: 'waits for a base whose CI was cancelled',
    ...atBase(aCheck('cancelled')),
    code: 'base_pending',
  },
  {
    behaviour: 'holds for a base whose check gave no answer',
    ...atBase(aCheck('startup_failure')),
    code: 'check_refused',
  },
];

const red = { sha: tip, jobs: ['test'], reverts: null, asked: null };
const failing = { branch: 'main', sha: tip, checks: [aCheck('failure')] };
const mine = aPullRequest({ number: 4, headRef: `orchestrate/${repairNumber(tip)}` });

/** The repair of a red tip, reviewed, and what is different about it. */
function repairing(change: Scene = {}): Scene & Pick<GateRow, 'number'> {
  return {
    number: repairNumber(tip),
    memory: aMemory({
      head: aHead({ diffBase: tip }),
      pullRequest: 4,
      verdict: aVerdict({ criteriaHash: JSON.stringify([tip, ['test'], null]) }),
    }),
    pullRequest: mine,
    ledger: { repair: { red, tries: 1 } },
    ...change,
    world: { base: failing, ...change.world },
  };
}

const repairs: readonly GateRow[] = [
  { behaviour: 'merges into a base that is red at exactly what it holds', ...repairing(), code: null },
  {
    behaviour: 'holds for a story while the base is red at what its head holds',
    memory: approved({ head: aHead({ diffBase: tip }) }),
    ...atBase(aCheck('failure')),
    code: 'base_red',
  },
  {
    behaviour: 'holds when the base is proven: there is nothing to repair',
    ...repairing({ world: { base: { ...failing, checks: [aCheck()] } } }),
    code: 'base_pending',
    seen: `: ${tip.slice(0, 7)} is proven: nothing to repair`,
  },
  {
    behaviour: 'waits when the base is not known to be red any more',
    ...repairing({ world: { base: { ...failing, checks: [aCheck('pending')] } } }),
    code: 'base_pending',
    seen: 'waits for test',
  },
  {
    behaviour: 'holds when another commit of the base is red',
    ...repairing(),
    number: repairNumber(aSha('older')),
    memory: aMemory({
      head: aHead({ diffBase: tip }),
      pullRequest: 4,
      verdict: aVerdict({ criteriaHash: JSON.stringify([aSha('older'), ['test'], null]) }),
    }),
    ledger: { repair: { red: { ...red, sha: aSha('older') }, tries: 1 } },
    code: 'base_red',
  },
  {
    behaviour: 'holds when it does not hold the red commit',
    ...repairing({
      memory: aMemory({
        head: aHead({ diffBase: aSha('older') }),
        pullRequest: 4,
        verdict: aVerdict({ criteriaHash: JSON.stringify([tip, ['test'], null]) }),
      }),
    }),
    code: 'behind',
    seen: `#4 does not hold ${tip.slice(0, 7)}.`,
  },
  {
    behaviour: 'holds while another repair is open',
    ...repairing({
      world: {
        base: failing,
        pullRequests: [mine, aPullRequest({ number: 5, headRef: 'orchestrate/repair-abc1234' })],
      },
    }),
    code: 'not_next',
    seen: '#5 is a repair too',
  },
  {
    behaviour: 'does not mind a repair that was closed, a story’s pull request, or a person’s',
    ...repairing({
      world: {
        base: failing,
        pullRequests: [
          aPullRequest({ number: 5, headRef: 'orchestrate/repair-abc1234', state: 'CLOSED' }),
          aPullRequest({ number: 6 }),
          aPullRequest({ number: 7, headRef: 'repair-abc1234' }),
          mine,
        ],
      },
    }),
    code: null,
  },
  {
    behaviour: 'turns one clause and no other: its own checks have to be green',
    ...repairing({ pullRequest: { ...mine, checks: [aCheck('failure')] } }),
    code: 'check_refused',
  },
  {
    behaviour: 'turns one clause and no other: a pause holds it too',
    ...repairing({ ledger: { repair: { red, tries: 1 }, paused: { by: 'ada', at: noon, cause: 'person' } } }),
    code: 'paused',
  },
];

const tables: readonly (readonly [string, readonly GateRow[]])[] = [
  ['of the base’s protection', protection],
  ['of what our token could pass over', bypass],
  ['of the base’s proof', base],
];

describe.each(tables)('the gate, %s', (_, rows) => {
  it.each(rows)('$behaviour', expectGate);
});

describe('the gate, of a repair', () => {
  it.each(repairs)('$behaviour', expectGate);

  it('holds where no head of it was accepted: it holds nothing', () => {
    const codes = judgeScene(repairing({ memory: aMemory({ pullRequest: 4 }) })).map(({ code }) => code);
    expect(codes).toEqual(['head_not_accepted', 'verdict_missing', 'behind']);
  });
});
