// Makes what GitHub and people run from the source: dist/ for the action, dist/loopctl/ for the `loopctl` command, which
// must start in no time and has no use for most of the action.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const environment = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) };

/** The entry of each bundle, and its folder below the given one. What is imported late comes as numbered parts. */
const bundles = [
  { entry: 'build/main.js', folder: '.' },
  { entry: 'build/loopctl-cli/main.js', folder: 'loopctl' },
];

/** Builds the source into a folder; whether it could. What the tools said is printed where they failed. */
export function bundle(folder) {
  // Parts of other numbers would be left over.
  rmSync(join(folder, 'loopctl'), { recursive: true, force: true });
  return (
    run('tsc', '-p', 'tsconfig.build.json') &&
    // From build/: the bundle's module ids come from the paths of its sources.
    bundles.every(({ entry, folder: below }) =>
      run('ncc', 'build', entry, '-o', join(folder, below), '--license', 'licenses.txt'),
    )
  );
}

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, env: environment, encoding: 'utf8' });
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return status === 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = bundle(join(root, 'dist')) ? 0 : 1;
