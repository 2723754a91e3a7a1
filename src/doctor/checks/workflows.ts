import type { DoctorFacts } from '../facts.ts';
import { fail, type Outcome, passUnless } from '../finding.ts';
import { fileOf } from '../workflow/leaf-jobs.ts';
import { findCommentsWorkflow, isTrusted, ownStepsOf } from '../workflow/own-steps.ts';

const pinned = /@[0-9a-f]{40}$/;

/** The workflows of the loop are in their place, each phase runs, and what holds the App's token is pinned. */
export function checkWorkflows({ workflows, workflowFile }: DoctorFacts): readonly Outcome[] {
  const steps = ownStepsOf(workflows, workflowFile);
  const missing = ['plan', 'agent', 'settle'].filter((phase) => !steps.some((step) => step.phase === phase));
  const faults = missing.map((phase) =>
    fail(
      `no step of ${workflowFile}, or of what it calls, runs phase ${phase}`,
      'Copy `examples/orchestrate.yml` and `examples/orchestrate-assignment.yml` to `.github/workflows/`.',
    ),
  );
  const used = steps.filter(isTrusted).flatMap(({ job }) => job.steps.flatMap(({ uses }) => uses ?? []));
  const loose = [...new Set(used)].filter((uses) => !uses.startsWith('./') && !pinned.test(uses));
  const unpinned = loose.map((uses) =>
    fail(
      `${uses} gets the App's token, and whoever moves that name can change what it does`,
      `Pin it: \`uses: ${uses.split('@')[0]}@<40 hexadecimal digits>\`.`,
    ),
  );
  const comments = findCommentsWorkflow(workflows);
  const heard =
    comments === null
      ? 'comments wait for the next run, since nothing runs at once for them (`examples/orchestrate-comments.yml`)'
      : `${fileOf(comments.path)} follows comments at once`;
  return passUnless([...faults, ...unpinned], `plan, agent and settle are there, what is trusted is pinned; ${heard}`);
}
