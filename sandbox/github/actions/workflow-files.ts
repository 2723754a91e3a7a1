import { parse } from 'yaml';
import type { Site } from '../site.ts';
import type { WorkflowRow } from '../world/actions-rows.ts';

export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

const folder = '.github/workflows';

/** The workflow files at a commit; none when the commit or the folder is not there. */
export async function readWorkflowFiles(site: Site, sha: string): Promise<readonly WorkflowFile[]> {
  const commit = await site.repository.commit(sha);
  const entry = commit === undefined ? undefined : await site.repository.entryAt(commit.tree, folder);
  if (entry?.type !== 'tree') return [];
  const entries = (await site.repository.tree(entry.sha)).filter(
    (file) => /\.ya?ml$/.test(file.name) && file.type === 'blob',
  );
  return Promise.all(
    entries.map(async (file) => ({ path: `${folder}/${file.name}`, text: await readText(site, file.sha) })),
  );
}

async function readText(site: Site, blob: string): Promise<string> {
  return (await site.repository.object(blob))?.content.toString() ?? '';
}

/** The recorded workflow of a path, recorded now when it is new or was renamed. */
export function ensureWorkflow(site: Site, path: string, name: string): WorkflowRow {
  const before = site.tables.workflows.get(path);
  if (before !== undefined && before.name === name) return before;
  const row = before ?? { id: site.store.nextId(), path, createdAt: site.now() };
  return site.tables.workflows.put({ ...row, name });
}

/** The tip of the default branch whose workflows are recorded. */
const recordedTips = new WeakMap<Site, string>();

/** Records the workflows of the default branch, as GitHub lists them, and returns all that are known. */
export async function listWorkflows(site: Site): Promise<readonly WorkflowRow[]> {
  const tip = site.tip(site.repo().defaultBranch);
  if (tip !== undefined && recordedTips.get(site) !== tip) {
    const files = await readWorkflowFiles(site, tip);
    for (const file of files) ensureWorkflow(site, file.path, nameOf(file));
    recordedTips.set(site, tip);
  }
  return site.tables.workflows.all();
}

function nameOf(file: WorkflowFile): string {
  const name = readField(parseYaml(file.text), 'name');
  return typeof name === 'string' ? name : file.path;
}

export interface DispatchInput {
  readonly name: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
}

/** The inputs `workflow_dispatch` declares; null when the file does not listen for it. */
export function dispatchInputs(text: string): readonly DispatchInput[] | null {
  const on = readField(parseYaml(text), 'on');
  if (on === 'workflow_dispatch') return [];
  if (Array.isArray(on)) return on.includes('workflow_dispatch') ? [] : null;
  if (!isRecord(on) || !('workflow_dispatch' in on)) return null;
  const inputs = readField(on['workflow_dispatch'], 'inputs');
  if (!isRecord(inputs)) return [];
  return Object.entries(inputs).map(([name, input]) => ({
    name,
    required: readField(input, 'required') === true,
    hasDefault: readField(input, 'default') !== undefined,
  }));
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function readField(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
