import { runGit } from './git.ts';

/** The change from one commit to another as a reviewer reads it, cut with a note where it is longer than the limit. */
export async function diffText(repository: string, base: string, head: string, limitBytes: number): Promise<string> {
  const readable = ['--find-renames', '--no-color', '--no-ext-diff', '--no-textconv'];
  const { stdout } = await runGit(['diff-tree', '-r', '-p', ...readable, base, head], { gitDir: repository });
  const bytes = Buffer.from(stdout);
  return bytes.length <= limitBytes ? stdout : cut(bytes, limitBytes);
}

function cut(bytes: Buffer, limit: number): string {
  const lineEnd = bytes.lastIndexOf(10, limit - 1) + 1;
  const rest = bytes.toString('utf8', lineEnd);
  const files = [...rest.matchAll(/^diff --git (.+)$/gm)].map(([, names]) => names).slice(0, 500);
  return [
    bytes.toString('utf8', 0, lineEnd),
    `[The change is longer than ${limit} bytes; ${bytes.length - lineEnd} bytes were left out here.`,
    'Read the rest in the tree: `git diff HEAD^ HEAD`.',
    ...(files.length === 0 ? [] : ['Files left out as a whole:', ...files.map((names) => `- ${names}`)]),
    ']\n',
  ].join('\n');
}
