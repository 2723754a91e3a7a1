import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { renderWhy } from '../../src/render/why.ts';
import { explainKept, readKeptWorld } from './explain-kept.ts';
import { findMismatch, readServerOption } from './server-option.ts';

const usage = 'npm run explain -- --keep DIR [--loopctl-url URL] STORY';

process.exitCode = await main(process.argv.slice(2));

/** Says why a story of a kept world does not move; what cannot be said is told with what to write instead. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { keep: { type: 'string' }, 'loopctl-url': { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  });
  const [story, ...others] = positionals;
  if (values.help === true) return tell(0, [usage, '', 'Says what a story waits for, down to the root.']);
  if (typeof values.keep !== 'string') return tell(1, [`--keep is missing: the folder of the kept world. ${usage}`]);
  if (story === undefined || others.length > 0) return tell(1, [`Name one story. ${usage}`]);
  const keep = resolve(process.env['INIT_CWD'] ?? '.', values.keep);
  const kept = await readKeptWorld(keep);
  if (kept === null) {
    return tell(1, [`There is no kept world in ${keep}; npm start -- --keep ${values.keep} makes one.`]);
  }
  const reading = readServerOption(values['loopctl-url'], process.env);
  if (reading.kind === 'problems') return tell(1, reading.problems);
  const mismatch = findMismatch(reading.server, { path: keep, isServed: kept.isServed });
  if (mismatch !== null) return tell(1, [mismatch]);
  const explanation = await explainKept(keep, story, reading.server);
  return tell(explanation.kind === 'unknown' ? 1 : 0, renderWhy(explanation, Date.now()));
}

function tell(code: number, lines: readonly string[]): number {
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  return code;
}
