// Makes what GitHub and people run from the source: dist/ for the action, dist/loopctl/ for the `loopctl` command, which
// must start in no time and has no use for most of the action.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
export async function bundle(folder) {
  if (!(await run('tsc', '-p', 'tsconfig.build.json'))) return false;
  const made = mkdtempSync(join(tmpdir(), 'orchestrate-build-'));
  try {
    // Each in a place of its own: ncc removes what it finds below the folder that it writes to.
    const ends = await Promise.all(bundles.map(({ entry }, index) => bundleOne(entry, join(made, String(index)))));
    if (!ends.every((isMade) => isMade)) return false;
    // Parts of other numbers would be left over.
    rmSync(folder, { recursive: true, force: true });
    for (const [index, { folder: below }] of bundles.entries()) {
      cpSync(join(made, String(index)), join(folder, below), { recursive: true });
    }
    return true;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function bundleOne(entry, folder) {
  const stats = `${folder}.json`;
  // From build/: the bundle's module ids come from the paths of its sources. Its cache, kept by path, does not see that
  // tsconfig.json has changed: an older checkout of the same folder built another bundle.
  if (!(await run('ncc', 'build', entry, '--no-cache', '-o', folder, '--stats-out', stats))) return false;
  writeFileSync(join(folder, 'licenses.txt'), renderLicenses(JSON.parse(readFileSync(stats, 'utf8'))));
  return true;
}

function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

if (process.argv[1] === import.meta.filename) process.exitCode = (await bundle(join(root, 'dist'))) ? 0 : 1;
