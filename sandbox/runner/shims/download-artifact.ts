import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import type { ArtifactRecord } from '../../actions-host.ts';
import { matchesPatterns } from '../glob-pattern.ts';
import { isGranted } from '../permissions.ts';
import type { Shim, ShimCall } from './shim.ts';

/** `actions/download-artifact`: by name, ids or pattern, from this run or, with a token, from another one. */
export const downloadArtifact: Shim = {
  inputs: {
    name: '',
    'artifact-ids': '',
    path: '',
    pattern: '',
    'merge-multiple': 'false',
    'github-token': '',
    repository: '',
    'run-id': '',
    'digest-mismatch': 'error',
    'skip-decompress': 'false',
  },
  async run(call) {
    const { input } = call;
    if (input('name') && input('artifact-ids')) {
      throw new Error("Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one.");
    }
    const artifacts = select(call);
    const target = resolve(call.workspace, input('path'));
    const flat = isSingle(call) || input('merge-multiple') === 'true';
    mkdirSync(target, { recursive: true });
    for (const artifact of artifacts) extract(call, artifact, flat ? target : join(target, artifact.name));
    return { 'download-path': target };
  },
};

function select(call: ShimCall): readonly ArtifactRecord[] {
  const { input } = call;
  const available = newestByName(call.host.artifacts(sourceRun(call)));
  if (input('name')) {
    const found = available.find((artifact) => artifact.name === input('name'));
    if (found === undefined)
      throw new Error(`Unable to download artifact(s): Artifact not found for name: ${input('name')}`);
    return [found];
  }
  const ids = readIds(input('artifact-ids'));
  if (ids.length > 0) {
    const found = available.filter((artifact) => ids.includes(artifact.id));
    if (found.length === 0) throw new Error('None of the provided artifact IDs were found');
    return found;
  }
  const pattern = input('pattern');
  return pattern ? available.filter((artifact) => matchesPatterns([pattern], artifact.name)) : available;
}

function isSingle({ input }: ShimCall): boolean {
  return input('name') !== '' || readIds(input('artifact-ids')).length === 1;
}

function readIds(text: string): readonly number[] {
  const ids = text.split(',').map((id) => id.trim());
  return ids.filter((id) => id !== '').map(Number);
}

/** The run to read from: another one only with a token, and the job's own token needs `actions: read` for that. */
function sourceRun(call: ShimCall): number {
  const token = call.input('github-token');
  const runId = Number(call.input('run-id') || call.run.id);
  if (token === '' || runId === call.run.id) return call.run.id;
  if (token === call.token && !isGranted(call.permissions, 'actions', 'read')) {
    throw new Error('Resource not accessible by integration');
  }
  return runId;
}

function newestByName(artifacts: readonly ArtifactRecord[]): readonly ArtifactRecord[] {
  const ascending = artifacts.toSorted((left, right) => left.id - right.id);
  return [...new Map(ascending.map((artifact) => [artifact.name, artifact])).values()];
}

function extract(call: ShimCall, artifact: ArtifactRecord, folder: string): void {
  const archive = call.host.readArtifact(artifact.id);
  if (archive === undefined) throw new Error(`Unable to download artifact(s): artifact ${artifact.id} has expired`);
  checkDigest(call, artifact, archive);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(unzipSync(archive))) {
    const path = resolve(folder, name);
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`Malicious entry: ${name}`);
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  call.log(`Artifact ${artifact.name} (ID ${artifact.id}) downloaded to ${folder}`);
}

function checkDigest(call: ShimCall, artifact: ArtifactRecord, archive: Uint8Array): void {
  const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
  if (digest === artifact.digest) return;
  const message = `The hash of the artifact '${artifact.name}' is ${digest}, expected ${artifact.digest}`;
  switch (call.input('digest-mismatch')) {
    case 'ignore':
      return;
    case 'info':
      call.log(message);
      return;
    case 'warn':
      call.log(`##[warning]${message}`);
      return;
    default:
      throw new Error(message);
  }
}
