import { appPermissions, appSettingsUrl, installationUrl } from '../app-manifest.ts';
import { appSecrets, environmentName, type InitFacts, type OwnApp } from '../facts.ts';
import { blocked, call, done, type Step, type StepState, todo } from '../step.ts';

/** The App in whose name all is done; its installation; its key, where only the default branch gets it. */
export function planApp(facts: InitFacts): readonly Step[] {
  return [planMaking(facts), planInstallation(facts), planSecrets(facts)];
}

function planMaking(facts: InitFacts): Step {
  const { app, place } = facts;
  const asked = Object.entries(appPermissions()).map(([scope, level]) => `${scope}: ${level}`);
  return {
    key: 'app',
    title: `A GitHub App of ${place.owner}'s own`,
    state: makingState(facts),
    show: [
      `It may: ${asked.join(', ')}. It is private, has no webhook, and acts where you install it.`,
      ...(place.ownerKind === 'Organization' ? [`Only owners of ${place.owner} can make one there.`] : []),
      'Your browser opens GitHub with the form filled in; press "Create GitHub App". GitHub sends you back here.',
    ],
    undo: app === null ? "Delete it in the App's settings → Advanced" : appSettingsUrl(place, app.slug),
    actions: [{ kind: 'make_app' }],
  };
}

function makingState(facts: InitFacts): StepState {
  if (facts.app !== null) return done(facts.app.slug);
  return holdsKeys(facts) ? done('the environment holds the key of one') : todo;
}

function planInstallation(facts: InitFacts): Step {
  const { app, place } = facts;
  const url = app === null ? '' : installationUrl(place, app.slug);
  return {
    key: 'app_installed',
    title: `Installed on ${place.owner}/${place.repo}`,
    state: app === null ? beforeApp(facts) : installationState(app.installed, app.slug),
    show: ['Your browser opens the page with this repository chosen; press "Install".'],
    undo: `${place.serverUrl}/settings/installations → Configure → Uninstall`,
    actions: [{ kind: 'install_app', url }],
  };
}

function installationState(installed: OwnApp['installed'], slug: string): StepState {
  switch (installed) {
    case 'yes':
      return done(`${slug} is installed`);
    case 'everywhere':
      return done(`${slug} is installed, on every repository of its owner: this one would do`);
    case 'unknown':
      return done(`only ${slug} itself sees that, and its key is not at hand; a rehearsal shows it`);
    case 'no':
      return todo;
  }
}

function planSecrets(facts: InitFacts): Step {
  const { app, place } = facts;
  const environment = environmentName;
  const secrets = `repos/${place.owner}/${place.repo}/environments/${environment}/secrets`;
  return {
    key: 'app_secrets',
    title: `Its client id and key, as secrets of the environment ${environment}`,
    state: secretsState(facts),
    show: [
      `${appSecrets.join(' and ')}; the key goes from here to \`gh\` by standard input, and is kept here no longer.`,
      ...(app === null ? [] : [`The client id is ${app.clientId}.`]),
    ],
    undo: appSecrets.map((name) => `gh api --method DELETE ${secrets}/${name}`).join('; '),
    actions: [
      { kind: 'set_secret', name: appSecrets[0], environment, value: 'app_id' },
      { kind: 'set_secret', name: appSecrets[1], environment, value: 'app_key' },
      { kind: 'forget_key' },
    ],
  };
}

function secretsState(facts: InitFacts): StepState {
  const { app, environment, place } = facts;
  // A key that is still here was not handed over to the end.
  if (holdsKeys(facts) && app?.key !== 'noted') return done('both are there');
  if (environment === null) return blocked('the environment comes first');
  if (app === null) return blocked('the App comes first');
  if (app.installed === 'no') return blocked('the App is to be installed first');
  if (app.key !== null) return todo;
  const settings = appSettingsUrl(place, app.slug).replace(/\/advanced$/, '');
  return blocked(`its key is not at hand: ${settings} → Generate a private key, then \`--app-key FILE\``);
}

function beforeApp(facts: InitFacts): StepState {
  return holdsKeys(facts) ? done('which App it is was not said (`--app`)') : blocked('the App comes first');
}

function holdsKeys({ environment }: InitFacts): boolean {
  const secrets = environment?.secrets;
  return secrets?.kind === 'seen' && appSecrets.every((name) => secrets.value.includes(name));
}

/** The key with which the agents' model is paid. */
export function planAgentSecret({ secrets, place }: InitFacts, variable: string): Step {
  return {
    key: 'agent_secret',
    title: `Your agent's key, as the secret ${variable}`,
    state: secrets.includes(variable) ? done('it is there') : todo,
    show: [`Taken from the variable ${variable} here, or asked for; give it a spending limit at its provider.`],
    undo: `gh api --method DELETE repos/${place.owner}/${place.repo}/actions/secrets/${variable}`,
    actions: [{ kind: 'set_secret', name: variable, environment: null, value: 'agent_key' }],
  };
}

/** The variable that stops everything is taken away. */
export function planSwitch({ place }: InitFacts): Step {
  const path = `repos/${place.owner}/${place.repo}/actions/variables/ORCHESTRATE`;
  return {
    key: 'switch',
    title: 'The loop, switched on',
    state: todo,
    show: ['The repository variable ORCHESTRATE is `off`, so that nothing would start.'],
    undo: 'gh variable set ORCHESTRATE --body off',
    actions: [call('DELETE', path, null, [404])],
  };
}

/** The loop's first run, when nothing is left to be done. */
export function planFirstRun({ hasRun, place, doctor }: InitFacts, left: Step | null): Step {
  const { workflowFile, repository } = doctor;
  const runs = `repos/${place.owner}/${place.repo}/actions/workflows/${workflowFile}`;
  return {
    key: 'first_run',
    title: 'The first run',
    state: hasRun ? done('it has run') : left === null ? todo : blocked(`after: ${left.title}`),
    show: ['Agents start on the stories that are ready, and it goes on by itself from there.'],
    undo: `cancel the run; \`gh variable set ORCHESTRATE --body off\` stops all at no cost`,
    actions: [call('POST', `${runs}/dispatches`, { ref: repository.defaultBranch })],
  };
}
