import { ownCheckPrefix } from '../../core/checks.ts';
import type { SeenCommit } from '../../core/repository-settings.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';
import { listensTo } from '../workflow/branch-filter.ts';
import { fileOf } from '../workflow/leaf-jobs.ts';

/** So long a commit may be without any check: CI needs a moment to begin. */
const graceMinutes = 15;

/** CI runs on the base itself, to its end: without, no merge is ever proven, and nothing goes on. */
export function checkBaseCi(facts: DoctorFacts): readonly Outcome[] {
  const { baseCommits, base } = facts;
  const faults = cancelling(facts);
  if (baseCommits.kind === 'unseen') {
    return [...faults, cannotTell(`CI on ${base}: ${baseCommits.because}`, baseCommits.remedy)];
  }
  const commits = baseCommits.value;
  const tip = commits[0];
  const reported = commits.filter((commit) => countsOf(commit, facts) > 0).length;
  const isSettled = tip !== undefined && facts.now - tip.at > graceMinutes * 60_000;
  if (tip !== undefined && countsOf(tip, facts) === 0) {
    const detail = `the tip of ${base} has no check; ${reported} of its last ${commits.length} commits have`;
    const remedy = `Have CI run \`on: push\` of ${base}, without a path filter: that is how the base is proven.`;
    return [
      ...faults,
      isSettled ? fail(detail, remedy) : cannotTell(`${detail}, and it is young`, 'Ask again in a while.'),
    ];
  }
  return passUnless(
    faults,
    `${reported} of the last ${commits.length} commits of ${base} have checks, its tip among them`,
  );
}

/** What our own jobs and checks report says nothing of the code. */
function countsOf({ checks }: SeenCommit, { workflowFile }: DoctorFacts): number {
  return checks.filter(({ name, workflow }) => workflow !== workflowFile && !name.startsWith(ownCheckPrefix)).length;
}

function cancelling({ workflows, base, workflowFile }: DoctorFacts): readonly Outcome[] {
  return workflows.flatMap((reading) => {
    if (reading.kind !== 'workflow' || !reading.workflow.cancelsInProgress) return [];
    const { path, triggers } = reading.workflow;
    const push = triggers.get('push');
    if (push === undefined || !listensTo(push, base) || fileOf(path) === workflowFile) return [];
    return [
      fail(
        `${fileOf(path)} cancels itself on ${base}, so that most of its commits are never proven`,
        `Write \`cancel-in-progress: \${{ github.ref != 'refs/heads/${base}' }}\`.`,
      ),
    ];
  });
}
