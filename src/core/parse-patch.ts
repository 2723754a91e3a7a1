/** The lines of one file that a patch adds and removes. */
export interface PatchedFile {
  readonly path: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

interface OpenFile {
  readonly path: string;
  readonly added: string[];
  readonly removed: string[];
}

/**
 * Reads a unified diff. Lines are counted as the hunk headers say, so that no content passes for a header; a path that
 * git had to quote stays quoted.
 */
export function parsePatch(patch: string): readonly PatchedFile[] {
  const lines = patch.split('\n');
  const files: OpenFile[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.startsWith('diff --git ')) files.push({ path: headerPath(line), added: [], removed: [] });
    at = readHunk(lines, at, files.at(-1));
  }
  return files;
}

/** Reads the hunk that begins at a line, if one does, and returns where the next line to read is. */
function readHunk(lines: readonly string[], at: number, file: OpenFile | undefined): number {
  let left = hunkLength(lines[at] ?? '');
  let next = at + 1;
  while (left.some((count) => count > 0) && next < lines.length) {
    const line = lines[next] ?? '';
    collect(file, line);
    const [old, fresh] = sidesOf(line.charAt(0));
    left = [left[0] - old, left[1] - fresh];
    next += 1;
  }
  return next;
}

/** How many lines of the old and of the new file the hunk shows; none where no hunk begins. */
function hunkLength(line: string): readonly [number, number] {
  const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
  return hunk === null ? [0, 0] : [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)];
}

function collect(file: OpenFile | undefined, line: string): void {
  if (line.startsWith('+')) file?.added.push(line.slice(1));
  if (line.startsWith('-')) file?.removed.push(line.slice(1));
}

/** In how many of the old and the new file a line counts; the note about a missing line end counts in neither. */
function sidesOf(mark: string): readonly [number, number] {
  if (mark === '+') return [0, 1];
  if (mark === '-') return [1, 0];
  return mark === '\\' ? [0, 0] : [1, 1];
}

/** Without renames both names in the header are the same one: `a/NAME b/NAME`. */
function headerPath(line: string): string {
  const names = line.slice('diff --git '.length);
  return names.slice(0, (names.length - 1) / 2).replace(/^("?)a\//, '$1');
}
