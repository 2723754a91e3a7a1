import type { RefStore } from '../../src/git/ref-store.ts';

/** A state branch without git: files in memory, compare-and-swap included. */
export function memoryRefStore(): RefStore {
  let files: ReadonlyMap<string, string> = new Map();
  let commits = 0;
  const tip = (): string | null => (commits === 0 ? null : `commit-${commits}`);
  return {
    read: () => Promise.resolve({ commit: tip(), files }),
    readTip: () => Promise.resolve(tip()),
    write: ({ expected, changes }) => {
      if (expected !== tip()) return Promise.resolve({ conflict: true, actual: tip() });
      const next = new Map([...files, ...changes]);
      files = new Map([...next].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])));
      commits += 1;
      return Promise.resolve({ conflict: false, commit: `commit-${commits}` });
    },
  };
}
