import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createBoard } from '../../sandbox/demo/board.ts';
import { parseJobLine } from '../../sandbox/demo/decision-line.ts';
import { summarise } from '../../sandbox/demo/figures.ts';
import { cut, renderFrame, type ToldLine } from '../../sandbox/demo/frame.ts';
import { readOutline } from '../../sandbox/demo/outline.ts';
import { createPaint } from '../../sandbox/demo/paint.ts';
import { plainLine } from '../../sandbox/demo/plain-line.ts';
import { renderReport } from '../../sandbox/demo/report.ts';
import { openScreen } from '../../sandbox/demo/screen.ts';
import { createLiveViewer } from '../../sandbox/demo/viewer.ts';
import type { Happening } from '../../sandbox/github/world/events.ts';
import { agentJob, boardOf } from '../builders/demo-board.ts';
import { aCheckRun, aPull, head } from '../builders/happenings.ts';

const plain = createPaint(false);
const story = [
  '▸ dispatch (implement) 1.1 — ready',
  '▸ accept 1.1 — implement: 2 files changed',
  '▸ dispatch (fix) 1.1 — CI failed: test',
  '▸ dispatch (review) 1.1 — CI is green',
  '▸ report_fail 1.1 — review failed (1): AC-1 has no test',
  '▸ dispatch (implement) 1.1 — rejected 1 times: again, with the findings',
  '▸ merge 1.1 — checks green, review passed, base proven',
  '▸ verify 1.1 — merged as 1234567, base proven at 1234567',
];

describe('a line of a trusted job', () => {
  it.each([
    [
      '▸ merge 1.3 — all green',
      { kind: 'decision', decision: 'merge', role: null, story: '1.3', because: 'all green' },
    ],
    [
      '2026-01-01T00:00:00Z ▸ dispatch (fix) 2.1 — CI — red',
      { kind: 'decision', decision: 'dispatch', role: 'fix', story: '2.1', because: 'CI — red' },
    ],
    ['▸ wake - — more work', { kind: 'decision', decision: 'wake', role: null, story: null, because: 'more work' }],
    [
      '‖ 1.2 — waits for other stories: 1.1. It starts by itself.',
      { kind: 'hold', story: '1.2', text: 'waits for other stories: 1.1. It starts by itself.' },
    ],
    ['‖ - — the base is red', { kind: 'hold', story: null, text: 'the base is red' }],
    ['::error::Bad backlog%0A1.1 → 1.2', { kind: 'error', text: 'Bad backlog\n1.1 → 1.2' }],
    ['##[error]Bad config', { kind: 'error', text: 'Bad config' }],
    ['##[group]Run something', null],
    ['outcome: completed', null],
  ])('%s', (line, heard) => {
    expect(parseJobLine(line)).toEqual(heard);
  });
});

describe('the board', () => {
  it('follows a story through its fix and its rejection', () => {
    expect(boardOf(story, [aPull()]).stories.get('1.1')).toMatchObject({
      stage: 'verified',
      attempts: 3,
      rejections: 1,
      pull: 7,
      troubles: ['CI failed: test', 'review failed (1): AC-1 has no test'],
    });
  });

  it('keeps only what the last pass said about what waits', () => {
    const board = boardOf([]);
    for (const [job, line] of [
      [1, '‖ 1.1 — a'],
      [1, '‖ 1.2 — b'],
      [2, '‖ 1.2 — c'],
    ] as const) {
      const heard = parseJobLine(line);
      if (heard !== null) board.hear(heard, { job, run: 1 });
    }
    expect([...board.holds]).toEqual([['1.2', 'c']]);
  });

  it('knows what an agent is at from the order in which its run dispatched', () => {
    const board = boardOf(['▸ dispatch (implement) 1.1 — ready', '▸ dispatch (review) 2.1 — CI is green']);
    board.observe(agentJob('queued'));
    board.observe({ ...agentJob('queued'), id: 10 });
    expect(board.agents.working.size).toBe(0);
    board.observe({ ...agentJob('in_progress'), id: 10 });
    expect([...board.agents.working.values()]).toEqual([expect.objectContaining({ role: 'review', story: '2.1' })]);
    board.observe({ ...agentJob('completed'), id: 10 });
    expect(board.agents.working.size).toBe(0);
    expect(board.agents.count()).toBe(1);
  });

  it("leaves the loop's own jobs out of a commit's checks", () => {
    const run: Happening = {
      kind: 'run',
      id: 5,
      attempt: 1,
      workflow: 'Orchestrate',
      path: '.github/workflows/orchestrate.yml',
      event: 'schedule',
      headSha: head,
      headBranch: 'main',
      status: 'in_progress',
      conclusion: null,
    };
    const board = boardOf([], [run, aCheckRun({ name: 'plan', runId: 5 }), aCheckRun({ conclusion: 'failure' })]);
    expect([...board.checksOf(head)]).toEqual([['test', 'bad']]);
  });

  it('learns from the store what is verified', () => {
    const board = boardOf([]);
    board.learn(new Map([['1.1', { number: '1.1', agentStatus: 'reported_done', verifiedStatus: 'verified' }]]));
    expect(board.stories.get('1.1')?.verified).toBe(true);
    expect(board.stories.get('1.2')?.verified).toBe(false);
  });
});

