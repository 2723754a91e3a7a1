import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestedUpdate } from '../rules/push-verdict.ts';
import { parseCommit } from './commits.ts';
import type { BackendAnswer } from './http-backend.ts';
import { hasLooseObject, writeLooseObject } from './loose-objects.ts';
import { flush, renderPushReport } from './packet-lines.ts';
import type { PushGuard } from './push-guard.ts';
import type { Repository } from './repository.ts';
import { serviceAnswer } from './service-process.ts';
import { parseTree, type TreeEntry } from './trees.ts';
import { type PackedObject, readWholeObjects } from './whole-objects.ts';

type Objects = ReadonlyMap<string, PackedObject>;

interface PlainPush {
  readonly update: RequestedUpdate;
  readonly objects: Objects;
}

/**
 * Takes the most frequent push of all without git's five processes: one branch moved on from its tip by one commit of few
 * objects, with nothing for the guard. Null, and nothing done, for everything else: git itself judges it, and finds the words.
 */
export async function takePlainPush(
  repository: Repository,
  body: Buffer,
  guard: PushGuard,
): Promise<BackendAnswer | null> {
  const push = readPlainPush(body);
  if (push === null || !(await isPlain(repository, push, guard))) return null;
  const { update, objects } = push;
  // Nothing waits from here to the end: who else moves the ref finds it as it was, or as it is then.
  if (!isAsExpected(repository.directory, update)) return null;
  // What an object names is there before it: a kill leaves nothing that is not whole, nor a lock that nobody gives back.
  for (const type of ['blob', 'tree', 'commit'] as const) {
    for (const object of objects.values()) {
      if (object.type === type) writeLooseObject(repository.directory, type, object.content);
    }
  }
  moveRef(repository.directory, update);
  return serviceAnswer('receive-pack', renderPushReport(update.ref));
}

function readPlainPush(body: Buffer): PlainPush | null {
  const length = Number.parseInt(body.toString('latin1', 0, 4), 16);
  const line = body.toString('utf8', 4, length);
  const command = /^([0-9a-f]{40}) ([0-9a-f]{40}) (refs\/heads\/[\w./-]+)\0(.*)$/.exec(line);
  if (command === null || body.toString('latin1', length, length + 4) !== flush) return null;
  const [, before = '', after = '', ref = '', words = ''] = command;
  const capabilities = words.trim().split(' ');
  if (!capabilities.includes('report-status') || !capabilities.includes('side-band-64k')) return null;
  const objects = readWholeObjects(body.subarray(length + 4));
  return objects === null ? null : { update: { before, after, ref }, objects };
}

async function isPlain(repository: Repository, { update, objects }: PlainPush, guard: PushGuard): Promise<boolean> {
  const commits = [...objects.values()].filter(({ type }) => type === 'commit');
  const [head] = commits;
  if (head === undefined || commits.length > 1 || head.sha !== update.after) return false;
  const { tree, parents } = parseCommit(head.sha, head.content.toString());
  if (parents.length !== 1 || parents[0] !== update.before) return false;
  const before = await repository.commit(update.before);
  if (before === undefined || !isWhole(repository.directory, objects, tree)) return false;
  if (guard.mayChangeWorkflows) return true;
  const [now, then] = await Promise.all([
    findWorkflows(tree, async (sha) => entriesOf(objects, sha) ?? (await repository.tree(sha))),
    findWorkflows(before.tree, repository.tree),
  ]);
  return now === then;
}

/** Whether all that the trees name is among the objects, or here already. */
function isWhole(gitDir: string, objects: Objects, root: string): boolean {
  const trees = [...objects.values()].filter(({ type }) => type === 'tree');
  const named = [{ type: 'tree', sha: root }, ...trees.flatMap(({ content }) => parseTree(content))];
  return named.every(({ type, sha }) => {
    const sent = objects.get(sha);
    if (sent !== undefined) return sent.type === type;
    // A submodule's commit is in another repository.
    return type === 'commit' || hasLooseObject(gitDir, sha);
  });
}

function entriesOf(objects: Objects, sha: string): readonly TreeEntry[] | undefined {
  const object = objects.get(sha);
  return object?.type === 'tree' ? parseTree(object.content) : undefined;
}

async function findWorkflows(
  root: string,
  read: (sha: string) => Promise<readonly TreeEntry[]>,
): Promise<string | undefined> {
  const folder = (await read(root)).find(({ name }) => name === '.github');
  if (folder?.type !== 'tree') return undefined;
  return (await read(folder.sha)).find(({ name }) => name === 'workflows')?.sha;
}

/** Whether a ref is where it is to be moved from, and no git is at work on it. */
function isAsExpected(gitDir: string, { ref, before }: RequestedUpdate): boolean {
  const path = join(gitDir, ref);
  return readText(path) === `${before}\n` && !existsSync(`${path}.lock`);
}

function moveRef(gitDir: string, { ref, after }: RequestedUpdate): void {
  const unfinished = join(gitDir, `new-${randomUUID()}`);
  writeFileSync(unfinished, `${after}\n`);
  renameSync(unfinished, join(gitDir, ref));
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
