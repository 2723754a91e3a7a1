import { matchesGlob } from './glob.ts';

/** More promises than this are not looked for one by one: nobody means them. */
const mostPromises = 1000;

/** The promised files and globs that nothing in a tree matches; a folder counts when there is a file below it. */
export function findMissingDeliverables(promised: readonly string[], paths: readonly string[]): readonly string[] {
  const known = new Set(paths);
  const wanted = [...new Set(promised.map((path) => path.trim()))].filter((path) => path !== '');
  const missing = wanted.slice(0, mostPromises).filter((path) => !isThere(path, known, paths));
  const rest = wanted.length - mostPromises;
  return rest > 0 ? [...missing, `and ${rest} more, which were not looked for`] : missing;
}

function isThere(promised: string, known: ReadonlySet<string>, paths: readonly string[]): boolean {
  const plain = promised.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
  if (known.has(plain)) return true;
  if (/[*?]/.test(promised)) return paths.some((path) => matchesGlob(path, promised));
  return paths.some((path) => path.startsWith(`${plain}/`));
}
