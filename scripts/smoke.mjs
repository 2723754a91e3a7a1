// Starts the committed bundles on whatever Node runs this: the action's with no input must load, and refuse as a
// configuration error; the command's must tell its use. A bundle that lacks a module, or a syntax that this Node lacks,
// ends in another way.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

start('dist/index.js', [], (status, said) => status === 1 && said.includes('input phase: is missing'));
start('bin/loopctl.mjs', ['--help'], (status, said) => status === 0 && said.startsWith('loopctl COMMAND'));

function start(file, args, isRight) {
  const program = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: {},
    encoding: 'utf8',
    timeout: 60_000,
  });
  if (isRight(status, stdout)) {
    process.stdout.write(`${file} runs on Node ${process.version}\n`);
  } else {
    process.stderr.write(`${file} on Node ${process.version} ended with ${status}:\n${stdout}${stderr}`);
    process.exitCode = 1;
  }
}
