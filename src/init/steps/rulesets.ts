import type { RequiredCheckFacts } from '../../core/repository-settings.ts';
import { demandsOf } from '../../doctor/demands.ts';
import { baseRuleset, gateRuleset, gateWorkflow, type InitFacts, stateRuleset } from '../facts.ts';
import { type ProposedChecks, proposeChecks } from '../required-checks.ts';
import { type Action, blocked, call, done, type Step, type StepState, todo, waiting } from '../step.ts';

const gateCheck = 'orchestrate/gate';

/** Nobody but the App pushes the branch on which the state lives. */
export function planStateRuleset(facts: InitFacts): Step {
  const { app, doctor } = facts;
  return {
    key: 'state_ruleset',
    title: `A ruleset that lets the App alone push ${doctor.stateBranch}`,
    state: stateState(facts),
    show: ['Whoever could push that branch would be believed.'],
    undo: undoOf(facts, stateRuleset),
    actions: [
      setRuleset(facts, stateRuleset, {
        include: [`refs/heads/${doctor.stateBranch}`],
        rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
        bypass: app === null ? [] : [{ actor_id: app.id, actor_type: 'Integration', bypass_mode: 'always' }],
      }),
    ],
  };
}

function stateState({ app, doctor }: InitFacts): StepState {
  const { stateProtection, stateBranch } = doctor;
  if (stateProtection.kind === 'unseen') return blocked(stateProtection.remedy);
  const { restrictsUpdates, blocksDeletion } = demandsOf(stateProtection.value);
  if (restrictsUpdates && blocksDeletion) return done(`${stateBranch} is protected`);
  if (app === null) return blocked('which App may push it is not known: `--app SLUG`');
  return app.installed === 'no' ? blocked('the App is to be installed first') : todo;
}

/** Nothing comes onto the base but through a pull request with CI's checks. */
export function planBaseRuleset(facts: InitFacts): Step {
  const { doctor } = facts;
  const proposed = proposeChecks(doctor);
  return {
    key: 'base_ruleset',
    title: `A ruleset that lets nothing onto ${doctor.base} but by pull request, with CI's checks`,
    state: baseState(facts, proposed),
    show: [
      `Requires ${proposed.required.map(({ name }) => name).join(', ') || 'no check'}: what ${countPulls(proposed.heads)} of the last week reported.`,
      ...(proposed.sometimes.length === 0
        ? []
        : [
            `Leaves out ${proposed.sometimes.join(', ')}: not every pull request had it, and would wait for it for ever.`,
          ]),
      'No approvals, no force pushes, no deletion, and nobody passes over it: it holds for you as well.',
    ],
    undo: undoOf(facts, baseRuleset),
    actions: [
      setRuleset(facts, baseRuleset, {
        include: [refOf(doctor)],
        rules: baseRules(proposed.required),
        bypass: [],
      }),
    ],
  };
}

/** Every pull request shows what the gate says: which is asked for only when people's have who lets them through. */
export function planGateRuleset(facts: InitFacts): Step {
  const { doctor } = facts;
  const required = { required_status_checks: [{ context: gateCheck }], strict_required_status_checks_policy: false };
  return {
    key: 'gate_ruleset',
    title: `A ruleset that requires ${gateCheck} of every pull request`,
    state: gateState(facts),
    show: [`The App reports it on its own pull requests, ${gateWorkflow} on everybody else's: hence from any source.`],
    undo: undoOf(facts, gateRuleset),
    actions: [
      setRuleset(facts, gateRuleset, {
        include: [refOf(doctor)],
        rules: [{ type: 'required_status_checks', parameters: required }],
        bypass: [],
      }),
    ],
  };
}

function gateState({ doctor }: InitFacts): StepState {
  const { baseProtection, workflows } = doctor;
  if (baseProtection.kind === 'unseen') return blocked(baseProtection.remedy);
  if (demandsOf(baseProtection.value).checks.some(({ name }) => name === gateCheck)) return done('it is required');
  const isThere = workflows.some(
    (reading) => reading.kind === 'workflow' && reading.workflow.path.endsWith(`/${gateWorkflow}`),
  );
  return isThere ? todo : blocked(`${gateWorkflow} has to be on the default branch first`);
}

function refOf({ base, repository }: InitFacts['doctor']): string {
  return base === repository.defaultBranch ? '~DEFAULT_BRANCH' : `refs/heads/${base}`;
}

function countPulls(heads: number): string {
  return heads === 1 ? 'the one pull request' : `each of the ${heads} pull requests`;
}

function baseState({ doctor, setupPull }: InitFacts, proposed: ProposedChecks): StepState {
  const { baseProtection, base, config } = doctor;
  if (baseProtection.kind === 'unseen') return blocked(baseProtection.remedy);
  const demands = demandsOf(baseProtection.value);
  const isAccepted = config.kind === 'config' && config.config.acceptsUnprotected;
  const hasChecks = demands.checks.some(({ name }) => name !== gateCheck);
  const isGuarded = isAccepted || (demands.requiresPullRequest && hasChecks);
  if (isGuarded && demands.blocksForcePushes && demands.blocksDeletion) {
    return done(`${base}: by pull request with ${demands.checks.map(({ name }) => name).join(', ') || 'no check'}`);
  }
  if (proposed.required.length > 0) return todo;
  const lacking = 'no check was reported on every pull request of the last week';
  return setupPull === null
    ? blocked(`${lacking}: open one, and start \`npx . init\` again when its CI has ended`)
    : waiting(`${lacking}: CI on ${setupPull} will show what to require`);
}

function baseRules(checks: readonly RequiredCheckFacts[]): readonly unknown[] {
  const required = checks.map(({ name, appId }) => ({ context: name, integration_id: appId }));
  return [
    {
      type: 'pull_request',
      parameters: {
        required_approving_review_count: 0,
        dismiss_stale_reviews_on_push: false,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_review_thread_resolution: false,
      },
    },
    {
      type: 'required_status_checks',
      parameters: { required_status_checks: required, strict_required_status_checks_policy: false },
    },
    { type: 'non_fast_forward' },
    { type: 'deletion' },
  ];
}

function setRuleset(
  { place, rulesets }: InitFacts,
  name: string,
  wanted: {
    readonly include: readonly string[];
    readonly rules: readonly unknown[];
    readonly bypass: readonly unknown[];
  },
): Action {
  const path = `repos/${place.owner}/${place.repo}/rulesets`;
  const body = {
    name,
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: wanted.include, exclude: [] } },
    rules: wanted.rules,
    bypass_actors: wanted.bypass,
  };
  const before = rulesets.find((ruleset) => ruleset.name === name);
  return before === undefined ? call('POST', path, body) : call('PUT', `${path}/${before.id}`, body);
}

function undoOf({ place }: InitFacts, name: string): string {
  return `Settings → Rules → Rulesets → ${name} → Delete ruleset (${place.serverUrl}/${place.owner}/${place.repo}/rules)`;
}
