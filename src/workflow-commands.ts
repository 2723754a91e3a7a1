import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/*
 * The workflow commands that we use, as GitHub documents them. The package that has them all brings an HTTP client of
 * 30 000 lines along, which every start of the action would have to read.
 */

/** Has the runner show this line as an error, in the log and on the run's page. */
export function commandError(message: string): string {
  return `::error::${escapeData(message)}\n`;
}

/** Has the runner put asterisks in the place of a secret, wherever it is printed from now on. */
export function commandMask(secret: string): string {
  return `::add-mask::${escapeData(secret)}\n`;
}

/** Leaves an output for the steps after this one, in the file that the runner names for it. */
export function writeOutput(file: string, name: string, value: string): void {
  // A value that could hold the delimiter could end itself and begin another output.
  const delimiter = `end_of_output_${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** Leaves Markdown for the page of the run, in the file that the runner names for it; else says why not. */
export function writeSummary(file: string, markdown: string): string | null {
  if (file === '') return 'the runner named no file for it';
  try {
    appendFileSync(file, markdown);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
