import { listensTo } from '../../doctor/workflow/branch-filter.ts';
import { type InitFacts, setupBranch } from '../facts.ts';
import { listStarterFiles, slugOf } from '../files/starter-files.ts';
import { detectProject } from '../project/detect-project.ts';
import type { Project } from '../project/project.ts';
import { blocked, done, type Step, type StepState, todo, waiting } from '../step.ts';
import { usualBacklogs, type Wishes } from '../wishes.ts';

/** What the loop needs in the repository, as one pull request; what is there already stays as it is. */
export function planFiles(facts: InitFacts, wishes: Wishes): Step {
  const project = detectProject(facts.sources, facts.doctor.base);
  const files = missingFiles(facts, wishes, project);
  const { owner, repo } = facts.place;
  return {
    key: 'files',
    title: 'The workflows, the configuration and the backlog, as one pull request',
    state: stateOf(facts, Object.keys(files)),
    show: [
      `Adds ${Object.keys(files).join(', ')}.`,
      `Toolchain from ${project.origin}; setup: ${project.setup ?? 'none'}; check: ${project.verify ?? 'none'}.`,
      `Woken by the end of ${ciNames(facts).join(', ') || 'CI'}.`,
    ],
    undo: `close the pull request; gh api --method DELETE repos/${owner}/${repo}/git/refs/heads/${setupBranch}`,
    actions: [
      {
        kind: 'propose',
        branch: setupBranch,
        title: 'Let Orchestrate work on this project',
        body: renderBody(facts, project, Object.keys(files)),
        files,
      },
    ],
  };
}

function missingFiles(facts: InitFacts, wishes: Wishes, project: Project): Readonly<Record<string, string>> {
  const { examples, action, place, doctor, sources } = facts;
  const backlogPath =
    wishes.backlog ?? usualBacklogs.find((path) => sources.texts[path] !== undefined) ?? 'backlog.json';
  const wanted = listStarterFiles({
    examples,
    configPath: wishes.configPath,
    workflowFile: wishes.workflowFile,
    stateBranch: wishes.stateBranch,
    backlogPath,
    slug: wishes.slug ?? slugOf(place.repo),
    action: action ?? '',
    ci: ciNames(facts),
    project,
    agent: wishes.agent,
    requireGate: wishes.requireGate,
  });
  const there = new Set([
    ...doctor.workflows.map((reading) => (reading.kind === 'workflow' ? reading.workflow.path : reading.path)),
    ...(doctor.config.kind === 'missing' ? [] : [wishes.configPath]),
    // The configuration that is there says where the backlog is, or that a server has it.
    ...(doctor.config.kind === 'missing' || doctor.backlog.kind === 'missing' ? [] : [backlogPath]),
    ...(sources.texts[backlogPath] === undefined ? [] : [backlogPath]),
  ]);
  return Object.fromEntries(Object.entries(wanted).filter(([path]) => !there.has(path)));
}

function stateOf({ setupPull, action }: InitFacts, missing: readonly string[]): StepState {
  if (missing.length === 0) return done('they are on the default branch');
  if (setupPull !== null) return waiting(`look through ${setupPull} and merge it`);
  if (action === null) {
    return blocked(
      'which release of Orchestrate is to run is not known: `--action OWNER/NAME@<40 hexadecimal digits>`',
    );
  }
  return todo;
}

/** The names of the workflows that judge pull requests: their end is what the loop waits for. */
export function ciNames({ doctor }: Pick<InitFacts, 'doctor'>): readonly string[] {
  return doctor.workflows.flatMap((reading) => {
    if (reading.kind === 'fault' || reading.workflow.path.endsWith(`/${doctor.workflowFile}`)) return [];
    const filter = reading.workflow.triggers.get('pull_request');
    return filter !== undefined && listensTo(filter, doctor.base) ? [reading.workflow.name] : [];
  });
}

function renderBody(facts: InitFacts, project: Project, paths: readonly string[]): string {
  const { doctor } = facts;
  const names = ciNames(facts);
  return [
    'Made by `npx . init`. Merging it starts the loop: the end of CI on the merge wakes its first run.',
    '',
    ...paths.map((path) => `- \`${path}\``),
    '',
    'Look through before you merge:',
    `- **Toolchain** of the agents' job, in \`orchestrate-assignment.yml\`: taken from ${project.origin}.`,
    `- **\`setup\`** \`${project.setup ?? 'none'}\` and **\`verify\`** \`${project.verify ?? 'none'}\`: the project's own full check on a fresh state.`,
    `- **CI** that wakes the loop: ${names.length === 0 ? 'none is there yet' : names.map((name) => `\`${name}\``).join(', ')}. It has to run on pull requests, and on pushes to \`${doctor.base}\`.`,
    '- **The backlog**: its first stories are what agents will work on.',
    '',
    `To stop at any time: the repository variable \`ORCHESTRATE\` set to \`off\`. To take all of it out again: \`npx . init --remove\`.`,
    '',
  ].join('\n');
}
