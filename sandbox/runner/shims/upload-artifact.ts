import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Shim, ShimCall } from './shim.ts';

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** `actions/upload-artifact`: zips files below their common folder and stores them under a name unique in the run. */
export const uploadArtifact: Shim = {
  inputs: {
    name: 'artifact',
    path: '',
    'if-no-files-found': 'warn',
    'retention-days': '',
    'compression-level': '6',
    overwrite: 'false',
    'include-hidden-files': 'false',
    archive: 'true',
  },
  async run(call) {
    const { host, run, input, log } = call;
    const name = input('name');
    const { files, root } = findFiles(call);
    if (files.length === 0) return noFiles(call);
    if (input('overwrite') !== 'true' && host.artifacts(run.id).some((artifact) => artifact.name === name)) {
      throw new Error(
        'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: ' +
          'an artifact with this name already exists on the workflow run',
      );
    }
    const archive = pack(files, root, Number(input('compression-level')));
    const { id } = host.createArtifact({ runId: run.id, name, archive });
    const digest = createHash('sha256').update(archive).digest('hex');
    log(`Artifact ${name} has been successfully uploaded! ${files.length} file(s), ${archive.length} bytes, ID ${id}`);
    const url = `${call.github.serverUrl}/${call.github.repository}/actions/runs/${run.id}/artifacts/${id}`;
    return { 'artifact-id': String(id), 'artifact-digest': digest, 'artifact-url': url };
  },
};

function noFiles(call: ShimCall): Record<string, string> {
  const message = `No files were found with the provided path: ${call.input('path')}. No artifacts will be uploaded.`;
  switch (call.input('if-no-files-found')) {
    case 'error':
      throw new Error(message);
    case 'ignore':
      call.log(message);
      return {};
    default:
      call.log(`##[warning]${message}`);
      return {};
  }
}

function findFiles(call: ShimCall): { readonly files: readonly string[]; readonly root: string } {
  const patterns = call
    .input('path')
    .split('\n')
    .map((line) => line.trim());
  const wanted = patterns.filter((line) => line !== '' && !line.startsWith('!'));
  const unwanted = patterns
    .filter((line) => line.startsWith('!'))
    .map((line) => resolve(call.workspace, line.slice(1)));
  const excluded = new Set(unwanted.flatMap((pattern) => expand(pattern)));
  const hidden = call.input('include-hidden-files') === 'true';
  const searches = wanted.map((pattern) => {
    const path = resolve(call.workspace, pattern);
    const base = searchBase(path);
    const files = expand(path).filter((file) => !excluded.has(file) && (hidden || !isHidden(relative(base, file))));
    return { base, files };
  });
  const files = [...new Set(searches.flatMap((search) => search.files))];
  return {
    files,
    root: commonFolder(searches.filter((search) => search.files.length > 0).map((search) => search.base)),
  };
}

function expand(path: string): readonly string[] {
  const matches = existsSync(path) ? [path] : globSync(path);
  return matches.flatMap((match) => {
    if (!statSync(match).isDirectory()) return [match];
    return readdirSync(match, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  });
}

/** The folder a pattern is searched from: it stays out of the archive's paths. */
function searchBase(path: string): string {
  if (existsSync(path)) return statSync(path).isDirectory() ? path : dirname(path);
  const fixed = path.split(sep).findIndex((part) => /[*?[\]]/.test(part));
  return fixed < 0 ? dirname(path) : path.split(sep).slice(0, fixed).join(sep) || sep;
}

function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    const parts = folder.split(sep);
    const shared = common.split(sep).findIndex((part, index) => part !== parts[index]);
    return shared < 0 ? common : common.split(sep).slice(0, shared).join(sep) || sep;
  }, folders[0] ?? sep);
}

function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.'));
}

function pack(files: readonly string[], root: string, level: number): Uint8Array {
  const entries: Zippable = {};
  for (const file of files) entries[relative(root, file).split(sep).join('/')] = readFileSync(file);
  // A fixed time keeps equal contents at an equal digest.
  return zipSync(entries, { level: LEVELS[level] ?? 6, mtime: '2000-01-01T00:00:00' });
}
