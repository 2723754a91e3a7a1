import type { RunnerEvent } from '../../sandbox/runner/runner-options.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** One kill: whose job, what of it, and when. */
export interface Kill {
  readonly job: string;
  readonly what: 'processes' | 'machine';
  readonly when: string;
}

/** Kills jobs at moments of its own choice until it has killed enough. */
export interface Killer {
  readonly kills: readonly Kill[];
  /** To be told of all that happens on the runner. */
  observe(event: RunnerEvent): void;
  /** Begins: from now on it can reach the machines, and counts what their jobs ask of GitHub. */
  follow(world: Pick<SimulatedWorld, 'github' | 'runner' | 'jobOfToken'>): void;
}

export interface KillerOptions {
  readonly random: () => number;
  /** How many kills are enough. */
  readonly enough: number;
}

/** More requests than this a trusted job seldom makes. */
const mostRequests = 26;
/** Longer than this a job seldom takes. */
const longestMs = 1500;
/** A settle that dies a third time is given up, and then its story is only waiting. */
const deathsOfALeg = 2;

interface Doom {
  readonly id: number;
  readonly name: string;
  readonly what: Kill['what'];
  /** The request whose answer it does not live to see; infinite when it dies by the clock. */
  readonly atRequest: number;
  requests: number;
}

/**
 * Makes a killer. Every second trusted job is doomed when it starts: most of them die when GitHub has done what their
 * n-th request asked for and before they are answered, the others after some time; some lose their processes, others
 * their whole machine. Of the agents' jobs it kills a few.
 */
export function createKiller({ random, enough }: KillerOptions): Killer {
  const kills: Kill[] = [];
  const doomed = new Map<number, Doom>();
  let world: Pick<SimulatedWorld, 'runner' | 'jobOfToken'> | null = null;

  function isSpared(name: string): boolean {
    const isLeg = name !== 'plan';
    if (isLeg && kills.filter(({ job }) => job === name).length >= deathsOfALeg) return true;
    return random() > (name.endsWith(' / agent') ? 0.1 : 0.6);
  }

  function doom(id: number, name: string): void {
    const byClock = name.endsWith(' / agent') || random() < 0.3;
    const atRequest = byClock ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * mostRequests);
    const death: Doom = { id, name, what: random() < 0.6 ? 'processes' : 'machine', atRequest, requests: 0 };
    doomed.set(id, death);
    const delay = Math.floor(random() * longestMs);
    if (byClock) setTimeout(() => strike(death, `after ${delay} ms`), delay).unref();
  }

  function strike(death: Doom, when: string): void {
    if (!doomed.delete(death.id) || kills.length >= enough || world === null) return;
    const { id, name } = death;
    const { machines } = world.runner;
    const what = death.what === 'processes' && machines.kill(id) ? 'processes' : 'machine';
    if (what === 'processes' || machines.lose(id)) kills.push({ job: name, what, when });
  }

  function countRequest(job: number, request: string): void {
    const death = doomed.get(job);
    if (death === undefined) return;
    death.requests += 1;
    if (death.requests === death.atRequest) strike(death, `at its request ${death.requests}, ${request}`);
  }

  return {
    kills,
    observe: (event) => {
      if (event.kind === 'job_finished') doomed.delete(event.job.id);
      if (event.kind !== 'job_started' || kills.length >= enough) return;
      const { id, name } = event.job;
      if (/^plan$| \/ (settle|agent)$/.test(name) && !isSpared(name)) doom(id, name);
    },
    follow: ({ github, runner, jobOfToken }) => {
      world = { runner, jobOfToken };
      github.world.subscribe((event) => {
        if (event.kind !== 'request' || event.tokenId === null) return;
        countRequest(jobOfToken(event.tokenId) ?? 0, `${event.method} ${event.path}`);
      });
    },
  };
}
