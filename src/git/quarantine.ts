import { readFile, stat } from 'node:fs/promises';
import type { WorkFacts } from '../core/snapshot.ts';
import { defaultTreeLimits, type TreeLimits } from '../core/tree-refusals.ts';
import { readBundleHeader } from './bundle-header.ts';
import { GitError } from './git-error.ts';
import { type JudgedWork, judgeWork, type WorkRequest } from './judge-work.ts';
import { openQuarantine } from './object-quarantine.ts';
import { nameJudged } from './repository-files.ts';

export interface QuarantineRequest extends WorkRequest {
  /** A bare repository of ours that holds start and base with their history. */
  readonly repository: string;
  readonly bundle: string;
  readonly limits?: Partial<QuarantineLimits>;
}

export interface QuarantineLimits extends TreeLimits {
  readonly bundleBytes: number;
}

const defaultLimits: QuarantineLimits = { ...defaultTreeLimits, bundleBytes: 50_000_000 };

/**
 * Judges an agent's bundle without running anything of it. The repository gets the objects only where nothing speaks
 * against a push; a bundle that cannot be judged at all is a fault.
 */
export async function quarantine(request: QuarantineRequest): Promise<JudgedWork> {
  const limits = { ...defaultLimits, ...request.limits };
  try {
    const pack = await readPack(request, limits);
    if (typeof pack === 'string') return fault(pack);
    const objects = await openQuarantine(request.repository, pack);
    try {
      const judged = await judgeWork(request, limits, objects.git);
      if (judged.kind === 'work' && mayBePushed(judged.work)) {
        await objects.release();
        await nameJudged(request.repository, judged.work.head);
      }
      return judged;
    } finally {
      await objects.discard();
    }
  } catch (error) {
    if (error instanceof GitError) return fault(`git could not read the bundle: ${error.message.slice(0, 1000)}`);
    throw error;
  }
}

function mayBePushed({ descends, refusals }: WorkFacts): boolean {
  return descends && refusals.length === 0;
}

function fault(detail: string): JudgedWork {
  return { kind: 'fault', detail };
}

async function readPack(request: QuarantineRequest, limits: QuarantineLimits): Promise<Buffer | string> {
  const { size } = await stat(request.bundle);
  if (size > limits.bundleBytes) return `the bundle has ${size} bytes; ${limits.bundleBytes} are allowed`;
  const bundle = await readFile(request.bundle);
  const header = readBundleHeader(bundle);
  if (typeof header === 'string') return `the bundle cannot be read: ${header}`;
  if (!header.heads.includes(request.head)) return `the bundle does not hold ${request.head}`;
  return bundle.subarray(header.packOffset);
}
