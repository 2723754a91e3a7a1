import { environmentName, type InitFacts } from '../facts.ts';
import { blocked, call, done, type Step, type StepState, todo } from '../step.ts';

/** The environment which keeps the App's key from every branch but the default one. */
export function planEnvironment(facts: InitFacts): Step {
  const { place, doctor } = facts;
  const path = `repos/${place.owner}/${place.repo}/environments/${environmentName}`;
  const only = doctor.repository.defaultBranch;
  return {
    key: 'environment',
    title: `An environment \`${environmentName}\` that only ${only} may enter`,
    state: stateOf(facts),
    show: [`Jobs on ${only} alone get what it holds; without this, a workflow on any branch could read the App's key.`],
    undo: `gh api --method DELETE ${path}`,
    actions: [
      call('PUT', path, { deployment_branch_policy: { protected_branches: false, custom_branch_policies: true } }),
      // The same policy a second time is answered 303, and there already.
      call('POST', `${path}/deployment-branch-policies`, { name: only }, [303, 422]),
    ],
  };
}

function stateOf({ environment, doctor }: InitFacts): StepState {
  const only = doctor.repository.defaultBranch;
  if (environment === null || environment.policy.kind !== 'patterns') return todo;
  const { patterns } = environment.policy;
  if (patterns.kind === 'unseen') return blocked(patterns.remedy);
  const others = patterns.value.filter((pattern) => pattern !== only);
  if (others.length > 0) {
    const where = `Settings → Environments → ${environmentName} → Deployment branches and tags`;
    return blocked(`it lets ${others.join(', ')} in as well: take that out (${where})`);
  }
  return patterns.value.includes(only) ? done(`only ${only} may enter it`) : todo;
}
