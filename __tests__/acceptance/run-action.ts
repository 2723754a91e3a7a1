import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toInputVariables } from '../../sandbox/runner/action-inputs.ts';
import { readActionManifest } from '../../sandbox/runner/action-manifest.ts';
import { parseCommandFile } from '../../sandbox/runner/command-files.ts';
import { nodeArguments } from '../../sandbox/runner/node-arguments.ts';
import type { Outputs } from '../../src/phases/outputs.ts';
import { compileCache } from '../compile-cache.ts';

const root = join(import.meta.dirname, '../..');

/** One step that runs the committed bundle, as a runner would start it. */
export interface ActionStep {
  readonly inputs: Readonly<Record<string, string>>;
  /** The runner's own variables, `GITHUB_*` and `RUNNER_*`; nothing else of this machine but its PATH gets in. */
  readonly variables: Readonly<Record<string, string>>;
  /** A folder of this step's own. */
  readonly folder: string;
  readonly node: string;
}

export interface ActionEnd {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  /** Everything it printed, workflow commands in plain words. */
  readonly text: string;
  /** Its error annotations. */
  readonly errors: readonly string[];
  readonly outputs: Outputs;
}

export interface MatrixEntry {
  readonly id: string;
  readonly ref: string;
  readonly review: boolean;
}

export interface RunningAction {
  readonly end: Promise<ActionEnd>;
  kill(): void;
}

/** Starts `dist/index.js` in a process of its own. */
export function startAction({ inputs, variables, folder, node }: ActionStep): RunningAction {
  mkdirSync(join(folder, 'home'), { recursive: true });
  const outputFile = join(folder, 'output');
  writeFileSync(outputFile, '');
  const child = spawn(node, nodeArguments(join(root, 'dist/index.js')), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: join(folder, 'home'),
      LANG: 'C.UTF-8',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputFile,
      ...compileCache(),
      ...variables,
      ...inputVariables(inputs),
    },
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise<ActionEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve({ exitCode, ...readOutput(Buffer.concat(chunks).toString()), outputs: readOutputs(outputFile) });
    });
  });
  return { end, kill: () => void child.kill('SIGKILL') };
}

/** The legs that a plan asks for. */
export function matrixOf({ outputs }: ActionEnd): readonly MatrixEntry[] {
  return JSON.parse(outputs.matrix ?? '[]') as readonly MatrixEntry[];
}

/** As the runner does: every declared input with what was given, its default, or nothing; and what was given besides. */
function inputVariables(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const declared = Object.entries(readActionManifest(root).inputs ?? {});
  const defaults = declared.map(([name, input]) => [name, String(input?.default ?? '')] as const);
  return toInputVariables({ ...Object.fromEntries(defaults), ...given });
}

function readOutput(printed: string): Pick<ActionEnd, 'text' | 'errors'> {
  const text = printed.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const errors = [...printed.matchAll(/^::error[^:]*::(.*)$/gm)].map(([, message = '']) =>
    message.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  );
  return { text, errors };
}

function readOutputs(file: string): Outputs {
  return Object.fromEntries(parseCommandFile(readFileSync(file, 'utf8')).map(({ name, value }) => [name, value]));
}
