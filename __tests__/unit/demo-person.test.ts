import { describe, expect, it } from 'vitest';
import type { Board } from '../../sandbox/demo/board.ts';
import { type Deed, sampleErrands } from '../../sandbox/demo/errands.ts';
import { createPerson } from '../../sandbox/demo/person.ts';
import { plainLine } from '../../sandbox/demo/plain-line.ts';
import type { Happening } from '../../sandbox/github/world/events.ts';
import { boardOf } from '../builders/demo-board.ts';
import { aCheckRun, aPull, head } from '../builders/happenings.ts';

describe('what a person does', () => {
  it.each<[string, Happening, string | null]>([
    ['a command', dispatchBy('ada', { command: 'retry 2.1' }), 'ada       retry 2.1'],
    ['a command and its story apart', dispatchBy('ada', { command: 'retry', story: '2.1' }), 'ada       retry 2.1'],
    ['a start', dispatchBy('ada', {}), 'ada       starts the loop'],
    ["the loop's own start", dispatchBy('app[bot]', {}), null],
    ['a closed pull request', aPull({ action: 'closed', by: 'ada' }), 'ada       closes #7 — 1.1 Width'],
    ['a merge seen as a closing', aPull({ action: 'closed', merged: true, by: 'ada' }), null],
    ['an own pull request', aPull({ number: 8, headRef: 'answer', by: 'ada' }), 'ada       opens #8 from answer'],
    ['a merge', merged('ada'), 'ada       merges #7 — 1.1 Width'],
    ["the loop's own merge", merged('app[bot]'), null],
    ['CI that was started', dispatchBy('ada', {}, 'ci.yml'), 'ada       starts ci.yml'],
    [
      'an approval',
      { kind: 'approval', runId: 4, workflow: 'CI', headBranch: 'orchestrate/1.1', by: 'ada' },
      'ada       lets CI start on orchestrate/1.1',
    ],
  ])('is told as %s', (_, happening, line) => {
    const board = boardOf([], [aPull(), happening]);
    const lines = board.told.map((entry) => plainLine(board, entry, 5000));
    expect(lines).toEqual(line === null ? [] : [`  0:05  ${line}`]);
  });
});

const base = 'd'.repeat(40);
const greenBase: readonly Happening[] = [
  { kind: 'push', ref: 'refs/heads/main', before: '', after: base, by: 'ada', tokenKind: 'user', viaMerge: null },
  aCheckRun({ id: 2, sha: base }),
];

function pullOf(story: string, change: Parameters<typeof aPull>[0] = {}): Happening {
  return aPull({ headRef: `orchestrate/${story}`, ...change });
}

function seen(lines: readonly string[], happenings: readonly Happening[]): readonly Deed[] {
  const board = boardOf(lines, happenings, ['1.2', '2.2', '2.4', '2.5', '4.1']);
  return sampleErrands.flatMap((errand) => errand(board) ?? []);
}

