// Starts the committed bundle with no input, on whatever Node runs this: it must load, and refuse as a configuration
// error. A bundle that lacks a module, or a syntax that this Node lacks, ends in another way.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../dist/index.js', import.meta.url));
const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], {
  env: {},
  encoding: 'utf8',
  timeout: 60_000,
});
const isRefusal = status === 1 && stdout.includes('input phase: is missing');
if (!isRefusal) {
  process.stderr.write(`dist/index.js on Node ${process.version} ended with ${status}:\n${stdout}${stderr}`);
  process.exitCode = 1;
} else {
  process.stdout.write(`dist/index.js runs on Node ${process.version}\n`);
}
