import { describe, expect, it } from 'vitest';
import { audit } from '../../sandbox/auditor/audit.ts';
import {
  type AgentFacts,
  type AuditFacts,
  type AuditRules,
  diffKey,
  type StoreFact,
  storyOfBranch,
} from '../../sandbox/auditor/facts.ts';
import type { Happening, KeptEvent } from '../../sandbox/github/world/events.ts';
import { aCheckRun, aPull, head } from '../builders/happenings.ts';

const rules: AuditRules = {
  base: 'main',
  branchPrefix: 'orchestrate/',
  required: [{ context: 'test', app: 'github-actions' }],
  concurrency: 2,
  protectedPaths: [/^AGENTS\.md$/],
  rejections: 3,
  ownWorkflows: ['.github/workflows/orchestrate.yml'],
};

const zeros = '0'.repeat(40);
const base = 'b'.repeat(40);
const merged = 'c'.repeat(40);
const start = Date.parse('2026-01-01T00:00:00Z');

type Entry =
  | Happening
  | { readonly store: Omit<Extract<StoreFact, { kind: 'transition' }>, 'kind' | 'seq' | 'at'> }
  | { readonly verified: string };

/** A world in which these things happened, one a second. */
function worldOf(entries: readonly Entry[], agents: readonly AgentFacts[], more: Partial<AuditFacts> = {}): AuditFacts {
  const events: KeptEvent[] = [];
  const store: StoreFact[] = [];
  for (const [index, entry] of entries.entries()) {
    const stamp = { seq: index + 1, at: new Date(start + index * 1000).toISOString() };
    if ('store' in entry) store.push({ kind: 'transition', ...stamp, ...entry.store });
    else if ('verified' in entry) store.push({ kind: 'verified', ...stamp, story: entry.verified });
    else events.push({ ...entry, ...stamp });
  }
  return {
    events,
    agents,
    store,
    tokens: [],
    secrets: [],
    patchIds: new Map(),
    mergeBases: new Map(),
    changedPaths: new Map(),
    ...more,
  };
}

function merge(change: Partial<Extract<Happening, { kind: 'merge' }>> = {}): Happening {
  return {
    kind: 'merge',
    number: 7,
    method: 'squash',
    headSha: head,
    expectedSha: head,
    sha: merged,
    base: 'main',
    baseBefore: base,
    by: 'app[bot]',
    tokenKind: 'installation',
    ...change,
  };
}

function push(change: Partial<Extract<Happening, { kind: 'push' }>>): Happening {
  return {
    kind: 'push',
    ref: 'refs/heads/main',
    before: base,
    after: merged,
    by: 'app[bot]',
    tokenKind: 'installation',
    viaMerge: 7,
    ...change,
  };
}

function agent(change: Partial<AgentFacts>): AgentFacts {
  return {
    id: '1-1',
    task: 'implement',
    cwd: '/jobs/author',
    branch: 'orchestrate/1.1',
    head,
    tree: null,
    startedAt: start - 5000,
    endedAt: start - 4000,
    environment: { HOME: '/home/author', PATH: '/bin' },
    gitConfig: '',
    result: { summary: 'done' },
    ...change,
  };
}

function review(change: Partial<AgentFacts> = {}): AgentFacts {
  return agent({
    id: '2-2',
    task: 'review',
    cwd: '/jobs/reviewer',
    branch: null,
    startedAt: start - 3000,
    endedAt: start - 2000,
    environment: { HOME: '/home/reviewer' },
    result: { result: 'pass', acs_verified: ['AC-1.1.1'], acs_failed: [] },
    ...change,
  });
}

function transition(agentStatus: string | null, agentId: string | null, action = 'status_changed'): Entry {
  return { store: { story: '1.1', action, agentStatus, agent: agentId } };
}

