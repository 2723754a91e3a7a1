import { stringify } from 'yaml';
import { inputDefinition, phases } from '../../inputs/registry.ts';
import type { AgentChoice } from '../agent.ts';
import { pinnedActions } from '../project/pinned-actions.ts';
import type { Project, WorkflowStepText } from '../project/project.ts';
import { replaceOnce } from './replace-once.ts';

export interface Filling {
  readonly configPath: string;
  readonly workflowFile: string;
  readonly stateBranch: string;
  /** The action, pinned. */
  readonly action: string;
  /** The names of the workflows that judge pull requests. */
  readonly ci: readonly string[];
  readonly project: Project;
  readonly agent: AgentChoice;
}

/** An example workflow as this repository needs it. */
export function fillWorkflow(file: string, example: string, filling: Filling): string {
  const advised = example.replace(
    /^ *# Pin Orchestrate itself by SHA[^\n]*\n *# uses: orchestrate-action[^\n]*\n/m,
    '',
  );
  const told = file === 'orchestrate-report.yml' ? tellReport(advised, filling) : tellSteps(advised, filling);
  const [name, commit] = filling.action.split('@');
  const pinned = told.replace(
    /orchestrate-action\/orchestrate((?:\/[\w-]+)*)@v0\b/g,
    (_, folder: string) => `${name}${folder}@${commit}`,
  );
  if (file === 'orchestrate.yml') return nameCi(pinned, filling.ci);
  return file === 'orchestrate-assignment.yml' ? equip(pinned, filling) : pinned;
}

/** Each of our steps is told where things are that it looks for and that are not called as usual. */
function tellSteps(text: string, { configPath, workflowFile, stateBranch }: Filling): string {
  const places = [
    ['config', configPath],
    ['workflow', workflowFile],
    ['state-branch', stateBranch],
  ] as const;
  return text.replace(/^ {10}phase: (\w+)$/gm, (line, named: string) => {
    const phase = phases.find((one) => one === named);
    const inputs = places.filter(([name, value]) => {
      const { phases: takenBy, default: usual } = inputDefinition(name);
      return value !== usual && phase !== undefined && takenBy.includes(phase);
    });
    return [line, ...inputs.map(([name, value]) => `          ${name}: ${flow(value)}`)].join('\n');
  });
}

function tellReport(text: string, { stateBranch }: Filling): string {
  if (stateBranch === inputDefinition('state-branch').default) return text;
  const branch = flow(stateBranch);
  const checkedOut = replaceOnce(text, /^ {10}ref: orchestrate-state$/m, `          ref: ${branch}`);
  const action = '      - uses: orchestrate-action/orchestrate/report@v0';
  return replaceOnce(
    checkedOut,
    new RegExp(`^${action}$`, 'm'),
    `${action}\n        with:\n          branch: ${branch}`,
  );
}

/** A repository without CI keeps the name that the example has: so its first one is to be called. */
function nameCi(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  return replaceOnce(text, /^ {4}workflows: \[CI\]$/m, `    workflows: ${flow(names)}`);
}

function equip(text: string, { project, agent }: Filling): string {
  const steps = [...project.steps.map(unlessReview), ...installOf(agent)];
  const marked = /^ {6}# ── Your own setup goes here[\s\S]*?^ {6}# ─+$/m;
  const set = replaceOnce(text, marked, indent(renderSteps(project.origin, steps), 6));
  return withServices(withVariables(set, project, agent), project);
}

/** A reviewer runs nothing of the change it judges. */
function unlessReview({ uses, ...rest }: WorkflowStepText): WorkflowStepText {
  return { uses, if: `\${{ !inputs.review }}`, ...rest };
}

function installOf({ install }: AgentChoice): readonly WorkflowStepText[] {
  return install === null ? [] : [{ name: 'Install the agent', run: install }];
}

function renderSteps(origin: string, steps: readonly WorkflowStepText[]): string {
  const head = `# The toolchain, as ${origin} has it. Never share a cache with trusted jobs.`;
  return steps.length === 0 ? head : `${head}\n${tellVersions(stringify(steps, { lineWidth: 0 })).trimEnd()}`;
}

/** A commit says nothing to people. */
function tellVersions(text: string): string {
  return Object.values(pinnedActions).reduce(
    (told, { uses, version }) => told.replaceAll(`uses: ${uses}\n`, `uses: ${uses} # ${version}\n`),
    text,
  );
}

function withVariables(text: string, { environment }: Project, { variable }: AgentChoice): string {
  const plain = Object.entries(environment).map(([name, value]) => `          ${name}: ${flow(value)}`);
  const key = variable === null ? [] : [`          ${variable}: \${{ secrets.${variable} }}`];
  const lines = [...key, ...plain];
  const line = /^ {10}ANTHROPIC_API_KEY: \$\{\{ secrets\.ANTHROPIC_API_KEY \}\}$/m;
  if (lines.length > 0) return replaceOnce(text, line, lines.join('\n'));
  // A key `env` without a value would be no workflow.
  return replaceOnce(text, /^ {8}env:\n(?: {10}#.*\n)* {10}ANTHROPIC_API_KEY: .*\n/m, '');
}

function withServices(text: string, { services }: Project): string {
  if (Object.keys(services).length === 0) return text;
  const block = indent(stringify({ services }, { lineWidth: 0 }).trimEnd(), 4);
  return replaceOnce(
    text,
    /^ {2}agent:\n {4}runs-on: ubuntu-latest$/m,
    `  agent:\n    runs-on: ubuntu-latest\n${block}`,
  );
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd();
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
