// Makes what GitHub and people run from the source: dist/ for the action, dist/loopctl/ for the `loopctl` command, which
// must start in no time and has no use for most of the action.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { renderLicenses } from './licenses.mjs';

const root = join(import.meta.dirname, '..');
const environment = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) };

/** The entry of each bundle, and its folder below the given one. What is imported late comes as numbered parts. */
const bundles = [
  { entry: 'build/main.js', folder: '.' },
  { entry: 'build/loopctl-cli/main.js', folder: 'loopctl' },
];

/** Builds the source into a folder; whether it could. What the tools said is printed where they failed. */
export function bundle(folder) {
  if (!run('tsc', '-p', 'tsconfig.build.json')) return false;
  // Parts of other numbers would be left over.
  rmSync(folder, { recursive: true, force: true });
  const notes = mkdtempSync(join(tmpdir(), 'orchestrate-build-'));
  try {
    return bundles.every(({ entry, folder: below }) =>
      bundleOne(entry, join(folder, below), join(notes, 'stats.json')),
    );
  } finally {
    rmSync(notes, { recursive: true, force: true });
  }
}

function bundleOne(entry, folder, stats) {
  // From build/: the bundle's module ids come from the paths of its sources.
  if (!run('ncc', 'build', entry, '-o', folder, '--stats-out', stats)) return false;
  writeFileSync(join(folder, 'licenses.txt'), renderLicenses(JSON.parse(readFileSync(stats, 'utf8'))));
  return true;
}

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, env: environment, encoding: 'utf8' });
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  return status === 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = bundle(join(root, 'dist')) ? 0 : 1;
