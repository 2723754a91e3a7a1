import type { InitFacts } from './facts.ts';
import { blocked, done, type Step } from './step.ts';
import { planAccess } from './steps/access.ts';
import { planAgentSecret, planApp, planFirstRun, planSwitch } from './steps/app.ts';
import { planEnvironment } from './steps/environment.ts';
import { ciNames, planFiles } from './steps/files.ts';
import { planBaseRuleset, planGateRuleset, planStateRuleset } from './steps/rulesets.ts';
import type { Wishes } from './wishes.ts';

/** All that it takes from nothing to the first run, in order, each step with how it stands; what stands is not repeated. */
export function planInit(facts: InitFacts, wishes: Wishes): readonly Step[] {
  const access = planAccess(facts);
  if (access.state.kind !== 'done') return [access];
  const { variable } = wishes.agent;
  const steps = [
    access,
    planCi(facts),
    planEnvironment(facts),
    ...planApp(facts),
    ...(variable === null ? [] : [planAgentSecret(facts, variable)]),
    planFiles(facts, wishes),
    planStateRuleset(facts),
    planBaseRuleset(facts),
    ...(wishes.requireGate ? [planGateRuleset(facts)] : []),
    ...(facts.isOff ? [planSwitch(facts)] : []),
  ];
  return [...steps, planFirstRun(facts, steps.find(({ state }) => state.kind !== 'done') ?? null)];
}

/** CI that judges pull requests is the one thing which nobody can propose for a project. */
function planCi(facts: InitFacts): Step {
  const names = ciNames(facts);
  const { base } = facts.doctor;
  const lacking = `no workflow runs on pull requests: write one that runs the project's checks \`on: pull_request\` and on pushes to ${base}, and call it CI`;
  return {
    key: 'ci',
    title: 'CI of your own',
    state: names.length === 0 ? blocked(lacking) : done(names.join(', ')),
    show: [],
    undo: '',
    actions: [],
  };
}
