import { join } from 'node:path';
import { writeReport } from '../../report/run-report.ts';
import { readBranch } from '../../report/sources/read-branch.ts';
import { SourceProblem } from '../../report/sources/source-problem.ts';
import { usualProject } from './found-world.ts';
import type { DemoOptions } from './options.ts';
import type { WorldFolder } from './world-folder.ts';

/** Where the report goes: where it was asked for, else into the kept world, else where nothing is committed. */
export function placeOfReport({ report, keep }: Pick<DemoOptions, 'report' | 'keep'>, root: string): string {
  return report ?? join(keep ?? join(root, '.orchestrate'), 'report.html');
}

/** Writes how the project went as one HTML file, and says where it is; or why there is none, which ends nothing. */
export async function writeProjectReport(
  { repository, servedProject }: Pick<WorldFolder, 'repository' | 'servedProject'>,
  out: string,
): Promise<string> {
  if (servedProject !== null) return 'report      none: the state is on the server, not on a branch';
  const source = { repository, branch: 'orchestrate-state', project: usualProject };
  try {
    return `report      ${await writeReport(await readBranch(source), out)}`;
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    return `report      none: ${error.message}`;
  }
}
