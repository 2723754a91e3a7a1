import { chooseAsked, isForUs, isWorthReading, type PlaceOfComment } from '../core/commands/hearing.ts';
import { nextCursor } from '../core/comment-cursor.ts';
import type { CommentFacts, HeardFacts } from '../core/heard.ts';
import type { Instant } from '../core/instant.ts';
import type { Ledger } from '../core/ledger.ts';
import { RemoteError } from '../errors.ts';
import type { ActorReader } from '../github/read-actor.ts';
import { readCommentPlaces } from '../github/read-comment-places.ts';
import { type CommentList, type CommentRecord, readCommentsSince } from '../github/read-comments.ts';
import type { Pass } from './pass.ts';

/** How far back is looked where nothing is remembered: what is older was said to somebody who knew more. */
const firstLookMs = 7 * 86_400_000;

/** The comments of the whole repository since the last look that had to do with one, and from when on they were listed. */
export interface Listed extends CommentList {
  readonly since: Instant;
}

/** Lists what was said; one request. A token that may not read comments hears nothing, and the pass goes on. */
export async function listComments(
  ledger: Ledger,
  { github, now, log }: Pick<Pass, 'github' | 'now' | 'log'>,
): Promise<Listed> {
  const since = ledger.heard.since ?? now() - firstLookMs;
  try {
    return { since, ...(await readCommentsSince(github, toIso(since))) };
  } catch (error) {
    if (!(error instanceof RemoteError) || (error.status !== 403 && error.status !== 404)) throw error;
    log(`! comments cannot be read, and nobody's commands in them are heard: ${error.message}`);
    return { since, comments: [], isCut: false };
  }
}

interface Hearing {
  readonly ledger: Ledger;
  readonly pass: Pick<Pass, 'github' | 'now'>;
  readonly readActor: ActorReader;
}

/**
 * The comments that may be commands for us: by a person, never edited, with a command in it, on a pull request of ours
 * or on the dashboard, and not answered yet. Costs a request only where there is one.
 */
export async function gatherComments(listed: Listed, { ledger, pass, readActor }: Hearing): Promise<HeardFacts> {
  const chosen = chooseAsked(listed, ledger.heard.handled);
  if (chosen === null) return { comments: [], until: null };
  const { asked, isCut } = chosen;
  const listedAt = pass.github.clock() ?? pass.now();
  const newest = Date.parse(chosen.newest.updatedAt);
  const until = nextCursor({ since: listed.since, newest, isCut, listedAt });
  const places = await readCommentPlaces(
    pass.github,
    asked.map(({ nodeId }) => nodeId),
  );
  const pullRequests = new Set(Object.values(ledger.stories).flatMap(({ pullRequest }) => pullRequest ?? []));
  const heard = asked.flatMap((comment, index) => {
    const place = places[index] ?? null;
    return place !== null && isForUs(place, pullRequests) ? [{ comment, place }] : [];
  });
  const said = await Promise.all(heard.map((one) => toFacts(one, readActor)));
  const facts = said.filter(isWorthReading);
  return { comments: facts.toSorted((left, right) => left.writtenAt - right.writtenAt), until };
}

async function toFacts(
  { comment, place }: { readonly comment: CommentRecord; readonly place: PlaceOfComment },
  readActor: ActorReader,
): Promise<CommentFacts> {
  return {
    id: String(comment.id),
    source: 'comment',
    on: place.number,
    branch: place.branch,
    actor: await readActor(comment.author ?? ''),
    writtenAt: Date.parse(comment.createdAt),
    aboutUntil: Date.parse(comment.createdAt),
    body: comment.body,
  };
}

function toIso(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
