import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export type JobResultName = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A job's result as `needs` sees it. */
export interface JobResult {
  readonly result: JobResultName;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What a run remembers of its jobs between attempts, and across a restart of the sandbox. */
export interface RunMemory {
  result(key: string): JobResult | null;
  keyOf(jobId: number): string | null;
  /** Keys of jobs that failed, were cancelled, or never ended. */
  unfinishedOrFailed(): readonly string[];
  started(key: string, jobId: number): void;
  ended(key: string, result: JobResult): void;
}

const memorySchema = z.object({
  version: z.literal(1),
  jobs: z.record(
    z.string(),
    z.object({
      jobIds: z.array(z.number()),
      result: z
        .object({
          result: z.enum(['success', 'failure', 'cancelled', 'skipped']),
          outputs: z.record(z.string(), z.string()),
        })
        .nullable(),
    }),
  ),
});

type MemoryFile = z.infer<typeof memorySchema>;

/** Opens a run's memory, a JSON file below the workspace that is written whole after every change. */
export function openRunMemory(workspace: string, runId: number): RunMemory {
  const folder = join(workspace, 'memory');
  const path = join(folder, `${runId}.json`);
  const { jobs } = readMemory(path);

  function save(): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify({ version: 1, jobs } satisfies MemoryFile));
    renameSync(`${path}.new`, path);
  }

  return {
    result: (key) => jobs[key]?.result ?? null,
    keyOf: (jobId) => Object.entries(jobs).find(([, job]) => job.jobIds.includes(jobId))?.[0] ?? null,
    unfinishedOrFailed: () =>
      Object.entries(jobs)
        .filter(
          ([, job]) => job.result === null || job.result.result === 'failure' || job.result.result === 'cancelled',
        )
        .map(([key]) => key),
    started(key, jobId) {
      jobs[key] = { jobIds: [...(jobs[key]?.jobIds ?? []), jobId], result: null };
      save();
    },
    ended(key, result) {
      jobs[key] = {
        jobIds: jobs[key]?.jobIds ?? [],
        result: { result: result.result, outputs: { ...result.outputs } },
      };
      save();
    },
  };
}

function readMemory(path: string): MemoryFile {
  if (!existsSync(path)) return { version: 1, jobs: {} };
  return memorySchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
