import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreFact } from './facts.ts';
import { createStoreBook, type Moment } from './store-book.ts';
import type { StoreReader } from './store-reader.ts';

export interface ServerHistoryOptions {
  /** A loopctl server, without `/api/v1`. */
  readonly url: string;
  /** A key that may read there: no other key's limit of requests is used up by the watching. */
  readonly key: string;
  readonly projectId: string;
  /** The world's last event at a moment of this machine's clock, in milliseconds. */
  readonly seqAt: (moment: number) => number;
}

interface FeedPage {
  readonly data: readonly {
    readonly id: string;
    readonly inserted_at: string;
    readonly entity_type: string;
  }[];
  readonly has_more: boolean;
}

/** A row that is written while another one is can come to be read after it. */
const overlapMs = 2000;

/** What happened in the world and what was told to the server are not noted in the same instant. */
const slackMs = 500;

/** Rows after which there may be stories that nobody has heard of yet. */
const bringsStories: ReadonlySet<string> = new Set(['project', 'epic']);

/** Rows that tell of a story; the loop's own savings of state are in the feed too. */
const tellsOfStories: ReadonlySet<string> = new Set(['story', 'artifact_report']);

/** Opens a reader of a project's history on a loopctl server, which is followed by its own feed of changes. */
export function createServerHistory({ url, key, projectId, seqAt }: ServerHistoryOptions): StoreReader {
  const book = createStoreBook();
  const seen = new Set<string>();
  let since: number | null = null;
  let knowsStories = false;

  async function ask(path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    for (;;) {
      const response = await fetch(`${url}/api/v1${path}?${new URLSearchParams(query)}`, {
        headers: { authorization: `Bearer ${key}`, 'x-loopctl-sth-bootstrap': 'true', connection: 'close' },
      });
      const text = await response.text();
      if (response.ok) return JSON.parse(text);
      if (response.status !== 429) throw new Error(`GET ${path}: ${response.status} ${text.slice(0, 200)}`);
      await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
    }
  }

  /** Their names only: where they stand is told by the feed, from the beginning. */
  async function learnStories(): Promise<void> {
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = await ask('/stories', { project_id: projectId, limit: '500', offset: String(offset) });
      const { data, meta } = page as StoryPage;
      total = meta.total_count;
      const names = data.map(({ id, number, title }) => ({ id, number, title }));
      book.learn([JSON.stringify(names)], () => ({ seq: 0, at: '' }));
    }
    knowsStories = true;
  }

  /** The rows that were not read before. */
  async function readFeed(): Promise<FeedPage['data']> {
    const rows: FeedPage['data'][number][] = [];
    since ??= await readBeginning();
    for (let more = true; more; ) {
      const from = new Date(since - overlapMs).toISOString();
      const { data, has_more } = (await ask('/changes', { since: from, limit: '1000' })) as FeedPage;
      const last: number = Math.max(since, ...data.map(({ inserted_at }) => Date.parse(inserted_at)));
      more = has_more && last > since;
      since = last;
      rows.push(...data.filter(({ id }) => !seen.has(id)));
      for (const { id } of data) seen.add(id);
    }
    return rows;
  }

  async function readBeginning(): Promise<number> {
    const { project } = (await ask(`/projects/${projectId}`)) as { readonly project: { readonly inserted_at: string } };
    return Date.parse(project.inserted_at);
  }

  async function look(): Promise<readonly StoreFact[]> {
    const rows = await readFeed();
    if (!knowsStories || rows.some(({ entity_type }) => bringsStories.has(entity_type))) await learnStories();
    const told = rows.filter(({ entity_type }) => tellsOfStories.has(entity_type));
    return book.learn([JSON.stringify(told)], (one) => momentOf('insertedAt' in one ? one.insertedAt : ''));
  }

  function momentOf(at: string): Moment {
    return { seq: seqAt(Date.parse(at) + slackMs), at };
  }

  return { look, standings: book.standings };
}

interface StoryPage {
  readonly data: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  readonly meta: { readonly total_count: number };
}
