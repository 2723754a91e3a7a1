import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass, passUnless } from '../finding.ts';
import { isTrusted, type OwnStep, ownStepsOf } from '../workflow/own-steps.ts';

const remedy =
  'Make a GitHub App, install it on this repository, and hand its installation token to the step, as the examples do.';

/** The trusted phases act as a GitHub App: what `GITHUB_TOKEN` pushes is parked, and what it merges starts no CI. */
export function checkToken(facts: DoctorFacts): readonly Outcome[] {
  const { asker, where } = facts;
  if (where === 'phase' && asker.kind === 'app') return [pass(`acts as the App ${asker.login}`)];
  if (asker.kind === 'github_actions')
    return [fail('this is `GITHUB_TOKEN`: CI waits for approval, or never starts', remedy)];
  if (where === 'phase') {
    return [fail(`this is a token of ${asker.login}: only Apps may report checks`, remedy)];
  }
  const steps = ownStepsOf(facts.workflows, facts.workflowFile).filter(isTrusted);
  if (steps.length === 0) {
    return [cannotTell('no step of the workflow runs a trusted phase', 'Copy the example workflows first.')];
  }
  return passUnless(steps.flatMap(judgeStep), `${steps.length} trusted steps, each with the token of an App`);
}

function judgeStep({ label, phase, job, step }: OwnStep): readonly Outcome[] {
  const token = step.with['token'] ?? '';
  if (/\bsecrets\s*\.\s*GITHUB_TOKEN\b|\bgithub\s*\.\s*token\b/i.test(token)) {
    return [fail(`${label} gives \`GITHUB_TOKEN\` to phase ${phase}`, remedy)];
  }
  const isOfApp = job.steps.some(({ uses }) => uses?.startsWith('actions/create-github-app-token@') === true);
  if (isOfApp && /\bsteps\.[\w-]+\.outputs\.token\b/.test(token)) return [];
  return [
    cannotTell(
      `whose token ${label} gives to phase ${phase} is not plain from the file`,
      'Run the same check where that token is: a step with `phase: doctor` in that job.',
    ),
  ];
}
