import { type Board, createBoard } from '../../sandbox/demo/board.ts';
import { parseJobLine } from '../../sandbox/demo/decision-line.ts';
import type { Happening, KeptEvent } from '../../sandbox/github/world/events.ts';

export const outline = {
  epics: [
    {
      number: '1',
      title: 'Text',
      stories: [
        { number: '1.1', title: 'Width' },
        { number: '1.2', title: 'Padding' },
      ],
    },
    { number: '2', title: 'Numbers', stories: [{ number: '2.1', title: 'Durations' }] },
  ],
};

/** The board after these lines of trusted jobs and these happenings. */
export function boardOf(
  lines: readonly string[],
  happenings: readonly Happening[] = [],
  numbers?: readonly string[],
): Board {
  const settings = { base: 'main', branchPrefix: 'orchestrate/', ownWorkflows: ['.github/workflows/orchestrate.yml'] };
  const stories = numbers?.map((number) => ({ number, title: `Story ${number}` }));
  const board = createBoard(
    stories === undefined ? outline : { epics: [{ number: '1', title: 'One', stories }] },
    settings,
  );
  for (const [index, happening] of happenings.entries()) board.observe({ ...happening, seq: index, at: '' });
  for (const line of lines) {
    const heard = parseJobLine(line);
    if (heard !== null) board.hear(heard, { job: 1, run: 1 });
  }
  return board;
}

export function agentJob(status: 'queued' | 'in_progress' | 'completed'): Extract<KeptEvent, { kind: 'job' }> {
  const rest = { seq: 1, at: '2026-01-01T00:00:00Z', conclusion: null };
  return { kind: 'job', id: 9, runId: 1, name: '1-1 / agent', status, ...rest };
}
