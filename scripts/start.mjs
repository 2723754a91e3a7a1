// Plays the demonstration on a fresh clone: installs what is missing, then goes on under the project's own Node.
import { spawn } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules/.bin/node');

if (!isInstalled()) {
  process.stderr.write('Installing what the demonstration needs (npm ci) …\n');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], ['ignore', 'ignore', 'inherit']);
  if (code !== 0) process.exit(code);
}
process.exitCode = await run(node, [join(root, 'sandbox/demo/main.ts'), ...process.argv.slice(2)], 'inherit');

/** npm notes what it installed; older than the lock file, it is not what the lock file says. */
function isInstalled() {
  // Linked from elsewhere, it is somebody else's: npm would empty it.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const installed = modifiedAt('node_modules/.package-lock.json');
  return (
    installed !== null &&
    installed >= (modifiedAt('package-lock.json') ?? 0) &&
    modifiedAt('node_modules/.bin/node') !== null
  );
}

function modifiedAt(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** The exit code of a command; signals that reach us are passed on to it. */
function run(command, args, stdio) {
  const child = spawn(command, args, { cwd: root, stdio, shell: process.platform === 'win32' && command === 'npm' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${command} could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
