import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AssignmentFile, type JobSettings, writeAssignmentFile } from '../../src/agents/assignment-file.ts';
import type { Assignment } from '../../src/core/assignment.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import { type AgentPhaseOptions, runAgentPhase } from '../../src/phases/agent.ts';
import { git as gitIn, makeFolders } from './worktree-git.ts';

export type Assigned<R extends Assignment['role']> = Extract<Assignment, { role: R }>;

/** A checkout with one commit, a folder for assignments, and agents written as scripts. */
export interface AgentWorld {
  readonly folder: string;
  readonly workspace: string;
  readonly start: string;
  git(args: readonly string[], cwd?: string): string;
  write(path: string, text: string): string;
  /** The command of an agent whose body is this JavaScript (Node's common modules are at hand). */
  agent(body: string): string[];
  implement(change?: Partial<Assigned<'implement'>>): Assigned<'implement'>;
  review(change?: Partial<Assigned<'review'>>): Assigned<'review'>;
  run(assignment: AssignmentFile['assignment'], job: Partial<JobSettings>, change?: RunChange): Promise<RunEnd>;
  dispose(): void;
}

export interface RunChange extends Partial<Pick<AgentPhaseOptions, 'run' | 'attempt' | 'now' | 'environment'>> {
  readonly diff?: string | null;
  readonly base?: string | null;
}

export interface RunEnd {
  readonly outcome: Outcome;
  readonly outcomeDirectory: string;
  readonly log: string;
  readonly said: readonly string[];
}

/** The program behind an agent's `loopctl`, as it is written. */
export const loopctl = join(import.meta.dirname, '../../src/loopctl-cli/main.ts');

/** What every scripted agent can use: `task`, `prompt`, `result(value)`, `sh(command)`, and the usual modules. */
const preamble = `
const fs = require('node:fs');
const { execSync, spawn } = require('node:child_process');
const task = process.env.ORCHESTRATE_TASK;
const prompt = fs.readFileSync(0, 'utf8');
const result = (value) => fs.writeFileSync(process.env.ORCHESTRATE_RESULT_FILE, JSON.stringify(value));
const sh = (command) => execSync(command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const restated = { understood: true, summary: 'in my words', criteria: [{ id: 'AC-1', restated: 'it works', deliverables: ['b.txt'] }], questions: [] };
const restate = () => { if (task === 'restate') { result(restated); process.exit(0); } };
`;

const makeFolder = makeFolders('agent-world', (folder) => {
  const workspace = join(folder, 'checkout');
  put(folder, 'checkout/a.txt', 'a\n');
  put(folder, 'checkout/.gitignore', 'ignored/\n');
  put(folder, 'checkout/test/a.test.js', "test('AC-1 a', () => {});\n");
  gitIn(['init', '--quiet', '--initial-branch=main', workspace], folder);
  gitIn(['add', '.'], workspace);
  gitIn(['commit', '--quiet', '--message=Start'], workspace);
  gitIn(['checkout', '--quiet', '--detach'], workspace);
});

function put(folder: string, path: string, text: string): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

export function makeAgentWorld(): AgentWorld {
  const folder = makeFolder();
  const workspace = join(folder, 'checkout');
  const git: AgentWorld['git'] = (args, cwd = workspace) => gitIn(args, cwd);
  const write: AgentWorld['write'] = (path, text) => put(folder, path, text);
  const start = git(['rev-parse', 'HEAD']);

  const common = {
    version: 1 as const,
    id: 'a-1',
    run: 1,
    attempt: 1,
    notAfter: 1_000_000,
    base: { branch: 'main', sha: start },
    startSha: start,
    branch: 'orchestrate/1.1',
    story: {
      number: '1.1',
      epic: 1,
      title: 'A story',
      description: null,
      criteria: [{ id: 'AC-1', text: 'It works.' }],
      deliverables: [],
    },
    criteriaHash: 'hash',
  };
  let agents = 0;

  return {
    folder,
    workspace,
    start,
    git,
    write,
    agent(body) {
      agents += 1;
      return [process.execPath, write(`agents/${agents}.cjs`, `${preamble}${body}\n`)];
    },
    implement: (change = {}) => ({ ...common, role: 'implement', feedback: [], ...change }),
    review: (change = {}) => ({ ...common, role: 'review', diffBase: start, checklist: [], concerns: [], ...change }),
    async run(assignment, job, { diff = null, base = null, ...change } = {}) {
      const assignmentsDirectory = join(folder, 'assignments');
      const idle = { command: ['false'], timeoutMinutes: 1, outputLimitKb: 100 };
      const none = { setup: null, verify: null, environment: [], protectedPaths: [] };
      const settings = { author: idle, reviewer: idle, ...none, ...job };
      const file: AssignmentFile = { version: 1, assignment, job: settings, skills: [], diff, base };
      await writeAssignmentFile(assignmentsDirectory, file);
      const outcomeDirectory = join(folder, 'outcome');
      const said: string[] = [];
      const outcome = await runAgentPhase({
        assignmentId: assignment.id,
        assignmentsDirectory,
        workspace,
        outcomeDirectory,
        loopctl,
        run: 1,
        attempt: 1,
        now: () => 1000,
        environment: { PATH: process.env['PATH'], RUNNER_TEMP: folder },
        log: (line) => said.push(line),
        ...change,
      });
      return { outcome, outcomeDirectory, log: readIfThere(join(outcomeDirectory, 'agent.log')), said };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
