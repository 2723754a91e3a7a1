import type { Sha } from './assignment.ts';
import type { CheckFacts, RulesFacts } from './snapshot.ts';

/** The check runs that we put on a head, for people to look at: never evidence for us. */
export const ownChecks = {
  contract: 'orchestrate/contract',
  review: 'orchestrate/review',
  deliverables: 'orchestrate/deliverables',
  gate: 'orchestrate/gate',
} as const;

export type OwnCheck = (typeof ownChecks)[keyof typeof ownChecks];

/** How a check of ours ends; `action_required`: a person is to do something. */
export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'skipped' | 'cancelled' | 'action_required';

/** What is said of a line of a file that the diff changes. */
export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** Whether a rule of the base asks for our gate's check, on every pull request then. */
export function isGateRequired({ requiredChecks }: Pick<RulesFacts, 'requiredChecks'>): boolean {
  return requiredChecks.some(({ name }) => name === ownChecks.gate);
}

/** Whether it was given, by a workflow of the repository or by a pass of ours. */
export function hasGatePassed(checks: readonly Pick<CheckFacts, 'name' | 'state'>[]): boolean {
  return checks.some(({ name, state }) => name === ownChecks.gate && state === 'success');
}

/** Under which name it is remembered what a check of ours says on a commit. */
export function keyOfCheck(sha: Sha, name: OwnCheck): `check ${string} ${OwnCheck}` {
  return `check ${sha} ${name}`;
}

/** The commit and the check that such a name is of; null for any other name. */
export function parseCheckKey(key: string): { readonly sha: Sha; readonly name: OwnCheck } | null {
  const [kind, sha, name, ...rest] = key.split(' ');
  const own = Object.values(ownChecks).find((check) => check === name);
  return kind === 'check' && sha !== undefined && own !== undefined && rest.length === 0 ? { sha, name: own } : null;
}
