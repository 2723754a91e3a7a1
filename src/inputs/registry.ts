import { findBranchFault } from '../config/branch-name.ts';
import { findPathFault } from '../config/repository-path.ts';
import {
  findAddressFault,
  findArtifactFault,
  findCommentFault,
  findDigestFault,
  findIdFault,
  findLoginFault,
  findSwitchFault,
  findWorkflowFault,
} from './faults.ts';

export const phases = ['plan', 'agent', 'settle', 'command', 'doctor'] as const;
export type Phase = (typeof phases)[number];

interface InputDefinition {
  readonly description: string;
  /** The phases that take it; given to another one it is a mistake, and for a secret a dangerous one. */
  readonly phases: readonly Phase[];
  /** Whether each of those phases needs it. */
  readonly required: boolean;
  /** What stands in action.yml; null where there is no default, or only one that depends on the machine. */
  readonly default: string | null;
  readonly secret: boolean;
  /** Why a given value cannot stand; null when it can. */
  readonly fault: (value: string) => string | null;
}

/** Every input of the action. action.yml and the reference are generated from this. */
export const inputs = {
  phase: {
    description:
      'What this job does: `plan` observes, decides and dispatches agents; `agent` runs one agent on one assignment; `settle` judges what that agent left behind; `command` does what a person asks for; `doctor` looks whether the repository has all it takes.',
    phases,
    required: true,
    default: null,
    secret: false,
    fault: (value) => (phases.some((phase) => phase === value) ? null : `must be one of ${phases.join(', ')}`),
  },
  token: {
    description:
      'An installation token of the GitHub App that Orchestrate acts as. Only for the trusted phases: an agent job never gets it.',
    phases: ['plan', 'settle', 'command', 'doctor'],
    required: true,
    default: null,
    secret: true,
    fault: () => null,
  },
  'approval-token': {
    description:
      "The job's own token, `github.token`, where the configuration says `approve: actions`: in its name a passing verdict becomes an approval. The job needs `pull-requests: write`. Empty: people approve.",
    phases: ['plan', 'settle', 'command'],
    required: false,
    default: null,
    secret: true,
    fault: () => null,
  },
  config: {
    description: 'Path of the configuration in the repository; always read from the default branch.',
    phases: ['plan', 'settle', 'command', 'doctor'],
    required: false,
    default: '.github/orchestrate.yml',
    secret: false,
    fault: findPathFault,
  },
  assignment: {
    description: 'Id of the assignment that this job is about, as the matrix of `plan` gives it.',
    phases: ['agent', 'settle'],
    required: true,
    default: null,
    secret: false,
    fault: findIdFault,
  },
  assignments: {
    description:
      'Folder of the assignments: `plan` writes them there, `agent` reads its own from there. Default: a folder under `RUNNER_TEMP`.',
    phases: ['plan', 'agent'],
    required: false,
    default: null,
    secret: false,
    fault: () => null,
  },
  outcome: {
    description: 'Folder into which the agent phase writes its outcome. Default: a folder under `RUNNER_TEMP`.',
    phases: ['agent'],
    required: false,
    default: null,
    secret: false,
    fault: () => null,
  },
  'outcome-artifact': {
    description: 'Id of the artifact that holds the outcome: the output `artifact-id` of its upload.',
    phases: ['settle'],
    required: true,
    default: null,
    secret: false,
    fault: findArtifactFault,
  },
  'outcome-digest': {
    description: 'SHA-256 digest of that artifact: the output `artifact-digest` of its upload.',
    phases: ['settle'],
    required: true,
    default: null,
    secret: false,
    fault: findDigestFault,
  },
  'state-branch': {
    description: 'Orphan branch on which the embedded store keeps the state of the project.',
    phases: ['plan', 'settle', 'command', 'doctor'],
    required: false,
    default: 'orchestrate-state',
    secret: false,
    fault: findBranchFault,
  },
  workflow: {
    description: 'File name of the Orchestrate workflow under `.github/workflows`, started again while there is work.',
    phases: ['plan', 'settle', 'command', 'doctor'],
    required: false,
    default: 'orchestrate.yml',
    secret: false,
    fault: findWorkflowFault,
  },
  'dry-run': {
    description:
      '`true`: looks and decides as a pass does, and tells what would be done, with a forecast; nothing is written anywhere, no agent is handed out.',
    phases: ['plan'],
    required: false,
    default: 'false',
    secret: false,
    fault: findSwitchFault,
  },
  record: {
    description:
      'Folder into which a pass writes what it saw, remembered, decided and did, for `npm run replay`. Default: a folder under `RUNNER_TEMP`.',
    phases: ['plan', 'settle', 'command'],
    required: false,
    default: null,
    secret: false,
    fault: () => null,
  },
  'webhook-url': {
    description:
      'Address that is told of what people should know at once: a story handed to a person, a red base, a spent budget, the end. Its form is `notify.format` in the configuration. https only. Empty: nobody is told.',
    phases: ['plan', 'settle', 'command'],
    required: false,
    default: null,
    secret: true,
    fault: findAddressFault,
  },
  rehearse: {
    description:
      '`true`: a rehearsal in place of a pass, see the doctor. A canary pull request is opened, and one agent job is handed out in which no agent works; its settle closes the canary and says what was seen.',
    phases: ['plan'],
    required: false,
    default: 'false',
    secret: false,
    fault: findSwitchFault,
  },
  'loopctl-url': {
    description:
      'Address of a loopctl server, without `/api/v1`; its keys come as the variables `LOOPCTL_ORCH_KEY`, `LOOPCTL_AGENT_KEY` and `LOOPCTL_REVIEWER_KEY`. Empty: the embedded store, which needs no server and no keys.',
    phases: ['plan', 'settle', 'command', 'doctor'],
    required: false,
    default: null,
    secret: false,
    fault: findAddressFault,
  },
  command: {
    description:
      'What a person asks for: what could be written in a comment after `/orchestrate`, alone or with what it is about, as in `retry 2.1: use the streaming parser`. Where it stands in a comment, `comment` is given in its place.',
    phases: ['command'],
    required: true,
    default: null,
    secret: false,
    fault: () => null,
  },
  comment: {
    description:
      'In place of `command`: the id of the comment in which a person gives commands, or `dashboard` where a person ticked a box there. Every comment and every tick that nobody has answered yet is read, whichever woke this job.',
    phases: ['command'],
    required: false,
    default: null,
    secret: false,
    fault: findCommentFault,
  },
  story: {
    description:
      'What the command is about where that does not stand in the command itself: the number of a story, or the SHA for `approve-paths`.',
    phases: ['command'],
    required: false,
    default: null,
    secret: false,
    fault: () => null,
  },
  actor: {
    description:
      'Login of the person whose command it is and whose permission counts. Default: who started the run (`github.triggering_actor`).',
    phases: ['command'],
    required: false,
    default: null,
    secret: false,
    fault: findLoginFault,
  },
} as const satisfies Record<string, InputDefinition>;

