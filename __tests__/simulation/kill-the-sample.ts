// Run by hand: plays `npm start -- --keep FOLDER`, kills all of its processes three times on the way, and lets it end.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { show } from './cut-short.ts';
import { chooseSeed, createRandom } from './random.ts';

const random = createRandom(chooseSeed('killed sample'));
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'killed-sample-'));

for (let cut = 1; cut <= 3; cut += 1) {
  const moment = { afterLines: 6 + Math.floor(random() * 12), delayMs: Math.floor(random() * 1500) };
  const { exitCode, said } = await show(['--keep', folder], moment);
  console.log([...said, `— killed: ${JSON.stringify(moment)}, exit code ${exitCode}`].join('\n'));
}
const { exitCode, said } = await show(['--keep', folder], null);
console.log(said.join('\n'));
process.exitCode = exitCode ?? 1;
