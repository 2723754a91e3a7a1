import type { EnvironmentFacts } from '../../core/repository-settings.ts';
import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';
import { namesOfSecrets } from '../workflow/names-of-secrets.ts';
import { isTrusted, ownStepsOf } from '../workflow/own-steps.ts';

/** The trusted jobs, and they alone, get the App's key: from an environment that only the default branch may enter. */
export function checkEnvironment(facts: DoctorFacts): readonly Outcome[] {
  const steps = ownStepsOf(facts.workflows, facts.workflowFile).filter(isTrusted);
  if (steps.length === 0) {
    return [cannotTell('no trusted job can be found', `Copy the example workflows to where ${facts.workflowFile} is.`)];
  }
  const jobs = [...new Map(steps.map(({ label, job }) => [label, job]))];
  const names = [...new Set(jobs.flatMap(([, { environment }]) => environment ?? []))];
  // Whoever wants no webhook has no secret for it.
  const optional = ['*', ...namesOfSecrets(steps.map(({ step }) => step.with['webhook-url']))];
  const keys = [...new Set(jobs.flatMap(([, { secrets }]) => secrets.filter((name) => !optional.includes(name))))];
  const faults = [
    ...jobs
      .filter(([, { environment }]) => environment === null)
      .map(([label]) => fail(`${label} is trusted, and in no environment`, `Give it \`environment: orchestrate\`.`)),
    ...names.flatMap((name) => judgeEnvironment(name, keys, facts)),
    ...judgeRepositorySecrets(keys, facts),
  ];
  return passUnless(faults, `${names.join(', ')}: only ${facts.repository.defaultBranch}, with ${keys.join(', ')}`);
}

function judgeEnvironment(name: string, keys: readonly string[], facts: DoctorFacts): readonly Outcome[] {
  const found = facts.environments.get(name);
  if (found === undefined || found.kind === 'unseen') {
    const remedy = found?.remedy ?? 'Name the environment plainly, without an expression.';
    return [cannotTell(`the environment ${name}`, remedy)];
  }
  if (found.value === null) {
    return [
      fail(
        `there is no environment ${name}: the first job that names it would make one that lets every branch in`,
        `Settings → Environments → New environment: ${name}; deployment branches: only ${facts.repository.defaultBranch}.`,
      ),
    ];
  }
  return [...judgePolicy(found.value, facts), ...judgeKeys(found.value, keys)];
}

function judgePolicy({ name, policy }: EnvironmentFacts, { repository }: DoctorFacts): readonly Outcome[] {
  const only = repository.defaultBranch;
  const remedy = `Settings → Environments → ${name} → Deployment branches and tags: selected, only ${only}.`;
  switch (policy.kind) {
    case 'none':
      return [fail(`the environment ${name} lets every branch in: whoever may write can take the App's key`, remedy)];
    case 'protected_branches':
      return [cannotTell(`the environment ${name} lets in what is protected, every branch where nothing is`, remedy)];
    case 'patterns': {
      if (policy.patterns.kind === 'unseen') {
        return [cannotTell(`which branches the environment ${name} lets in`, policy.patterns.remedy)];
      }
      const others = policy.patterns.value.filter((pattern) => pattern !== only);
      const isAdmitted = policy.patterns.value.includes(only);
      return [
        ...(isAdmitted
          ? []
          : [fail(`the environment ${name} does not let ${only} in: no trusted job can start`, remedy)]),
        ...(others.length === 0 ? [] : [fail(`the environment ${name} lets ${others.join(', ')} in as well`, remedy)]),
      ];
    }
  }
}

function judgeKeys({ name, secrets }: EnvironmentFacts, keys: readonly string[]): readonly Outcome[] {
  if (secrets.kind === 'unseen') {
    return [cannotTell(`whether ${keys.join(', ')} are in the environment ${name}`, secrets.remedy)];
  }
  const missing = keys.filter((key) => !secrets.value.includes(key));
  if (missing.length === 0) return [];
  return [
    fail(
      `the environment ${name} lacks ${missing.join(', ')}`,
      `Settings → Environments → ${name} → Environment secrets: add ${missing.join(', ')}.`,
    ),
  ];
}

function judgeRepositorySecrets(keys: readonly string[], { repositorySecrets }: DoctorFacts): readonly Outcome[] {
  if (repositorySecrets.kind === 'unseen') {
    return [cannotTell(`whether ${keys.join(', ')} are secrets of the whole repository too`, repositorySecrets.remedy)];
  }
  const open = keys.filter((key) => repositorySecrets.value.includes(key));
  if (open.length === 0) return [];
  return [
    fail(
      `${open.join(', ')} can be read by a workflow on any branch`,
      'Settings → Secrets and variables → Actions: delete them there, and keep them in the environment only.',
    ),
  ];
}
