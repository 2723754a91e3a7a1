import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../site.ts';
import type { ArtifactRow } from '../world/actions-rows.ts';
import { requireRun } from './runs.ts';

type Folder = 'artifacts' | 'logs' | 'summaries';

const extensions = { artifacts: 'zip', logs: 'txt', summaries: 'md' } as const satisfies Record<Folder, string>;

function pathOf(site: Site, folder: Folder, id: number): string {
  mkdirSync(join(site.directory, folder), { recursive: true });
  return join(site.directory, folder, `${id}.${extensions[folder]}`);
}

/** Keeps a job's log or summary. */
export function saveText(site: Site, folder: 'logs' | 'summaries', jobId: number, text: string): void {
  writeFileSync(pathOf(site, folder, jobId), text);
}

/** A job's log or summary; undefined when it left none. */
export function readText(site: Site, folder: 'logs' | 'summaries', jobId: number): string | undefined {
  const path = pathOf(site, folder, jobId);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Keeps an archive as an artifact of a run; a name is given once in a run and the archive never changes. */
export function createArtifact(
  site: Site,
  input: { readonly runId: number; readonly name: string; readonly archive: Uint8Array },
): ArtifactRow {
  const run = requireRun(site, input.runId);
  const taken = site.tables.artifacts.where('runId', run.id).some((row) => row.name === input.name);
  if (taken) throw new Error('Failed to CreateArtifact: an artifact with this name already exists on the workflow run');
  const id = site.store.nextId();
  writeFileSync(pathOf(site, 'artifacts', id), input.archive);
  return site.store.together(() => {
    const row = site.tables.artifacts.put({
      id,
      runId: run.id,
      name: input.name,
      digest: `sha256:${createHash('sha256').update(input.archive).digest('hex')}`,
      sizeInBytes: input.archive.byteLength,
      createdAt: site.now(),
      headSha: run.headSha,
      headBranch: run.headBranch,
    });
    site.happen({ kind: 'artifact', id, runId: run.id, name: input.name });
    return row;
  });
}

/** An artifact's archive; undefined when there is none of that id. */
export function readArtifact(site: Site, id: number): Uint8Array | undefined {
  return site.tables.artifacts.get(id) === undefined ? undefined : readFileSync(pathOf(site, 'artifacts', id));
}