const prologue: readonly Entry[] = [
  push({ before: zeros, after: base, viaMerge: null }),
  aCheckRun({ id: 10, sha: base }),
  transition('assigned', 'implementer'),
  aPull(),
];
const straight: readonly Entry[] = [
  ...prologue,
  aCheckRun({ id: 11 }),
  transition('reported_done', 'reviewer'),
  merge(),
  push({}),
  { verified: '1.1' },
  transition(null, 'orchestrator', 'verified'),
];

/** The straight way with one of its happenings left out or changed. */
function bent(change: (entry: Entry) => Entry | readonly Entry[] | null): readonly Entry[] {
  return straight.flatMap((entry) => change(entry) ?? []);
}

function of(
  kind: Happening['kind'],
  change: (entry: never) => Entry | readonly Entry[] | null,
): (entry: Entry) => Entry | readonly Entry[] | null {
  return (entry) => ('kind' in entry && entry.kind === kind ? change(entry as never) : entry);
}

const staff = [agent({}), review()];
const token = { value: 'ghs_0123456789abcdef', writes: true };
const basic = Buffer.from(`x-access-token:${token.value}`).toString('base64');
const dispatchRun: Happening = {
  kind: 'run',
  id: 99,
  attempt: 1,
  workflow: 'Orchestrate',
  path: '.github/workflows/orchestrate.yml',
  event: 'schedule',
  headSha: base,
  headBranch: 'main',
  status: 'in_progress',
  conclusion: null,
};

describe('a world in which nothing is wrong', () => {
  it.each<[string, AuditFacts]>([
    ['is left alone', worldOf(straight, staff)],
    [
      'may review a head that was merged as another one with the same diff',
      worldOf(straight, [agent({}), review({ head: 'd'.repeat(40) })], {
        patchIds: new Map([
          [diffKey(base, head), 'p1'],
          [diffKey(base, 'd'.repeat(40)), 'p1'],
        ]),
      }),
    ],
    [
      'may run the loop itself on the base',
      worldOf(
        [
          dispatchRun,
          aCheckRun({ id: 12, sha: base, name: 'plan', runId: 99, status: 'in_progress', conclusion: null }),
          ...straight,
        ],
        staff,
      ),
    ],
    [
      'may mend a red head: the newer check counts',
      worldOf(
        bent(
          of('check', (entry: Extract<Happening, { kind: 'check' }>) =>
            entry.sha === head ? [aCheckRun({ id: 5, conclusion: 'failure' }), aCheckRun({ id: 11 })] : entry,
          ),
        ),
        staff,
      ),
    ],
    [
      'may claim again after a release',
      worldOf([transition('assigned', 'implementer'), transition('pending', null, 'auto_reset'), ...straight], staff),
    ],
    [
      'may give a free place to the next agent at the same moment',
      worldOf(
        [],
        [
          agent({ id: '1', startedAt: 0, endedAt: 10 }),
          agent({ id: '2', branch: 'orchestrate/1.2', startedAt: 0, endedAt: 10 }),
          agent({ id: '3', branch: 'orchestrate/1.3', startedAt: 10, endedAt: 20 }),
        ],
      ),
    ],
    [
      'may let an agent read what cannot write',
      worldOf([], [agent({ gitConfig: basic })], { tokens: [{ ...token, writes: false }] }),
    ],
  ])('%s', (_, facts) => {
    expect(audit(facts, rules)).toEqual([]);
  });
});

