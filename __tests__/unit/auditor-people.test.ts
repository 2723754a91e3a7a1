import { describe, expect, it } from 'vitest';
import { audit } from '../../sandbox/auditor/audit.ts';
import type { AgentFacts, AuditFacts, AuditRules, StoreFact } from '../../sandbox/auditor/facts.ts';
import type { Happening } from '../../sandbox/github/world/events.ts';

const rules: AuditRules = {
  base: 'main',
  branchPrefix: 'orchestrate/',
  required: [],
  concurrency: 2,
  protectedPaths: [/^AGENTS\.md$/],
  rejections: 3,
  ownWorkflows: [],
};

const zeros = '0'.repeat(40);
const head = 'a'.repeat(40);
const bot = 'app[bot]';
const start = Date.parse('2026-01-01T00:00:00Z');

/** What happened, one thing in ten seconds; a rejection is the store's word. */
type Entry = Happening | 'rejection' | 'author';

function codesOf(entries: readonly Entry[], paths: readonly string[] = []): readonly string[] {
  const at = (index: number): number => start + index * 10_000;
  const stamped = entries.map((entry, index) => ({ entry, seq: index + 1, at: new Date(at(index)).toISOString() }));
  const store = stamped.filter(({ entry }) => entry === 'rejection').flatMap(({ seq, at }) => rejectionAt(seq, at));
  const facts: AuditFacts = {
    events: stamped.flatMap(({ entry, seq, at }) => (typeof entry === 'string' ? [] : [{ ...entry, seq, at }])),
    agents: entries.flatMap((entry, index) => (entry === 'author' ? [authorAt(at(index))] : [])),
    store,
    tokens: [],
    secrets: [],
    patchIds: new Map(),
    mergeBases: new Map(),
    changedPaths: new Map([[head, paths]]),
  };
  return audit(facts, rules).map(({ code }) => code);
}

/** Rejected, and with it given back. */
function rejectionAt(seq: number, at: string): readonly StoreFact[] {
  const fact = { kind: 'transition', seq, at, story: '1.1', agent: null } as const;
  return [
    { ...fact, action: 'rejected', agentStatus: null },
    { ...fact, action: 'auto_reset', agentStatus: 'pending' },
  ];
}

function authorAt(startedAt: number): AgentFacts {
  return {
    id: String(startedAt),
    task: 'implement',
    cwd: `/jobs/${startedAt}`,
    branch: 'orchestrate/1.1',
    head,
    tree: null,
    startedAt,
    endedAt: startedAt + 1000,
    environment: {},
    gitConfig: '',
    result: null,
  };
}

function command(text: string, tokenKind: 'user' | 'installation' = 'user'): Happening {
  const inputs = { command: text };
  return { kind: 'dispatch', path: 'orchestrate.yml', ref: 'refs/heads/main', inputs, by: 'ada', tokenKind };
}

function push(tokenKind: 'user' | 'installation' = 'installation'): Happening {
  const ref = 'refs/heads/orchestrate/1.1';
  return { kind: 'push', ref, before: zeros, after: head, by: bot, tokenKind, viaMerge: null };
}

function pull(action: 'opened' | 'closed' | 'reopened', by: string, headRef = 'orchestrate/1.1'): Happening {
  return { kind: 'pull_request', number: 7, action, head, headRef, base: 'main', merged: false, by };
}

function merge(tokenKind: 'user' | 'installation'): Happening {
  const shas = { headSha: head, expectedSha: null, sha: 'c'.repeat(40), baseBefore: 'b'.repeat(40) };
  return { kind: 'merge', number: 7, method: 'merge', base: 'main', by: 'ada', tokenKind, ...shas };
}

const thrice = ['author', 'rejection', 'author', 'rejection', 'author', 'rejection'] as const;

describe('what people decide', () => {
  it.each<[string, readonly Entry[], readonly string[]]>([
    ['a head without protected paths needs nobody', [push()], ['src/width.js']],
    ['a head with protected paths that a person approved', [command(`approve-paths ${head}`), push()], ['AGENTS.md']],
    ['an approval by the first digits', [command('approve-paths aaaaaaa'), push()], ['AGENTS.md']],
    ["a person's own push", [push('user')], ['AGENTS.md']],
    ['three attempts at a story', thrice, []],
    ['a fourth that a person granted', [...thrice, command('retry 1.1: mind the tests'), 'author'], []],
    ['a story that begins anew', [...thrice, command('reset 1.1'), 'author', 'rejection', 'author'], []],
    ['a story released after its pull request was closed', closedAndOpened(command('retry 1.1')), []],
    [
      'another story after a pull request was closed',
      [pull('closed', 'ada'), pull('opened', bot, 'orchestrate/1.2')],
      [],
    ],
    ['what the loop closes itself', [pull('opened', bot), pull('closed', bot), pull('reopened', bot)], []],
    ['a merge by hand', [merge('user')], []],
  ])('is left alone: %s', (_, entries, paths) => {
    expect(codesOf(entries, paths)).toEqual([]);
  });

  it.each<[string, string, readonly Entry[], readonly string[]]>([
    ['nobody approved protected paths', 'protected_paths_unapproved', [push()], ['src/a.js', 'AGENTS.md']],
    [
      'approval came after the push',
      'protected_paths_unapproved',
      [push(), command(`approve-paths ${head}`)],
      ['AGENTS.md'],
    ],
    [
      'another head was approved',
      'protected_paths_unapproved',
      [command('approve-paths bbbbbbb'), push()],
      ['AGENTS.md'],
    ],
    [
      'the loop approved its own head',
      'protected_paths_unapproved',
      [command(`approve-paths ${head}`, 'installation'), push()],
      ['AGENTS.md'],
    ],
    ['a fourth attempt that nobody granted', 'agent_before_release', [...thrice, 'author'], []],
    [
      'a fourth attempt granted to another story',
      'agent_before_release',
      [...thrice, command('retry 1.10'), 'author'],
      [],
    ],
    [
      'a fifth attempt, one granted',
      'agent_before_release',
      [...thrice, command('retry 1.1'), 'author', 'rejection', 'author'],
      [],
    ],
    [
      'a closed pull request was opened again',
      'reopened_unreleased',
      [pull('closed', 'ada'), pull('reopened', bot)],
      [],
    ],
    ['another one was opened for its story', 'reopened_unreleased', closedAndOpened(), []],
    ['the loop merges what nobody reviewed', 'merge_without_verdict', [merge('installation')], []],
  ])('is seen to be passed over: %s', (_, code, entries, paths) => {
    expect(codesOf(entries, paths)).toContain(code);
  });
});

function closedAndOpened(...between: readonly Happening[]): readonly Entry[] {
  return [pull('opened', bot), pull('closed', 'ada'), ...between, pull('opened', bot, 'orchestrate/1.1-2')];
}
