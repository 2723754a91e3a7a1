import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Records, tellHistory } from './history/history.ts';
import { renderReportPage } from './page/page.ts';
import { readBranch } from './sources/read-branch.ts';
import { readRecords } from './sources/read-records.ts';
import { SourceProblem } from './sources/source-problem.ts';

const help = `npm run report -- --ledger SOURCE | --records DIR [--out FILE]

Makes one HTML file of how a project went: burn-up, states, agents and waits, attempts, spend.

  --ledger SOURCE   a repository whose state branch is read: a path, a URL, or a bundle of it
  --records DIR     the records that passes left (artifacts \`orchestrate-record-…\`), unpacked below a folder
  --branch NAME     the state branch, orchestrate-state unless told
  --project SLUG    which project of the store; needed where it has several
  --out FILE        where to write, report.html unless told
  --help            show this
`;

const options = {
  ledger: { type: 'string' },
  records: { type: 'string' },
  branch: { type: 'string', default: 'orchestrate-state' },
  project: { type: 'string' },
  out: { type: 'string', default: 'report.html' },
  help: { type: 'boolean', default: false },
} as const;

/** How the command ended, and what it has to say. */
interface ReportEnd {
  readonly code: 0 | 1;
  readonly says: string;
}

/** The command: reads a project's records and writes the report. */
export async function runReport(args: readonly string[]): Promise<ReportEnd> {
  try {
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) return { code: 0, says: help };
    return { code: 0, says: await writeReport(await readSource(values), values.out) };
  } catch (error) {
    if (!(error instanceof SourceProblem) && !isUsageError(error)) throw error;
    return { code: 1, says: error.message };
  }
}

interface Values {
  readonly ledger?: string | undefined;
  readonly records?: string | undefined;
  readonly branch: string;
  readonly project?: string | null | undefined;
}

async function readSource({ ledger, records, branch, project = null }: Values): Promise<Records> {
  if (ledger !== undefined && records === undefined) return readBranch({ repository: ledger, branch, project });
  if (records !== undefined && ledger === undefined) return readRecords(records);
  throw new SourceProblem(`Name one source, by --ledger or by --records.\n\n${help}`);
}

/** Writes the report of what a project left behind; answers where it is. */
export async function writeReport(records: Records, out: string): Promise<string> {
  const page = renderReportPage(tellHistory(records));
  const path = resolve(out);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
  return path;
}

function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
