/** One `NAME=value` of a runner file such as `GITHUB_OUTPUT`. */
export interface FileEntry {
  readonly name: string;
  readonly value: string;
}

/** Parses `GITHUB_OUTPUT`, `GITHUB_ENV` and `GITHUB_STATE` as the runner does, `NAME<<DELIMITER` blocks included. */
export function parseCommandFile(text: string): readonly FileEntry[] {
  const lines = text.split(/\r?\n/);
  const entries: FileEntry[] = [];
  let index = 0;
  while (index < lines.length) {
    if (lines[index] === '') {
      index += 1;
      continue;
    }
    const { entry, next } = readEntry(lines, index);
    entries.push(entry);
    index = next;
  }
  return entries;
}

/** Parses `GITHUB_PATH`: a folder a line. */
export function parsePathFile(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

function readEntry(lines: readonly string[], index: number): { readonly entry: FileEntry; readonly next: number } {
  const line = lines[index] ?? '';
  const equals = line.indexOf('=');
  const heredoc = line.indexOf('<<');
  if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
    return {
      entry: { name: requireName(line.slice(0, equals), line), value: line.slice(equals + 1) },
      next: index + 1,
    };
  }
  if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
  const delimiter = line.slice(heredoc + 2);
  const end = lines.indexOf(delimiter, index + 1);
  if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
  const value = lines.slice(index + 1, end).join('\n');
  return { entry: { name: requireName(line.slice(0, heredoc), line), value }, next: end + 1 };
}

function requireName(name: string, line: string): string {
  if (name === '') throw new Error(`Invalid format '${line}'. Name must not be empty`);
  return name;
}
