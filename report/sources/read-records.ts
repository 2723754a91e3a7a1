import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { RecordedLook } from '../../src/core/record/pass-record.ts';
import { parsePassRecord } from '../../src/core/record/read-record.ts';
import type { Records } from '../history/history.ts';
import { readLooks } from '../history/read-looks.ts';
import { SourceProblem } from './source-problem.ts';

/** Reads a project from the records that its passes left, each a `pass.json` somewhere below the folder. */
export async function readRecords(folder: string): Promise<Records> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw new SourceProblem(`The folder ${folder} cannot be read.`, { cause });
  });
  const files = entries.filter((entry) => entry.isFile() && entry.name === 'pass.json');
  if (files.length === 0) throw new SourceProblem(`There is no pass.json below ${folder}.`);
  const looks = await Promise.all(files.map(({ parentPath, name }) => readLooksOf(join(parentPath, name))));
  return readLooks(basename(resolve(folder)), looks.flat());
}

async function readLooksOf(path: string): Promise<readonly RecordedLook[]> {
  const reading = parsePassRecord(await readFile(path, 'utf8'));
  if (reading.kind === 'unreadable') throw new SourceProblem(`${path} cannot be read: ${reading.why}`);
  return reading.record.entries.filter((entry) => entry.kind === 'look');
}
