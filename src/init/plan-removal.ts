import { quoteWord } from '../core/quote-word.ts';
import { namesOfSecrets } from '../doctor/workflow/names-of-secrets.ts';
import { appSettingsUrl } from './app-manifest.ts';
import { encodeBranch } from './encode-branch.ts';
import {
  baseRuleset,
  environmentName,
  gateRuleset,
  type InitFacts,
  removalBranch,
  setupBranch,
  stateRuleset,
} from './facts.ts';
import { renderFirstBacklog } from './files/first-backlog.ts';
import { workflowPaths } from './files/starter-files.ts';
import { detectProject } from './project/detect-project.ts';
import { type Action, blocked, call, done, type Step, type StepState, todo, waiting } from './step.ts';
import { planAccess } from './steps/access.ts';
import { usualBacklogs, type Wishes } from './wishes.ts';

const variable = 'ORCHESTRATE';

/**
 * All that takes the loop out of a repository again, in order: it is stopped first, and what its jobs need goes after
 * the workflows that name it (GitHub would make the environment anew, open to every branch).
 */
export function planRemoval(facts: InitFacts, wishes: Wishes): readonly Step[] {
  const access = planAccess(facts);
  if (access.state.kind !== 'done') return [access];
  const files = filesToRemove(facts, wishes);
  const isGone = Object.keys(files).length === 0;
  const after = (steps: readonly Step[]): readonly Step[] =>
    isGone ? steps : steps.map((step) => (step.state.kind === 'todo' ? { ...step, state: filesFirst } : step));
  return [
    access,
    planStop(facts, isGone),
    planFiles(facts, files),
    ...after([
      planRulesets(facts),
      planBranches(facts),
      planEnvironment(facts),
      planSecret(facts, wishes),
      planLabels(facts),
      planVariable(facts),
      planApp(facts),
    ]),
  ];
}

const filesFirst = blocked('the workflows have to go first');

function planStop({ isOff, place }: InitFacts, isGone: boolean): Step {
  const path = `repos/${place.owner}/${place.repo}/actions/variables`;
  return {
    key: 'stop',
    title: 'Stop the loop',
    state: isOff || isGone ? done('nothing new starts') : todo,
    show: [`The repository variable ${variable} becomes \`off\`: nothing new starts; agents at work end.`],
    undo: `gh api --method DELETE ${path}/${variable}`,
    actions: [
      call('POST', path, { name: variable, value: 'off' }, [409]),
      call('PATCH', `${path}/${variable}`, { name: variable, value: 'off' }),
    ],
  };
}

function planFiles({ removalPull, place }: InitFacts, files: Readonly<Record<string, null>>): Step {
  const paths = Object.keys(files);
  return {
    key: 'files',
    title: 'The files, by a pull request',
    state: filesState(paths, removalPull),
    show: [`Takes out ${paths.join(', ')}. A backlog of your own stays.`],
    undo: `close the pull request; gh api --method DELETE repos/${place.owner}/${place.repo}/git/refs/heads/${removalBranch}`,
    actions: [
      {
        kind: 'propose',
        branch: removalBranch,
        title: 'Take Orchestrate out of this project',
        body: 'Made by `npx . init --remove`; start it again after the merge, and it takes out the rest.\n',
        files,
      },
    ],
  };
}

function filesState(paths: readonly string[], url: string | null): StepState {
  if (paths.length === 0) return done('they are gone');
  return url === null ? todo : waiting(`merge ${url}`);
}

function filesToRemove(facts: InitFacts, wishes: Wishes): Readonly<Record<string, null>> {
  const { doctor, examples, sources } = facts;
  const { configPath, backlog } = wishes;
  const ours = workflowPaths(examples, wishes);
  const there = doctor.workflows
    .map((reading) => (reading.kind === 'workflow' ? reading.workflow.path : reading.path))
    .filter((path) => ours.includes(path));
  // What people wrote since then is theirs.
  const untouched = renderFirstBacklog(detectProject(sources, doctor.base));
  const backlogs = (backlog === null ? [...usualBacklogs] : [backlog]).filter(
    (path) => sources.texts[path] === untouched,
  );
  const config = doctor.config.kind === 'missing' ? [] : [configPath];
  return Object.fromEntries([...there, ...config, ...backlogs].map((path) => [path, null]));
}

