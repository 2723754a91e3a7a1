import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';
import { listensTo } from '../workflow/branch-filter.ts';
import { fileOf, type LeafJob, leafJobsOf } from '../workflow/leaf-jobs.ts';
import type { TriggerFilter, Workflow } from '../workflow/parse-workflow.ts';
import { writesOf } from '../workflow/permissions.ts';
import { judgeMachine } from './ci-machine.ts';
import { judgeEnvironmentFor } from './ci-secrets.ts';

/** A branch as agents get one: the CI that runs on it is the CI that runs what they wrote, before any review. */
const agentBranch = 'orchestrate/1.1';

/** CI of agents' branches holds no secret, no token that can write and no machine that outlives it. */
export function checkCiToken(facts: DoctorFacts): readonly Outcome[] {
  const readings = facts.workflows.flatMap((reading): readonly Outcome[] => {
    if (reading.kind === 'fault') {
      return [cannotTell(`${fileOf(reading.path)} ${reading.what}`, 'Mend it; GitHub does not run it either.')];
    }
    const { workflow } = reading;
    const leaves = runsAgentsCode(workflow, facts.base) ? leafJobsOf(workflow, facts.workflows) : [];
    return [...leaves.flatMap((leaf) => judgeLeaf(leaf, facts)), ...judgeTarget(workflow, facts)];
  });
  const files = facts.workflows.flatMap((reading) =>
    reading.kind === 'workflow' && runsAgentsCode(reading.workflow, facts.base) ? fileOf(reading.workflow.path) : [],
  );
  const what = files.length === 0 ? 'no workflow runs' : `what runs (${files.join(', ')}) holds nothing`;
  return passUnless(readings, `on agents' branches ${what}`);
}

/** Triggers whose workflow runs on the pushed branch itself. */
const ofBranch = ['push', 'create'];
/** Triggers whose workflow runs on what a pull request would merge to. */
const ofPull = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

function runsAgentsCode({ triggers }: Workflow, base: string): boolean {
  const listens = (events: readonly string[], branch: string): boolean =>
    events.some((event) => isListening(triggers.get(event), branch));
  return listens(ofBranch, agentBranch) || listens(ofPull, base);
}

function isListening(filter: TriggerFilter | undefined, branch: string): boolean {
  return filter !== undefined && listensTo(filter, branch);
}

function judgeLeaf(leaf: LeafJob, facts: DoctorFacts): readonly Outcome[] {
  return [...judgeSecrets(leaf, facts), ...judgePermissions(leaf, facts), ...judgeMachine(leaf, facts)];
}

function judgeSecrets({ label, job, secrets }: LeafJob, facts: DoctorFacts): readonly Outcome[] {
  if (secrets.length === 0) return [];
  const names = secrets.includes('*') ? 'every secret of the repository' : secrets.join(', ');
  const remedy =
    'Move that job to a workflow that runs on the base only, or the secret to an environment whose branch policy keeps `orchestrate/**` out.';
  if (job.environment === null) return [fail(`${label} hands ${names} to what agents wrote`, remedy)];
  return judgeEnvironmentFor({ label, names, environment: job.environment }, facts);
}

function judgePermissions({ label, permissions }: LeafJob, { defaultPermissions }: DoctorFacts): readonly Outcome[] {
  const remedy = 'Give the job `permissions:` of its own, `contents: read` and nothing more.';
  if (permissions !== null) {
    const scopes = writesOf(permissions);
    if (scopes.length === 0) return [];
    return [fail(`${label} gives what agents wrote a token that can write (${scopes.join(', ')})`, remedy)];
  }
  if (defaultPermissions.kind === 'unseen') {
    return [
      cannotTell(
        `${label} says no \`permissions:\`, and the default is not known`,
        `${remedy} Or: ${defaultPermissions.remedy}`,
      ),
    ];
  }
  if (defaultPermissions.value === 'read') return [];
  return [fail(`${label} says no \`permissions:\`, and the default here is write`, remedy)];
}

const ofHead = /github\.event\.pull_request\.(head|number)|github\.head_ref|refs\/pull\//;

/** `pull_request_target` runs the base's file, with secrets and a token that can write, for a head that is an agent's. */
function judgeTarget({ path, triggers, jobs }: Workflow, { base }: DoctorFacts): readonly Outcome[] {
  if (!isListening(triggers.get('pull_request_target'), base) || isOwnGate({ path, jobs })) return [];
  const remedy = 'Use `pull_request`, which holds nothing; or see that it never touches the head.';
  const text = JSON.stringify(jobs.map(({ steps }) => steps));
  return ofHead.test(text)
    ? [
        fail(
          `${fileOf(path)} runs on \`pull_request_target\` and takes the head, or text from it, into its steps`,
          remedy,
        ),
      ]
    : [
        cannotTell(
          `${fileOf(path)} runs on \`pull_request_target\`; whether any step touches the head is not plain`,
          remedy,
        ),
      ];
}

/** The example that gives our gate's check to what is not ours: it uses no action, so it checks nothing out. */
function isOwnGate({ path, jobs }: Pick<Workflow, 'path' | 'jobs'>): boolean {
  const isBare = jobs.every(({ steps }) => steps.every(({ uses }) => uses === null));
  return (
    fileOf(path) === 'orchestrate-gate.yml' && isBare && !ofHead.test(JSON.stringify(jobs.map(({ steps }) => steps)))
  );
}
