import { execFileSync } from 'node:child_process';

/**
 * Kills a process and everything it started, however deep, as a power cut would: all are stopped first, so that none
 * can start another while it is looked for.
 */
export function killTree(root: number): void {
  const tree = new Set([root]);
  for (let known = 0; known < tree.size; ) {
    known = tree.size;
    for (const id of tree) send(id, 'SIGSTOP');
    for (const { id, parent } of readProcesses()) if (tree.has(parent)) tree.add(id);
  }
  for (const id of tree) send(id, 'SIGKILL');
}

function readProcesses(): readonly { readonly id: number; readonly parent: number }[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [id, parent] = line.trim().split(/\s+/).map(Number);
    return id === undefined || parent === undefined ? [] : [{ id, parent }];
  });
}

function send(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch {
    // It has ended by itself.
  }
}