function planRulesets({ rulesets, place }: InitFacts): Step {
  const ours = rulesets.filter(({ name }) => [baseRuleset, stateRuleset, gateRuleset].includes(name));
  return {
    key: 'rulesets',
    title: 'The rulesets that init made',
    state: ours.length === 0 ? done('there is none') : todo,
    show: [`${ours.map(({ name }) => name).join(', ')}: what else protects your branches stays.`],
    undo: 'npx . init proposes them again',
    actions: ours.map(({ id }) => call('DELETE', `repos/${place.owner}/${place.repo}/rulesets/${id}`, null, [404])),
  };
}

function planBranches({ branches, place, doctor }: InitFacts): Step {
  const ours = branches.filter(
    (name) => [doctor.stateBranch, setupBranch, removalBranch].includes(name) || name.startsWith('orchestrate/'),
  );
  return {
    key: 'branches',
    title: 'Its branches: the state with its history, and the work of agents',
    state: ours.length === 0 ? done('there is none') : todo,
    show: [`${ours.join(', ')}. Pull requests of theirs that are open are closed by that.`],
    undo: `fetch them first to keep them: git fetch origin ${ours.slice(0, 3).map(quoteWord).join(' ')}`,
    actions: ours.map((name) =>
      call('DELETE', `repos/${place.owner}/${place.repo}/git/refs/heads/${encodeBranch(name)}`, null, [404, 422]),
    ),
  };
}

function planEnvironment({ environment, place }: InitFacts): Step {
  const path = `repos/${place.owner}/${place.repo}/environments/${environmentName}`;
  return {
    key: 'environment',
    title: 'The environment, with the secrets in it',
    state: environment === null ? done('it is gone') : todo,
    show: ["The App's key goes with it."],
    undo: 'npx . init makes it again; the key then has to be made anew',
    actions: [call('DELETE', path, null, [404])],
  };
}

function planSecret({ secrets, sources }: InitFacts, { agent }: Wishes): Step {
  const name = agent.variable ?? '';
  // A workflow of the project's own may live on it.
  const isUsed = Object.entries(sources.texts).some(
    ([path, text]) => path.startsWith('.github/workflows/') && namesOfSecrets(text).includes(name),
  );
  const actions: readonly Action[] = [{ kind: 'delete_secret', name }];
  return {
    key: 'agent_secret',
    title: "The agent's key",
    state: secretState(secrets.includes(name), isUsed),
    show: [`The secret ${name}; take it back at its provider as well.`],
    undo: `gh secret set ${name}`,
    actions,
  };
}

function secretState(isThere: boolean, isUsed: boolean): StepState {
  if (!isThere) return done('it is gone');
  return isUsed ? done('it stays: a workflow of yours uses it') : todo;
}

function planLabels({ labels, place }: InitFacts): Step {
  return {
    key: 'labels',
    title: 'Its labels',
    state: labels.length === 0 ? done('there is none') : todo,
    show: [labels.join(', ')],
    undo: 'they come again with the loop',
    actions: labels.map((name) =>
      call('DELETE', `repos/${place.owner}/${place.repo}/labels/${encodeURIComponent(name)}`, null, [404]),
    ),
  };
}

function planVariable({ hasVariable, place }: InitFacts): Step {
  return {
    key: 'variable',
    title: `The variable ${variable}`,
    state: hasVariable ? todo : done('it is gone'),
    show: ['It stops nothing any more.'],
    undo: `gh variable set ${variable} --body off`,
    actions: [call('DELETE', `repos/${place.owner}/${place.repo}/actions/variables/${variable}`, null, [404])],
  };
}

function planApp({ app, place }: InitFacts): Step {
  const url = app === null ? '' : appSettingsUrl(place, app.slug);
  return {
    key: 'app',
    title: 'The App',
    state: app === null ? done('none is known here') : todo,
    show: [`Only you can delete it: your browser opens ${url}; press "Delete GitHub App".`],
    undo: 'npx . init makes another',
    actions: [{ kind: 'forget_app', url }],
  };
}
