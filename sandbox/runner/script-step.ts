import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toText } from './expressions.ts';
import type { StepCall, StepEnd } from './step-frame.ts';
import { runStepProcess } from './step-process.ts';
import { renderTemplate } from './template.ts';

/** GitHub's command lines for the shells it knows; without a `shell` there is no `pipefail`. */
const SHELLS: Readonly<Record<string, string>> = {
  '': 'bash -e {0}',
  bash: 'bash --noprofile --norc -eo pipefail {0}',
  sh: 'sh -e {0}',
  python: 'python3 {0}',
};

/** Runs a `run:` step in its shell and folder. */
export async function runScript(call: StepCall, script: string): Promise<StepEnd> {
  const { frame, step, scope } = call;
  const { session } = frame;
  const text = toText(renderTemplate(script, scope));
  const shell = toText(renderTemplate(step.shell ?? session.defaults.shell ?? '', scope));
  const folder = toText(renderTemplate(step['working-directory'] ?? session.defaults.workingDirectory ?? '', scope));
  const file = join(session.folders.temp, `${randomUUID()}.sh`);
  writeFileSync(file, text.endsWith('\n') ? text : `${text}\n`);
  session.log(`##[group]Run ${text.split('\n')[0]}`);
  session.log('##[endgroup]');
  const [command, ...args] = shellCommand(shell, file);
  return runStepProcess({
    session,
    github: { ...frame.github, action: call.actionName },
    env: call.env,
    command,
    args,
    cwd: resolve(session.folders.workspace, folder),
    signal: call.signal,
  });
}

function shellCommand(shell: string, file: string): readonly [string, ...string[]] {
  const template = SHELLS[shell] ?? shell;
  if (!template.includes('{0}')) throw new Error(`Invalid shell option '${shell}': it must hold '{0}'`);
  const [command = '', ...args] = template.split(' ').filter((word) => word !== '');
  return [command, ...args.map((word) => word.replace('{0}', file))];
}