export type InputName = keyof typeof inputs;
export const inputNames = Object.keys(inputs) as readonly InputName[];

/** The definition of one input, in the registry's general form. */
export function inputDefinition(name: InputName): InputDefinition {
  return inputs[name];
}

/** Inputs that had another name before: using the old one fails with the new one. */
export const renamedInputs = { 'github-token': 'token' } as const satisfies Record<string, InputName>;

interface OutputDefinition {
  readonly description: string;
  readonly phases: readonly Phase[];
}

/** Every output of the action. */
export const outputs = {
  matrix: {
    description:
      'JSON array of `{id, ref, review}`, one entry per assignment: its id, the commit its checkout starts from, and whether it is a review.',
    phases: ['plan'],
  },
  count: { description: 'Number of assignments in the matrix; guard the matrix job with it.', phases: ['plan'] },
  assignments: { description: 'Folder that holds one file per assignment, to be uploaded.', phases: ['plan'] },
  merged: { description: 'Number of pull requests merged by this pass.', phases: ['plan', 'settle'] },
  verified: { description: 'Number of stories verified so far.', phases: ['plan', 'settle'] },
  waiting: { description: 'Number of stories that wait for a person.', phases: ['plan', 'settle'] },
  done: { description: '`true` when every story is verified.', phases: ['plan', 'settle'] },
  escalated: {
    description: 'JSON array of the stories that began to wait for a person in this pass.',
    phases: ['plan', 'settle'],
  },
  base: {
    description: 'How the base stands: `proven`, `pending`, `red`, or `unknown` where a person has to look.',
    phases: ['plan', 'settle'],
  },
  paused: {
    description: '`true` while the project is paused, by a person or by a spent budget.',
    phases: ['plan', 'settle'],
  },
  outcome: { description: 'Folder that holds the outcome, to be uploaded.', phases: ['agent'] },
  answer: { description: 'What came of the command, in one line.', phases: ['command'] },
  failures: {
    description: 'Number of faults that the doctor, or a rehearsal, found.',
    phases: ['doctor', 'plan', 'settle'],
  },
} as const satisfies Record<string, OutputDefinition>;

export type OutputName = keyof typeof outputs;
