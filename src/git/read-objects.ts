import { runGitBytes } from './git.ts';
import type { GitObject, ObjectType } from './git-object.ts';

const types: readonly ObjectType[] = ['blob', 'tree', 'commit', 'tag'];

/** What each name stands for, in their order, read by one process whatever their number; null where it is nothing. */
export async function readObjects(gitDir: string, names: readonly string[]): Promise<readonly (GitObject | null)[]> {
  const input = names.map((name) => `${name}\n`).join('');
  const args = ['cat-file', '--batch', '--buffer'];
  const { stdout: output } = await runGitBytes(args, { gitDir, input, maxBytes: 500_000_000 });
  let offset = 0;
  return names.map(() => {
    const lineEnd = output.indexOf(10, offset);
    const [id = '', typeName = '', size] = output.toString('utf8', offset, lineEnd).split(' ');
    offset = lineEnd + 1;
    // What is not there is told in a line that repeats the name, which may have spaces in it.
    const type = types.find((one) => one === typeName);
    if (size === undefined || !/^[0-9a-f]{40,64}$/.test(id) || type === undefined) return null;
    const content = output.subarray(offset, offset + Number(size));
    offset += content.length + 1;
    return { id, type, content };
  });
}
