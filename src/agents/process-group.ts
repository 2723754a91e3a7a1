import { readdir, readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessGroup {
  /** The leader's process id, which is the group's id. */
  readonly id: number;
  /** An entry (`NAME=value`) of the environment that every descendant inherits: finds those that left the group. */
  readonly mark: string;
}

const pollMs = 25;

/** Ends every process of a group and every marked one: SIGTERM, the grace, SIGKILL; returns when none is alive. */
export async function endProcessGroup(group: ProcessGroup, graceMs: number): Promise<void> {
  if (!(await signalAll(group, 'SIGTERM'))) return;
  const deadline = Date.now() + graceMs;
  while (Date.now() < deadline) {
    await sleep(pollMs);
    if ((await findMembers(group)).length === 0) return;
  }
  // A process that forks while it is being killed can slip through one round.
  for (let round = 0; round < 20 && (await signalAll(group, 'SIGKILL')); round += 1) await sleep(pollMs);
}

async function signalAll(group: ProcessGroup, signal: 'SIGTERM' | 'SIGKILL'): Promise<boolean> {
  const members = await findMembers(group);
  for (const target of members) send(target, signal);
  return members.length > 0;
}

/** What to signal: on Linux the living members by /proc, elsewhere the group as a whole (negative id) while it exists. */
async function findMembers(group: ProcessGroup): Promise<readonly number[]> {
  if (platform() !== 'linux') return send(-group.id, 0) ? [-group.id] : [];
  const names = await readdir('/proc');
  const ids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(ids.map(async (id) => ((await isMember(id, group)) ? [id] : [])));
  return found.flat();
}

async function isMember(id: number, group: ProcessGroup): Promise<boolean> {
  if (id === process.pid) return false;
  const stat = await readProcess(id, 'stat');
  // The name, in parentheses, may itself hold spaces and parentheses.
  const [state, , groupId] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === undefined || state === '' || state === 'Z' || state === 'X') return false;
  if (Number(groupId) === group.id) return true;
  return (await readProcess(id, 'environ')).split('\0').includes(group.mark);
}

async function readProcess(id: number, file: 'stat' | 'environ'): Promise<string> {
  try {
    return await readFile(`/proc/${id}/${file}`, 'latin1');
  } catch {
    // Gone in between, or another user's.
    return '';
  }
}

function send(target: number, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}
