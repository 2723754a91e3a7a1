import type { Conditions } from './conditions.ts';
import type { MergePlumbing } from './git/merging.ts';
import type { Repository } from './git/repository.ts';
import type { Happening, RequestHappening, WorldEvent } from './world/events.ts';
import type { RepositoryRow, TokenKind } from './world/rows.ts';
import type { Store, Tables } from './world/store.ts';

/** Who does something, and through which kind of token: GitHub treats what a job's token causes differently. */
export interface Actor {
  readonly login: string;
  readonly kind: TokenKind;
}

export interface SiteUrls {
  readonly server: string;
  readonly api: string;
  readonly graphql: string;
  /** `<server>/<owner>/<repo>` */
  readonly html: string;
  /** `<api>/repos/<owner>/<repo>` */
  readonly repository: string;
}

/** What every part of the sandbox's GitHub works on. */
export interface Site {
  readonly directory: string;
  readonly urls: SiteUrls;
  readonly conditions: Conditions;
  readonly store: Store;
  readonly tables: Tables;
  readonly repository: Repository;
  readonly plumbing: MergePlumbing;
  now(): string;
  repo(): RepositoryRow;
  /** The tip of a branch, as last recorded. */
  tip(branch: string): string | undefined;
  /** Keeps an event in the world's log and tells the subscribers. */
  happen(event: Happening): void;
  /** Tells the subscribers of an answered request. */
  answered(event: RequestHappening): void;
  subscribe(listener: (event: WorldEvent) => void): () => void;
  /** One at a time: whatever moves refs runs in here, so that a move can be attributed and recorded. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Assembles the site from its store and repository. */
export function createSite(input: {
  readonly directory: string;
  readonly urls: SiteUrls;
  readonly conditions: Conditions;
  readonly store: Store;
  readonly repository: Repository;
  readonly plumbing: MergePlumbing;
  readonly repositoryId: number;
  readonly clock: () => Date;
}): Site {
  const { store } = input;
  const listeners = new Set<(event: WorldEvent) => void>();
  let lastInLine: Promise<unknown> = Promise.resolve();
  let seq = store.tables.events.all().at(-1)?.seq ?? 0;

  function now(): string {
    return input
      .clock()
      .toISOString()
      .replace(/\.\d{3}Z$/, 'Z');
  }

  function repo(): RepositoryRow {
    const row = store.tables.repositories.get(input.repositoryId);
    if (row === undefined) throw new Error('the repository is not recorded');
    return row;
  }

  return {
    directory: input.directory,
    urls: input.urls,
    conditions: input.conditions,
    store,
    tables: store.tables,
    repository: input.repository,
    plumbing: input.plumbing,
    now,
    repo,
    tip: (branch) => store.tables.refs.get(`refs/heads/${branch}`)?.sha,
    happen: (event) => {
      seq += 1;
      const kept = store.tables.events.put({ seq, at: input.clock().toISOString(), ...event });
      for (const listener of listeners) listener(kept);
    },
    answered: (event) => {
      for (const listener of listeners) listener({ seq: 0, at: input.clock().toISOString(), ...event });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exclusively: (work) => {
      const result = lastInLine.then(work);
      lastInLine = result.catch(() => undefined);
      return result;
    },
  };
}
