import type { RequiredCheckFacts } from '../../core/repository-settings.ts';
import { demandsOf } from '../demands.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass, passUnless } from '../finding.ts';
import { fileOf, leafJobsOf } from '../workflow/leaf-jobs.ts';
import type { Workflow } from '../workflow/parse-workflow.ts';

/** Where a queue merges, every workflow that a required check comes from runs for the queue's groups too. */
export function checkMergeQueue(facts: DoctorFacts): readonly Outcome[] {
  const { baseProtection, base } = facts;
  if (baseProtection.kind === 'unseen') {
    return [cannotTell(`the rules of ${base}: ${baseProtection.because}`, baseProtection.remedy)];
  }
  const demands = demandsOf(baseProtection.value);
  if (!demands.queue) return [pass(`${base} has no merge queue`)];
  return passUnless(
    demands.checks.flatMap((check) => judge(check, facts)),
    'whatever is required runs for the groups of the queue',
  );
}

const actionsApp = 15_368;

function judge(check: RequiredCheckFacts, facts: DoctorFacts): readonly Outcome[] {
  const producers = producersOf(check, facts);
  const deaf = producers.filter(({ triggers }) => !triggers.has('merge_group'));
  if (producers.length > 0 && deaf.length === 0) return [];
  if (deaf.length > 0) {
    return deaf.map(({ path }) =>
      fail(
        `${fileOf(path)} reports ${check.name}, and not for the groups of the merge queue, which wait for it for ever`,
        `Add \`merge_group:\` under \`on:\` in ${fileOf(path)}.`,
      ),
    );
  }
  const remedy = 'See that whoever reports it does so for the commits of `gh-readonly-queue/` as well.';
  return [cannotTell(`where ${check.name} comes from cannot be read from the workflows`, remedy)];
}

/** The workflows a check comes from: those that reported it, else those that have a job of its name. */
function producersOf({ name, appId }: RequiredCheckFacts, facts: DoctorFacts): readonly Workflow[] {
  const { workflows, pullRequestHeads } = facts;
  if (appId !== null && appId !== actionsApp) return [];
  const readable = workflows.flatMap((reading) => (reading.kind === 'workflow' ? [reading.workflow] : []));
  const seen = pullRequestHeads.kind === 'seen' ? pullRequestHeads.value.flatMap(({ checks }) => checks) : [];
  const files = new Set(seen.filter((check) => check.name === name).map(({ workflow }) => workflow));
  const reporters = readable.filter(({ path }) => files.has(fileOf(path)));
  if (reporters.length > 0) return reporters;
  return readable.filter(
    (workflow) =>
      workflow.triggers.has('pull_request') &&
      leafJobsOf(workflow, workflows).some(
        ({ job }) => job.name === name || (job.hasMatrix && name.startsWith(`${job.name} (`)),
      ),
  );
}
