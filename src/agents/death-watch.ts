import { spawn } from 'node:child_process';

/** Watches over this process for the sake of a process group. */
export interface DeathWatch {
  /** The group has ended in the ordinary way: nothing is left to watch. */
  dismiss(): void;
}

/**
 * Has a process group killed when this process dies without having dismissed the watch. A clean environment hides an
 * agent from the runner's own search for orphans, so nobody else would end it.
 */
export function watchOverGroup(groupId: number): DeathWatch {
  const script = 'read -r _ || kill -KILL -- "-$0"';
  const watcher = spawn('bash', ['--noprofile', '--norc', '-c', script, String(groupId)], {
    env: { PATH: process.env['PATH'] ?? '' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a watcher the agent is still ended by all ordinary ways.
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  watcher.unref();
  return { dismiss: () => watcher.stdin.end('\n') };
}
