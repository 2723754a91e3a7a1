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
  const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(lines[at] ?? '');
  if (hunk === null || file === undefined) return at + 1;
  let old = Number(hunk[1] ?? 1);
  let fresh = Number(hunk[2] ?? 1);
  let next = at + 1;
  for (; (old > 0 || fresh > 0) && next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const mark = line.charAt(0);
    if (mark === '+') file.added.push(line.slice(1));
    if (mark === '-') file.removed.push(line.slice(1));
    // A backslash opens the note about a missing line end, which neither side counts.
    if (mark !== '+' && mark !== '\\') old -= 1;
    if (mark !== '-' && mark !== '\\') fresh -= 1;
  }
  return next;
}

/** Without renames both names in the header are the same one: `a/NAME b/NAME`. */
function headerPath(line: string): string {
  const names = line.slice('diff --git '.length);
  return names.slice(0, (names.length - 1) / 2).replace(/^("?)a\//, '$1');
}
