import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass, passUnless } from '../finding.ts';
import { namesOfSecrets } from '../workflow/names-of-secrets.ts';
import { type OwnStep, ownStepsOf } from '../workflow/own-steps.ts';

/** The variables that agents are to see are handed to their step, and the secrets behind them exist. */
export function checkAgentVariables(facts: DoctorFacts): readonly Outcome[] {
  const { config, workflows, workflowFile } = facts;
  if (config.kind !== 'config') {
    return [cannotTell('what agents may see stands in the configuration', 'Mend the configuration first.')];
  }
  const wanted = config.config.agentVariables;
  const steps = ownStepsOf(workflows, workflowFile).filter(({ phase }) => phase === 'agent');
  if (steps.length === 0) {
    return [fail('no step runs phase agent', `Copy \`examples/orchestrate-assignment.yml\` next to ${workflowFile}.`)];
  }
  if (wanted.length === 0) return [pass('agents get no variable (`agents.environment` is empty)')];
  return passUnless(
    steps.flatMap((step) => judgeStep(step, wanted, facts)),
    `agents get ${wanted.join(', ')}`,
  );
}

function judgeStep({ label, step }: OwnStep, wanted: readonly string[], facts: DoctorFacts): readonly Outcome[] {
  const missing = wanted.filter((name) => step.env[name] === undefined);
  const secrets = namesOfSecrets(wanted.flatMap((name) => step.env[name] ?? []));
  return [
    ...missing.map((name) =>
      fail(
        `\`agents.environment\` names ${name}, and ${label} does not set it`,
        `Add \`${name}: \${{ secrets.${name} }}\` to the \`env:\` of that step.`,
      ),
    ),
    ...judgeSecrets(secrets, facts),
  ];
}

function judgeSecrets(names: readonly string[], { repositorySecrets }: DoctorFacts): readonly Outcome[] {
  if (names.length === 0) return [];
  if (repositorySecrets.kind === 'unseen') {
    return [cannotTell(`whether there are secrets ${names.join(', ')}`, repositorySecrets.remedy)];
  }
  return names
    .filter((name) => !repositorySecrets.value.includes(name))
    .map((name) =>
      fail(
        `there is no secret ${name}, so that agents get an empty variable`,
        `Settings → Secrets and variables → Actions → New repository secret: ${name}.`,
      ),
    );
}
