import type { Violation } from '../auditor/violation.ts';
import type { Board } from './board.ts';
import type { PassTime } from './passes.ts';

/** What `--summary` writes. */
export interface Summary {
  readonly version: 1;
  readonly stories: number;
  readonly verified: number;
  readonly merged: number;
  /** Reviews that failed, so that the story was done again. */
  readonly rejected: number;
  /** Stories that are not verified in the end. */
  readonly waiting: number;
  readonly runs: number;
  readonly agent_runs: number;
  readonly github_requests: number;
  readonly violations: readonly Violation[];
  /** From a pass's first look to its end, without what it waited for the lease while another was at work. */
  readonly median_pass_ms: number | null;
  /** The same with the waiting. */
  readonly median_pass_with_waiting_ms: number | null;
  /** The whole step, as a person who watches sees it: waiting and the runtime's start included. */
  readonly median_pass_step_ms: number | null;
  readonly passes: number;
  /** Passes that found another one at work. */
  readonly passes_that_waited: number;
  readonly seconds: number;
  readonly peak_memory_mb: number;
}

export interface Measured {
  readonly requests: number;
  readonly violations: readonly Violation[];
  readonly passes: readonly PassTime[];
  readonly elapsedMs: number;
  readonly peakMemory: number;
}

/** The figures of a demonstration. */
export function summarise(board: Board, measured: Measured): Summary {
  const stories = [...board.stories.values()];
  const { passes } = measured;
  const ended = passes.flatMap(({ ms, waitedMs }) => (ms === null ? [] : [{ ms, waitedMs }]));
  const verified = stories.filter((story) => story.verified).length;
  return {
    version: 1,
    stories: stories.length,
    verified,
    merged: [...board.pulls.values()].filter(({ state }) => state === 'merged').length,
    rejected: stories.reduce((sum, { rejections }) => sum + rejections, 0),
    waiting: stories.length - verified,
    runs: board.runs.size,
    agent_runs: board.agents.count(),
    github_requests: measured.requests,
    violations: measured.violations,
    median_pass_ms: median(ended.map(({ ms, waitedMs }) => ms - waitedMs)),
    median_pass_with_waiting_ms: median(ended.map(({ ms }) => ms)),
    median_pass_step_ms: median(passes.map(({ stepMs }) => stepMs)),
    passes: passes.length,
    passes_that_waited: passes.filter(({ waitedMs }) => waitedMs > 0).length,
    seconds: Math.round(measured.elapsedMs / 1000),
    peak_memory_mb: Math.round(measured.peakMemory / 1024 / 1024),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}
