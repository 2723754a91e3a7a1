// What an action says to its runner, as GitHub documents it under "Workflow commands". The toolkit's own client brings
// a second HTTP client along, which doubles what is read and run before anything of ours is.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** Says an ordinary line of the log. */
export function info(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Says what is wrong, as an annotation of the run. */
export function error(message: string): void {
  command('error', message);
}

/** The same, and the step fails. */
export function setFailed(message: string): void {
  process.exitCode = 1;
  error(message);
}

/** Has the runner hide a value wherever it would be shown from now on. */
export function setSecret(value: string): void {
  command('add-mask', value);
}

/** Gives the step an output; its text may have any number of lines. */
export function setOutput(name: string, value: string): void {
  // A delimiter that the value cannot hold: else what comes from outside could set outputs of its own.
  const delimiter = `ghadelimiter_${randomUUID()}`;
  append('GITHUB_OUTPUT', `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** Adds to what people find on the run's page. */
export function addSummary(markdown: string): void {
  append('GITHUB_STEP_SUMMARY', markdown);
}

/** A command is one line: what would end it, and what stands for that, is escaped. */
function command(name: string, message: string): void {
  info(`::${name}::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
}

function append(variable: string, text: string): void {
  const path = process.env[variable];
  if (path === undefined || path === '') throw new Error(`the runner has given no ${variable}`);
  appendFileSync(path, text);
}