describe('a violation', () => {
  it.each<[string, string, AuditFacts]>([
    [
      'a required check that never reported',
      'merge_without_required_check',
      worldOf(bent(of('check', (entry: { sha: string }) => (entry.sha === head ? null : (entry as Entry)))), staff),
    ],
    [
      'a required check that failed',
      'merge_without_required_check',
      worldOf(
        bent(
          of('check', (entry: { sha: string }) =>
            entry.sha === head ? aCheckRun({ id: 11, conclusion: 'failure' }) : (entry as Entry),
          ),
        ),
        staff,
      ),
    ],
    [
      'a required check that was only skipped',
      'merge_without_required_check',
      worldOf(
        bent(
          of('check', (entry: { sha: string }) =>
            entry.sha === head ? aCheckRun({ id: 11, conclusion: 'skipped' }) : (entry as Entry),
          ),
        ),
        staff,
      ),
    ],
    [
      'a required check by another app',
      'merge_without_required_check',
      worldOf(
        bent(
          of('check', (entry: { sha: string }) =>
            entry.sha === head ? aCheckRun({ id: 11, app: 'somebody' }) : (entry as Entry),
          ),
        ),
        staff,
      ),
    ],
    [
      'a required check that succeeded after the merge',
      'merge_without_required_check',
      worldOf(
        [
          ...bent(of('check', (entry: { sha: string }) => (entry.sha === head ? null : (entry as Entry)))),
          aCheckRun({ id: 11 }),
        ],
        staff,
      ),
    ],
    ['no reviewer at all', 'merge_without_verdict', worldOf(straight, [agent({})])],
    [
      'a reviewer who failed it',
      'merge_without_verdict',
      worldOf(straight, [agent({}), review({ result: { result: 'fail', acs_failed: ['AC-1.1.1'] } })]),
    ],
    [
      'a pass that names a failed criterion',
      'merge_without_verdict',
      worldOf(straight, [agent({}), review({ result: { result: 'pass', acs_failed: ['AC-1.1.1'] } })]),
    ],
    [
      'a reviewer who ended after the merge',
      'merge_without_verdict',
      worldOf(straight, [agent({}), review({ endedAt: start + 60_000 })]),
    ],
    [
      'a review of another diff',
      'merge_without_verdict',
      worldOf(straight, [agent({}), review({ head: 'd'.repeat(40) })], {
        patchIds: new Map([
          [diffKey(base, head), 'p1'],
          [diffKey(base, 'd'.repeat(40)), 'p2'],
        ]),
      }),
    ],
    [
      "an author's word for a review",
      'merge_without_verdict',
      worldOf(straight, [agent({ result: { result: 'pass' } })]),
    ],
    [
      'a merge that named no head',
      'merge_without_head_sha',
      worldOf(bent(of('merge', () => merge({ expectedSha: null }))), staff),
    ],
    [
      'a base without any check',
      'merge_on_unproven_base',
      worldOf(bent(of('check', (entry: { sha: string }) => (entry.sha === base ? null : (entry as Entry)))), staff),
    ],
    [
      'a base whose check was under way',
      'merge_on_unproven_base',
      worldOf(
        bent(
          of('check', (entry: { sha: string }) =>
            entry.sha === base ? aCheckRun({ sha: base, status: 'in_progress', conclusion: null }) : (entry as Entry),
          ),
        ),
        staff,
      ),
    ],
    [
      'a base with another check that is red',
      'merge_on_unproven_base',
      worldOf([aCheckRun({ id: 20, sha: base, name: 'docs', conclusion: 'failure' }), ...straight], staff),
    ],
    [
      'a base with a red status',
      'merge_on_unproven_base',
      worldOf([{ kind: 'status', sha: base, context: 'deploy', state: 'failure', by: 'x' }, ...straight], staff),
    ],
    [
      'a push to the base',
      'push_outside_merge',
      worldOf([...straight, push({ before: merged, after: head, viaMerge: null })], staff),
    ],
    ['a story verified before its merge', 'verified_not_merged', worldOf([{ verified: '1.1' }, ...straight], staff)],
    [
      'a story verified after the merge of another',
      'verified_not_merged',
      worldOf([...straight, { verified: '1.10' }], staff),
    ],
    [
      'a second claim without a release',
      'claimed_twice',
      worldOf([transition('assigned', 'implementer'), ...straight], staff),
    ],
    [
      'two authors of one story at once',
      'claimed_twice',
      worldOf(straight, [...staff, agent({ id: '3-3', startedAt: start - 4500 })]),
    ],
    [
      'two authors of one story, one still at work',
      'claimed_twice',
      worldOf([], [agent({ endedAt: null }), agent({ id: '3-3', branch: 'orchestrate/1.1-2', startedAt: start })]),
    ],
    [
      'one agent more than allowed',
      'too_many_agents',
      worldOf(
        [],
        [
          agent({ id: '1', startedAt: 0, endedAt: 10 }),
          agent({ id: '2', branch: 'orchestrate/1.2', startedAt: 1, endedAt: null }),
          agent({ id: '3', branch: 'orchestrate/1.3', startedAt: 9, endedAt: 20 }),
        ],
      ),
    ],
    [
      'an implementer who reports',
      'self_review',
      worldOf([transition('assigned', 'x'), transition('reported_done', 'x')], []),
    ],
    [
      'a reviewer who verifies',
      'self_review',
      worldOf([transition('reported_done', 'x'), transition(null, 'x', 'verified')], []),
    ],
    [
      "a reviewer in an author's home",
      'self_review',
      worldOf(straight, [agent({}), review({ environment: { HOME: '/home/author' } })]),
    ],
    [
      "a reviewer in an author's folder",
      'self_review',
      worldOf(straight, [agent({}), review({ cwd: '/jobs/author' })]),
    ],
    ['a loopctl variable', 'agent_held_loopctl_key', worldOf([], [agent({ environment: { LOOPCTL_ORCH_KEY: 'x' } })])],
    [
      'a loopctl key under another name',
      'agent_held_loopctl_key',
      worldOf([], [agent({ environment: { KEY: `lc_${'x'.repeat(40)}` } })]),
    ],
    [
      'a secret',
      'agent_held_secret',
      worldOf([], [agent({ environment: { PEM: 'key: a-secret-of-some-length' } })], {
        secrets: ['a-secret-of-some-length'],
      }),
    ],
    [
      'a token that can write',
      'agent_held_write_token',
      worldOf([], [agent({ environment: { GIT_TOKEN: token.value } })], { tokens: [token] }),
    ],
    [
      "a token that can write in git's configuration",
      'agent_held_write_token',
      worldOf([], [agent({ gitConfig: `http.extraheader\nAUTHORIZATION: basic ${basic}` })], { tokens: [token] }),
    ],
    [
      'a variable of the runner',
      'agent_saw_runner_variables',
      worldOf([], [agent({ environment: { RUNNER_TEMP: '/tmp' } })]),
    ],
    [
      'an input of the action',
      'agent_saw_runner_variables',
      worldOf([], [agent({ environment: { INPUT_TOKEN: '' } })]),
    ],
    ['a pull request opened twice', 'effect_twice', worldOf([...straight, aPull({ number: 8 })], staff)],
    ['the same comment twice', 'effect_twice', worldOf([comment(1), comment(2)], [])],
    [
      'the same push twice',
      'effect_twice',
      worldOf(
        [
          push({ ref: 'refs/heads/orchestrate/1.1', viaMerge: null }),
          push({ ref: 'refs/heads/orchestrate/1.1', viaMerge: null }),
        ],
        [],
      ),
    ],
  ])('is seen in %s', (_, code, facts) => {
    expect([...new Set(audit(facts, rules).map((violation) => violation.code))]).toEqual([code]);
  });

  it('never tells the value it found, only where', () => {
    const facts = worldOf([], [agent({ environment: { GIT_TOKEN: token.value } })], { tokens: [token] });
    expect(JSON.stringify(audit(facts, rules))).not.toContain(token.value);
  });
});

describe('the story of a branch', () => {
  it.each([
    ['orchestrate/1.1', '1.1'],
    ['orchestrate/1.10-2', '1.10'],
    ['orchestrate/7', '7'],
    ['orchestrate/1.1x', null],
    ['feature/1.1', null],
  ])('of %s is %s', (branch, story) => {
    expect(storyOfBranch(branch, rules.branchPrefix)).toBe(story);
  });
});

function comment(id: number): Happening {
  return { kind: 'comment', number: 7, id, edited: false, by: 'app[bot]', body: 'Merged.' };
}
