import type { SandboxGitHub } from '../../sandbox/github/start.ts';

export interface CiRun {
  readonly event: 'push' | 'pull_request';
  readonly branch: string;
  /** What the workflow calls itself. */
  readonly name: string;
  readonly actor: string;
}

/** A run of `ci.yml` at the tip of a branch: its one job, `test`, is green. */
export function runGreenCi({ host, world }: SandboxGitHub, { event, branch, name, actor }: CiRun): void {
  const sha = world.branches().get(branch) ?? '';
  const ref = `refs/heads/${branch}`;
  const trigger = { event, ref, sha, headSha: sha, headBranch: branch, actor, payload: {} };
  const workflowPath = '.github/workflows/ci.yml';
  const { id } = host.createRun({ workflowPath, workflowName: name, runName: name, trigger });
  const job = host.createJob({ runId: id, name: 'test' });
  host.updateJob(job.id, { status: 'completed', conclusion: 'success' });
  host.updateRun(id, { status: 'completed', conclusion: 'success' });
}
