import { nextCursor } from '../core/comment-cursor.ts';
import type { CommentFacts, HeardFacts } from '../core/heard.ts';
import type { Instant } from '../core/instant.ts';
import type { Ledger } from '../core/ledger.ts';
import { branchPrefix } from '../core/view.ts';
import { RemoteError } from '../errors.ts';
import type { Observed } from '../github/observe.ts';
import type { ActorReader } from '../github/read-actor.ts';
import { type CommentPlace, readCommentPlaces } from '../github/read-comment-places.ts';
import { type CommentList, type CommentRecord, readCommentsSince } from '../github/read-comments.ts';
import type { Pass } from './pass.ts';

/** How far back is looked where nothing is remembered: what is older was said to somebody who knew more. */
const firstLookMs = 7 * 86_400_000;

/** The comments of the whole repository since the last look that had to do with one, and from when on they were listed. */
export interface Listed extends CommentList {
  readonly since: Instant;
}

/** Lists what was said; one request. A token that may not read comments hears nothing, and the pass goes on. */
export async function listComments(ledger: Ledger, { github, now, log }: Pass): Promise<Listed> {
  const since = ledger.heard.since ?? now() - firstLookMs;
  try {
    return { since, ...(await readCommentsSince(github, toIso(since))) };
  } catch (error) {
    if (!(error instanceof RemoteError) || (error.status !== 403 && error.status !== 404)) throw error;
    log(`! comments cannot be read, and nobody's commands in them are heard: ${error.message}`);
    return { since, comments: [], isCut: false };
  }
}

/**
 * The comments that may be commands for us: by a person, never edited, with a command in it, on a pull request of ours
 * or on the dashboard, and not answered yet. Costs a request only where there is one.
 */
export async function gatherComments(
  { since, comments, isCut }: Listed,
  seen: Pick<Observed, 'pullRequests'>,
  { ledger, pass, readActor }: { readonly ledger: Ledger; readonly pass: Pass; readonly readActor: ActorReader },
): Promise<HeardFacts> {
  const asked = comments.filter((comment) => mayBeCommand(comment) && !Object.hasOwn(ledger.heard.handled, comment.id));
  const newest = comments.at(-1);
  const isToMove = newest !== undefined && (isCut || asked.length > 0 || comments.length >= 50);
  if (!isToMove) return { comments: [], until: null };
  const listedAt = pass.github.clock() ?? pass.now();
  const until = nextCursor({ since, newest: Date.parse(newest.updatedAt), isCut, listedAt });
  if (asked.length === 0) return { comments: [], until };
  const places = await readCommentPlaces(
    pass.github,
    asked.map(({ nodeId }) => nodeId),
  );
  const numbers = new Set(seen.pullRequests.map(({ number }) => number));
  const heard = asked.flatMap((comment, index) => {
    const place = places[index] ?? null;
    return place !== null && isForUs(place, numbers) ? [{ comment, place }] : [];
  });
  const facts = await Promise.all(heard.map((one) => toFacts(one, readActor)));
  return { comments: facts.toSorted((left, right) => left.writtenAt - right.writtenAt), until };
}

/** Whether a person wrote it and a line of it begins like a command; the parser has the last word. */
export function mayBeCommand({ author, isByPerson, body }: CommentRecord): boolean {
  return author !== null && isByPerson && /^\/orchestrate\b/im.test(body);
}

function isForUs(place: CommentPlace, ours: ReadonlySet<number>): boolean {
  if (place.isEdited || place.isAnswered) return false;
  return place.isOnIssueOfOurs || place.branch?.startsWith(branchPrefix) === true || ours.has(place.number);
}

async function toFacts(
  { comment, place }: { readonly comment: CommentRecord; readonly place: CommentPlace },
  readActor: ActorReader,
): Promise<CommentFacts> {
  return {
    id: String(comment.id),
    source: 'comment',
    on: place.number,
    branch: place.branch,
    actor: await readActor(comment.author ?? ''),
    writtenAt: Date.parse(comment.createdAt),
    body: comment.body,
  };
}

function toIso(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
