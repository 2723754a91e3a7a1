import { signalGroup } from './process-group.ts';

/** The machine that a job runs on. */
export interface Machine {
  /** Aborted when it is gone. */
  readonly lost: AbortSignal;
  /** Has a process group in its care until the returned function says that it has ended. */
  watch(group: number): () => void;
  /** The job is over. */
  close(): void;
}

/** The machines of all jobs under way, and how to pull their plugs. */
export interface Machines {
  open(jobId: number): Machine;
  /**
   * Kills every process that is at work for a job; the job goes on as after any step that failed. False when no
   * process was at work.
   */
  kill(jobId: number): boolean;
  /** Kills every process and takes the machine away: nothing more of the job runs. False when the job is not under way. */
  lose(jobId: number): boolean;
}

interface OpenMachine {
  readonly groups: Set<number>;
  readonly plug: AbortController;
}

/** Makes the register of machines, none of them running yet. */
export function createMachines(): Machines {
  const machines = new Map<number, OpenMachine>();

  function kill(jobId: number): boolean {
    const groups = [...(machines.get(jobId)?.groups ?? [])];
    return groups.filter((group) => signalGroup(group, 'SIGKILL')).length > 0;
  }

  return {
    open: (jobId) => {
      const groups = new Set<number>();
      const plug = new AbortController();
      machines.set(jobId, { groups, plug });
      return {
        lost: plug.signal,
        watch: (group) => {
          groups.add(group);
          return () => groups.delete(group);
        },
        close: () => machines.delete(jobId),
      };
    },
    kill,
    lose: (jobId) => {
      kill(jobId);
      machines.get(jobId)?.plug.abort('lost');
      return machines.has(jobId);
    },
  };
}
