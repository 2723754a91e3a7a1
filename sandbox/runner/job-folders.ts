import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobRecord } from '../actions-host.ts';
import type { JobFolders } from './job-session.ts';
import type { Json } from './json.ts';

/** The folder of everything an attempt's jobs have on disk. */
export function attemptFolder(workspace: string, job: Pick<JobRecord, 'runId' | 'attempt'>): string {
  return join(workspace, String(job.runId), String(job.attempt));
}

/** Makes a job's folders and its event file. */
export function createJobFolders(workspace: string, job: JobRecord, event: Json): JobFolders {
  const root = join(attemptFolder(workspace, job), String(job.id));
  const folders = {
    root,
    workspace: join(root, 'work'),
    temp: join(root, 'temp'),
    home: join(root, 'home'),
    toolCache: join(workspace, 'tools'),
    eventFile: join(root, 'temp', 'event.json'),
  };
  for (const folder of [folders.workspace, folders.temp, folders.home, folders.toolCache]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(folders.eventFile, JSON.stringify(event));
  return folders;
}
