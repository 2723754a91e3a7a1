import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome } from '../finding.ts';
import type { LeafJob } from '../workflow/leaf-jobs.ts';

const hosted = /^(ubuntu|windows|macos)-[\w.-]+$/;
const remedy = "Use GitHub's own machines, or runners started with `--ephemeral`, each thrown away after its job.";

/** Whether what an agent wrote could stay behind on the machine that ran it, and meet the next job there. */
export function judgeMachine({ label, job }: LeafJob, { selfHosted }: DoctorFacts): readonly Outcome[] {
  const { runsOn } = job;
  if (runsOn === null)
    return [cannotTell(`on what machine ${label} runs, an expression says`, 'Write its label plainly.')];
  const others = runsOn.filter((name) => !hosted.test(name));
  if (others.length === 0) return [];
  const where = `${label} runs on ${runsOn.join(', ')}`;
  if (selfHosted.kind === 'unseen') {
    return others.includes('self-hosted')
      ? [
          fail(
            `${where}, machines of your own, and that they are thrown away cannot be seen`,
            `${remedy} ${selfHosted.remedy}`,
          ),
        ]
      : [cannotTell(`${where}, and whose that is`, selfHosted.remedy)];
  }
  const matching = selfHosted.value.filter(({ labels }) => runsOn.every((name) => labels.includes(name)));
  const staying = matching.filter(({ isEphemeral }) => !isEphemeral).map(({ name }) => name);
  if (staying.length > 0) return [fail(`${where}, where ${staying.join(', ')} stays after the job`, remedy)];
  if (matching.length > 0) return [];
  return [
    cannotTell(
      `${where}, which is no runner of this repository`,
      `See that runners of the organisation are ephemeral. ${remedy}`,
    ),
  ];
}
