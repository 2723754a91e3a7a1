import { spawn } from 'node:child_process';

/** Watches over this process for the sake of the processes that it starts. */
export interface DeathWatch {
  /** The process group that was started: all there is to know them by where there is no /proc. */
  name(groupId: number): void;
  /** They have ended in the ordinary way: nothing is left to watch. */
  dismiss(): void;
}

/** It looks more than once: a process that is just being started, or forks while it is killed, shows its mark in a moment. */
const script = `
  group=
  while read -r word; do
    [ "$word" = over ] && exit
    group=$word
  done
  [ -z "$group" ] || kill -KILL -- "-$group"
  for round in 1 2 3 4 5 6 7 8 9 10; do
    for entry in $(grep -lszxF -e "$0" /proc/[0-9]*/environ); do
      entry=\${entry%/environ}
      kill -KILL "\${entry#/proc/}"
    done
    sleep 0.1
  done
`;

/**
 * Has every process killed that carries a mark (`NAME=value`, an entry of its environment) when this process dies
 * without having dismissed the watch; begun before the first of them. A clean environment hides an agent from the
 * runner's own search for orphans, so nobody else would end it.
 */
export function watchOver(mark: string): DeathWatch {
  const watcher = spawn('bash', ['--noprofile', '--norc', '-c', script, mark], {
    env: { PATH: process.env['PATH'] ?? '' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a watcher the agent is still ended by all ordinary ways.
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  watcher.unref();
  return {
    name: (groupId) => watcher.stdin.write(`${groupId}\n`),
    dismiss: () => watcher.stdin.end('over\n'),
  };
}
