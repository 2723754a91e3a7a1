import { ownCheckPrefix } from '../core/checks.ts';
import type { RequiredCheckFacts } from '../core/repository-settings.ts';
import type { DoctorFacts } from '../doctor/facts.ts';
import { gateWorkflow } from './facts.ts';

const days = 7;

export interface ProposedChecks {
  /** What every recent pull request was told, each with the app that told it. */
  readonly required: readonly RequiredCheckFacts[];
  /** What only some were told: a filter of paths, say, would keep the others waiting for ever. */
  readonly sometimes: readonly string[];
  /** How many pull requests that rests on. */
  readonly heads: number;
}

/** What to require of pull requests: what CI reported on each one of the last week. */
export function proposeChecks({ pullRequestHeads, now, workflowFile }: DoctorFacts): ProposedChecks {
  const own: readonly (string | null)[] = [workflowFile, gateWorkflow];
  const recent = pullRequestHeads.kind === 'seen' ? pullRequestHeads.value : [];
  const heads = recent
    .filter(({ at }) => now - at <= days * 24 * 60 * 60_000)
    .map(({ checks }) =>
      checks.filter(
        ({ name, appId, workflow }) => appId !== null && !own.includes(workflow) && !name.startsWith(ownCheckPrefix),
      ),
    )
    .filter((checks) => checks.length > 0);
  const all = new Map(heads.flat().map(({ name, appId }) => [`${appId} ${name}`, { name, appId }]));
  const isEverywhere = ({ name, appId }: RequiredCheckFacts): boolean =>
    heads.every((checks) => checks.some((check) => check.name === name && check.appId === appId));
  const seen = [...all.values()];
  return {
    required: seen.filter(isEverywhere),
    sometimes: seen.filter((check) => !isEverywhere(check)).map(({ name }) => name),
    heads: heads.length,
  };
}
