import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tellHistory } from './history/history.ts';
import { renderReportPage } from './page/page.ts';
import { readBranch } from './sources/read-branch.ts';
import { SourceProblem } from './sources/source-problem.ts';

const help = `npm run report -- --ledger SOURCE [--out FILE]

Makes one HTML file of how a project went: burn-up, states, agents and waits, attempts, spend.

  --ledger SOURCE   a repository whose state branch is read: a path, a URL, or a bundle of it
  --branch NAME     the state branch, orchestrate-state unless told
  --project SLUG    which project of the store; needed where it has several
  --out FILE        where to write, report.html unless told
  --help            show this
`;

const options = {
  ledger: { type: 'string' },
  branch: { type: 'string', default: 'orchestrate-state' },
  project: { type: 'string' },
  out: { type: 'string', default: 'report.html' },
  help: { type: 'boolean', default: false },
} as const;

/** The command: reads a project's records and writes the report; the answer is the exit code. */
export async function runReport(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { ledger, branch, project = null, out } = values;
    if (values.help || ledger === undefined) {
      (values.help ? process.stdout : process.stderr).write(help);
      return values.help ? 0 : 1;
    }
    console.log(await writeReport({ repository: ledger, branch, project }, out));
    return 0;
  } catch (error) {
    if (!(error instanceof SourceProblem) && !isUsageError(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Writes the report of a project whose state is on a branch; answers where it is. */
export async function writeReport(source: Parameters<typeof readBranch>[0], out: string): Promise<string> {
  const page = renderReportPage(tellHistory(await readBranch(source)));
  const path = resolve(out);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
  return path;
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