describe("the errands of the sample's person", () => {
  const declined = '‖ 2.4 — the agent could not restate the story: Which?';
  const answer = { number: 9, headRef: 'answer-2.4', by: 'ada' };
  const sha = 'e'.repeat(40);
  it.each<[string, readonly Deed[], readonly string[], readonly Happening[]]>([
    ['merges what is green', [{ kind: 'merge', pull: 7 }], [], [...greenBase, pullOf('1.2'), aCheckRun({})]],
    ['waits for its checks', [], [], [...greenBase, pullOf('1.2'), aCheckRun({ conclusion: null, status: 'queued' })]],
    ['waits for the base', [], [], [pullOf('1.2'), aCheckRun({})]],
    [
      'merges nothing into a red base',
      [],
      [],
      [...greenBase, aCheckRun({ id: 3, sha: base, conclusion: 'failure' }), pullOf('1.2'), aCheckRun({})],
    ],
    ['closes one pull request', [{ kind: 'close', pull: 7 }], [], [pullOf('2.2')]],
    ['does not close it again', [], [], [pullOf('2.2'), pullOf('2.2', { action: 'closed' })]],
    [
      'leaves the next one alone',
      [],
      [],
      [pullOf('2.2'), pullOf('2.2', { action: 'closed' }), pullOf('2.2-2', { number: 8 })],
    ],
    [
      'releases what it closed',
      [{ kind: 'command', command: expect.stringMatching(/^retry 2\.2: /) }],
      ['‖ 2.2 — a person closed the pull request: #7'],
      [],
    ],
    ['answers a question', [expect.objectContaining({ kind: 'answer', branch: 'answer-2.4' })], [declined], greenBase],
    [
      'starts no answer from a red base',
      [],
      [declined],
      [...greenBase, aCheckRun({ id: 3, sha: base, conclusion: 'failure' })],
    ],
    ['waits for the checks of its answer', [], [declined], [...greenBase, aPull({ ...answer })]],
    [
      'merges its answer',
      [{ kind: 'merge', pull: 9 }],
      [declined],
      [...greenBase, aPull({ ...answer }), aCheckRun({})],
    ],
    [
      'releases what it answered',
      [{ kind: 'command', command: 'retry 2.4' }],
      [declined],
      [aPull({ ...answer }), aPull({ ...answer, action: 'closed', merged: true })],
    ],
    [
      'grants one more attempt',
      [{ kind: 'command', command: expect.stringMatching(/^retry 2\.5: /) }],
      ['‖ 2.5 — rejected too often: rejected 3 times'],
      [],
    ],
    [
      'approves the head that waits',
      [{ kind: 'command', command: 'approve-paths eeeeeeeeee' }],
      [`‖ 4.1 — the change touches protected paths: AGENTS.md at ${sha}`],
      [],
    ],
    ['does nothing about what is none of its business', [], ['‖ 1.2 — waits for its checks'], []],
  ])('it %s', (_, deeds, lines, happenings) => {
    expect(seen(lines, happenings)).toEqual(deeds);
  });
});

describe('a person', () => {
  const deed: Deed = { kind: 'close', pull: 7 };

  function personOf(refusal: string | null = null) {
    const did: Deed[] = [];
    const clock = { now: 0 };
    const hands = {
      start: async () => undefined,
      perform: async (one: Deed) => {
        did.push(one);
        if (refusal !== null) throw new Error(refusal);
      },
    };
    const wanted: { now: boolean } = { now: true };
    const person = createPerson([() => (wanted.now ? deed : null)], hands, () => clock.now);
    return { did, clock, wanted, person, board: boardOf([]) as Board };
  }

  it('does a thing once, and again when it was of no effect for a while', async () => {
    const { did, clock, person, board } = personOf();
    for (clock.now = 0; clock.now <= 20_000; clock.now += 5000) await person.look(board);
    expect(did).toEqual([deed, deed]);
  });

  it('says how long it will wait before it does it again', async () => {
    const { clock, wanted, person, board } = personOf();
    await person.look(board);
    clock.now = 5000;
    expect(person.waitMs()).toBe(15_000);
    wanted.now = false;
    await person.look(board);
    expect(person.waitMs()).toBe(0);
  });

  it('tells the board what was refused', async () => {
    const { person, board } = personOf('405 not mergeable');
    await person.look(board);
    expect(board.errors).toEqual(['What a person did was refused: 405 not mergeable']);
  });
});

function dispatchBy(by: string, inputs: Readonly<Record<string, string>>, path = 'orchestrate.yml'): Happening {
  return { kind: 'dispatch', path, ref: 'refs/heads/main', inputs, by, tokenKind: 'user' };
}

function merged(by: string): Happening {
  const shas = { headSha: head, expectedSha: null, sha: 'c'.repeat(40), baseBefore: 'b'.repeat(40) };
  return { kind: 'merge', number: 7, method: 'merge', base: 'main', by, tokenKind: 'user', ...shas };
}
