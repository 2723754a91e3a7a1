import { defaultTreeLimits } from '../core/tree-refusals.ts';
import { GitError } from './git-error.ts';
import { type JudgedWork, judgeWork, type WorkRequest } from './judge-work.ts';

/** Judges a commit that a bare repository of ours holds with its history; what git cannot read is a fault. */
export async function judgeCommit(repository: string, request: WorkRequest): Promise<JudgedWork> {
  try {
    // The same limits as in a quarantine: large files are not read whole, and no allocation is without end.
    return await judgeWork(request, defaultTreeLimits, {
      gitDir: repository,
      env: { GIT_ALLOC_LIMIT: '500m' },
      config: { 'core.bigFileThreshold': '5m', 'protocol.allow': 'never' },
      timeoutSeconds: 120,
    });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { kind: 'fault', detail: `git could not read ${request.head}: ${error.message.slice(0, 1000)}` };
  }
}
