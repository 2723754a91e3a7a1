import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { explainStory } from '../src/core/explain.ts';
import type { PassRecord } from '../src/core/record/pass-record.ts';
import { parsePassRecord } from '../src/core/record/read-record.ts';
import { isReplayed, renderReplay } from '../src/render/replay.ts';
import { renderWhy } from '../src/render/why.ts';

const usage = 'npm run replay -- FILE [STORY]';

process.exitCode = await main(process.argv.slice(2));

/**
 * Tells what a recorded pass saw, decided and did, or why one of its stories did not move; 2: today's code would decide
 * otherwise, 1: the record cannot be read.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  });
  const [file, story, ...others] = positionals;
  if (values['help'] === true)
    return tell(0, [usage, '', 'FILE is `pass.json` of an artifact `orchestrate-record-…`.']);
  if (file === undefined || others.length > 0) return tell(1, [`Name one record. ${usage}`]);
  const text = await readRecord(resolve(process.env['INIT_CWD'] ?? '.', file)).catch(() => null);
  if (text === null) return tell(1, [`There is no record at ${file}.`]);
  const reading = parsePassRecord(text);
  if (reading.kind === 'unreadable') return tell(1, [reading.why]);
  if (story !== undefined) return tell(0, renderStory(story, reading.record));
  return tell(isReplayed(reading.record) ? 0 : 2, renderReplay(reading.record));
}

/** The file itself, or the folder that an artifact was unpacked into. */
async function readRecord(path: string): Promise<string> {
  const isFolder = (await stat(path)).isDirectory();
  return await readFile(isFolder ? join(path, 'pass.json') : path, 'utf8');
}

function renderStory(story: string, { entries }: PassRecord): readonly string[] {
  const look = entries.findLast((entry) => entry.kind === 'look');
  if (look === undefined) return ['This pass never came to a look: nothing was decided.'];
  const { world, plan, ledger, now } = look;
  return renderWhy(explainStory(story, { world, plan, ledger }), now);
}

function tell(code: number, lines: readonly string[]): number {
  (code === 1 ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`);
  return code;
}
