import { findPathFault } from './path-fault.ts';
import { showPath } from './show-path.ts';
import { isDeleted, type TreeChange } from './tree-change.ts';

export interface TreeLimits {
  readonly fileBytes: number;
  readonly changedFiles: number;
  readonly changedBytes: number;
}

export const defaultTreeLimits: TreeLimits = {
  fileBytes: 5_000_000,
  changedFiles: 3000,
  changedBytes: 50_000_000,
};

/** Why a tree must not be pushed, by what the work changed in it: names, modes, sizes. */
export function findTreeRefusals(changes: readonly TreeChange[], limits: TreeLimits): readonly string[] {
  const present = changes.filter((change) => !isDeleted(change));
  const bytes = present.reduce((sum, { size }) => sum + size, 0);
  return [
    ...present.flatMap((change) => refuseEntry(change, limits)),
    ...(changes.length > limits.changedFiles
      ? [`${changes.length} files were changed; ${limits.changedFiles} are allowed`]
      : []),
    ...(bytes > limits.changedBytes
      ? [`the changed files have ${bytes} bytes together; ${limits.changedBytes} are allowed`]
      : []),
  ];
}

function refuseEntry({ path, newMode, size }: TreeChange, limits: TreeLimits): readonly string[] {
  const faults = [findPathFault(path), findModeFault(newMode)].filter((fault) => fault !== null);
  const tooLarge = size > limits.fileBytes ? [`it has ${size} bytes; ${limits.fileBytes} are allowed`] : [];
  return [...faults, ...tooLarge].map((fault) => `${showPath(path)}: ${fault}`);
}

function findModeFault(mode: string): string | null {
  if (mode === '100644' || mode === '100755') return null;
  if (mode === '120000') return 'it is a symbolic link';
  if (mode === '160000') return 'it is a submodule';
  return `it has mode ${mode}`;
}