describe('the live picture', () => {
  const facts = {
    title: 'tidy-print',
    elapsedMs: 61_000,
    violations: 0,
    told: [{ elapsedMs: 59_000, word: 'merge', text: '1.2 Padding — checks green', tone: 'good' as const }],
    columns: 90,
    rows: 24,
    now: Date.parse('2026-01-01T00:00:03Z'),
  };

  it('shows epics, pull requests with their checks, agents and decisions', () => {
    const board = boardOf(story.slice(0, 2), [aPull(), aCheckRun({})]);
    board.observe(agentJob('in_progress'));
    const text = renderFrame(board, facts, plain).join('\n');
    for (const part of [
      '0 of 3 stories',
      '1:01',
      '0/2  Text',
      '#7 1.1 Width',
      '✓ test',
      'agent 1.1 Width',
      'implement  0:03',
      ' 0:59 merge     1.2 Padding — checks green',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each([
    [20, 10],
    [40, 12],
    [80, 24],
    [200, 60],
  ])('stays within %i columns and %i rows', (columns, rows) => {
    const epics = Array.from({ length: 40 }, (_, index) => ({
      number: `${index}`,
      title: 'A title that is longer than most',
      stories: [],
    }));
    const board = createBoard({ epics }, { base: 'main', branchPrefix: 'orchestrate/', ownWorkflows: [] });
    for (let number = 0; number < 50; number += 1) {
      board.observe({ ...aPull({ number, headRef: `orchestrate/${number}.1` }), seq: number, at: '' });
      const text = `the agent could not restate the story: ${'x'.repeat(300)}`;
      board.hear({ kind: 'hold', story: `${number}.1`, text }, { job: 1, run: 1 });
    }
    const told = Array.from({ length: 50 }, () => ({ ...facts.told[0], text: 'x'.repeat(300) }) as ToldLine);
    const lines = renderFrame(board, { ...facts, told, columns, rows }, createPaint(true));
    expect(lines.length).toBeLessThan(rows);
    for (const line of lines) expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(columns);
  });

  it('keeps the newest of what happened in sight, however much there is to show', () => {
    const board = boardOf([]);
    for (let number = 0; number < 20; number += 1) board.observe({ ...aPull({ number }), seq: number, at: '' });
    const told = ['first', 'last'].map((text) => ({ elapsedMs: 0, word: 'merge', text, tone: 'good' as const }));
    expect(renderFrame(board, { ...facts, told }, plain).at(-1)).toContain('last');
  });

  it('says why the line stands still, and what is asked of a person', () => {
    const text = renderFrame(boardOf([]), facts, plain).join('\n');
    expect(text).not.toContain('waits');
    const board = boardOf([]);
    for (const line of [
      '‖ - — the base is red: 1234567',
      '‖ 1.1 — the agent could not restate the story: Which?',
      '‖ 1.2 — in CI',
    ]) {
      const heard = parseJobLine(line);
      if (heard !== null) board.hear(heard, { job: 1, run: 1 });
    }
    board.observe({
      kind: 'push',
      ref: 'refs/heads/main',
      before: '',
      after: head,
      by: 'ada',
      tokenKind: 'user',
      viaMerge: null,
      seq: 1,
      at: '',
    });
    const lines = renderFrame(board, facts, plain);
    expect(lines).toContain(' base aaaaaaa  no check yet  the base is red');
    expect(lines).toContain('waits 1.1 the agent could not restate the story: Which?');
    expect(lines.join('\n')).not.toContain('1.2 in CI');
  });

  it('names a repair by the base that it repairs', () => {
    const lines = ['▸ dispatch (repair) repair-1234567 — test failed at 1234567'];
    const board = boardOf(lines, [aPull({ headRef: 'orchestrate/repair-1234567' })]);
    board.observe(agentJob('in_progress'));
    const text = renderFrame(board, facts, plain).join('\n');
    expect(text).toContain('agent the base at 1234567');
    expect(text).toContain('#7 repair of the base at 1234567');
  });

  it('cuts painted text without cutting its colours', () => {
    const red = '\u001b[31mred text\u001b[39m';
    expect(cut(red, 8)).toBe(red);
    expect(cut(red, 4)).toBe('\u001b[31mred\u001b[0m…');
  });

  it('is drawn over the one before, and not at all when nothing changed', () => {
    const written: string[] = [];
    const screen = openScreen({ write: (text) => written.push(text) });
    screen.draw(['one', 'two']);
    screen.draw(['one', 'two']);
    screen.draw(['three']);
    screen.close();
    expect(written).toEqual([
      '\u001b[?25l',
      'one\u001b[K\ntwo\u001b[K\n\u001b[0J',
      '\u001b[2A\rthree\u001b[K\n\u001b[0J',
      '\u001b[1A\r\u001b[0J\u001b[?25h',
    ]);
  });
});

describe('the live view', () => {
  it('begins on an empty terminal after its size changed, and only then', () => {
    const written: string[] = [];
    const terminal = { columns: 90, rows: 24, write: (text: string) => written.push(text) };
    const viewer = createLiveViewer(terminal, 'tidy-print', plain);
    const drawAt = (elapsedMs: number): void => viewer.draw(boardOf([]), { elapsedMs, violations: 0 });
    drawAt(0);
    drawAt(1000);
    expect(written.join('')).not.toContain('\u001b[2J');
    terminal.columns = 40;
    drawAt(2000);
    expect(written.at(-2)).toBe('\u001b[2J\u001b[H');
    expect(written.at(-1)).toMatch(/^tidy-print/);
  });
});

describe('plain output', () => {
  it('has a line for what matters and none for the rest', () => {
    const board = boardOf(story, [aPull()]);
    const lines = board.told.map((entry) => plainLine(board, entry, 5000)).filter((line) => line !== null);
    expect(lines).toEqual([
      '  0:05  implement 1.1 Width',
      '  0:05  fix       1.1 Width — CI failed: test',
      '  0:05  review    1.1 Width',
      '  0:05  rejected  1.1 Width — review failed (1): AC-1 has no test',
      '  0:05  implement 1.1 Width',
      '  0:05  merge     1.1 Width (#7) — checks green, review passed, base proven',
      '  0:05  verified  1.1 Width — 1 of 3',
    ]);
  });
});

describe('the end', () => {
  const measured = {
    requests: 5,
    violations: [],
    passes: [
      { stepMs: 400, ms: 300, waitedMs: 0 },
      { stepMs: 200, ms: 100, waitedMs: 0 },
      { stepMs: 300, ms: 200, waitedMs: 150 },
    ],
    elapsedMs: 61_400,
    peakMemory: 3 * 1024 * 1024,
  };

  it('is told in figures', () => {
    const board = boardOf(story, [aPull(), aPull({ action: 'closed', merged: true })]);
    board.learn(new Map([['1.1', { number: '1.1', agentStatus: 'reported_done', verifiedStatus: 'verified' }]]));
    expect(summarise(board, measured)).toEqual({
      version: 1,
      stories: 3,
      verified: 1,
      merged: 1,
      rejected: 1,
      waiting: 2,
      runs: 0,
      agent_runs: 0,
      github_requests: 5,
      violations: [],
      median_pass_ms: 100,
      median_pass_with_waiting_ms: 200,
      median_pass_step_ms: 300,
      passes: 3,
      passes_that_waited: 1,
      seconds: 61,
      peak_memory_mb: 3,
    });
  });

  it('names what was mended and why, what waits and for what, and every violation', () => {
    const board = boardOf([...story, '‖ 1.2 — waits for a person'], [aPull()]);
    const violation = { code: 'merge_without_head_sha', detail: '#7', at: '2026-01-01' } as const;
    const summary = summarise(board, { ...measured, violations: [violation] });
    const text = renderReport(
      board,
      { ending: 'stuck', summary, world: '/world', columns: 0, judgements: [] },
      plain,
    ).join('\n');
    for (const part of ['3 attempts', 'CI failed: test', '‖ 1.2', 'merge_without_head_sha', 'world       /world']) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Every story is verified');
  });

  it('does not list a large backlog story by story', () => {
    const stories = Array.from({ length: 60 }, (_, index) => ({ number: `1.${index}`, title: `Story ${index}` }));
    const settings = { base: 'main', branchPrefix: 'orchestrate/', ownWorkflows: [] };
    const board = createBoard({ epics: [{ number: '1', title: 'Big', stories }] }, settings);
    for (const { number } of stories) {
      board.hear(
        { kind: 'decision', decision: 'dispatch', role: 'implement', story: number, because: '' },
        { job: 1, run: 1 },
      );
    }
    board.hear(
      { kind: 'decision', decision: 'dispatch', role: 'fix', story: '1.7', because: 'CI failed' },
      { job: 1, run: 1 },
    );
    board.learn(
      new Map(stories.map(({ number }) => [number, { number, agentStatus: 'x', verifiedStatus: 'verified' }])),
    );
    const summary = summarise(board, measured);
    const lines = renderReport(board, { ending: 'done', summary, world: null, columns: 0, judgements: [] }, plain);
    expect(lines.filter((line) => line.includes('Story '))).toEqual([expect.stringContaining('Story 7')]);
  });
});

describe('the outline of a backlog', () => {
  it('is empty for what is no backlog, which the action refuses with its reasons', () => {
    for (const text of ['', 'null', '[]', '{"epics": 3}']) expect(readOutline(text)).toEqual({ epics: [] });
  });
});
