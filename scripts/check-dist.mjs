// Builds the bundle anew into a temporary folder and compares it with dist/, file by file and byte by byte: files
// that are missing from dist/, or left over in it, count as well.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bundle } from './bundle.mjs';

const root = join(import.meta.dirname, '..');

const temporary = await mkdtemp(join(tmpdir(), 'orchestrate-dist-'));
try {
  const isBuilt = await bundle(temporary);
  const differences = isBuilt ? await compare(join(root, 'dist'), temporary) : ['The source does not build.'];
  if (differences.length > 0) {
    process.stdout.write(`${differences.join('\n')}\nRun \`npm run build\` and commit dist/ as it comes out.\n`);
    process.exitCode = 1;
  }
} finally {
  await rm(temporary, { recursive: true, force: true });
}

async function compare(committed, fresh) {
  const [before, after] = await Promise.all([readFolder(committed), readFolder(fresh)]);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined) return `dist/${name} is missing`;
    if (now === undefined) return `dist/${name} is left over`;
    return old.equals(now) ? [] : `dist/${name} is not what the source builds`;
  });
}

async function readFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file)])));
}
