import { parseComment } from '../core/commands/parse-comment.ts';
import { nextCursor } from '../core/comment-cursor.ts';
import type { CommentFacts, HeardFacts } from '../core/heard.ts';
import type { Instant } from '../core/instant.ts';
import type { Ledger } from '../core/ledger.ts';
import { branchPrefix } from '../core/view.ts';
import { RemoteError } from '../errors.ts';
import type { ActorReader } from '../github/read-actor.ts';
import { type CommentPlace, readCommentPlaces } from '../github/read-comment-places.ts';
import { type CommentList, type CommentRecord, readCommentsSince } from '../github/read-comments.ts';
import type { Pass } from './pass.ts';

/** How far back is looked where nothing is remembered: what is older was said to somebody who knew more. */
const firstLookMs = 7 * 86_400_000;

/** So many that they should not be listed again, though none is for us. */
const manyComments = 50;
const longestOfStrangers = 2000;
/** Each is answered under the lease, which does not last for ever. */
const mostAtOnce = 20;

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
  const { asked, newest, isCut } = findAsked(listed, ledger);
  if (newest === undefined || (asked.length === 0 && listed.comments.length < manyComments && !isCut)) {
    return { comments: [], until: null };
  }
  const listedAt = pass.github.clock() ?? pass.now();
  const until = nextCursor({ since: listed.since, newest: Date.parse(newest.updatedAt), isCut, listedAt });
  const nodeIds = asked.map(({ nodeId }) => nodeId);
  const places = await readCommentPlaces(pass.github, nodeIds);
  // GitHub names the branch of a revert.
  const numbers = new Set(Object.values(ledger.stories).flatMap(({ pullRequest }) => pullRequest ?? []));
  const heard = asked.flatMap((comment, index) => {
    const place = places[index] ?? null;
    return place !== null && isForUs(place, numbers) ? [{ comment, place }] : [];
  });
  const said = await Promise.all(heard.map((one) => toFacts(one, readActor)));
  const facts = said.filter(isWorthReading);
  return { comments: facts.toSorted((left, right) => left.writtenAt - right.writtenAt), until };
}

interface Asked {
  readonly asked: readonly CommentRecord[];
  /** The last one that this pass hears of. */
  readonly newest: CommentRecord | undefined;
  readonly isCut: boolean;
}

/** Those that may be commands and were not followed yet; what is too much for one pass is left to the next. */
function findAsked({ comments, isCut }: Listed, { heard }: Ledger): Asked {
  const all = comments.filter((comment) => mayBeCommand(comment) && !Object.hasOwn(heard.handled, comment.id));
  if (all.length <= mostAtOnce) return { asked: all, newest: comments.at(-1), isCut };
  const asked = all.slice(0, mostAtOnce);
  return { asked, newest: asked.at(-1), isCut: true };
}

/** Whether a person wrote it, and a line of it begins like a command. */
export function mayBeCommand({ author, isByPerson, body }: CommentRecord): boolean {
  return author !== null && isByPerson && /^\/orchestrate(?:[ \t]|$)/im.test(body);
}

/**
 * Whether there is a command in it, be it one that nobody knows. To read Markdown takes time, which strangers do not get
 * without end: what is long of somebody who may not ask is passed over.
 */
function isWorthReading({ actor, body }: CommentFacts): boolean {
  return (actor.canWrite || body.length <= longestOfStrangers) && parseComment(body).length > 0;
}

function isForUs(place: CommentPlace, ours: ReadonlySet<number>): boolean {
  if (place.isEdited || place.isAnswered) return false;
  if (place.branch === null) return place.isOnIssueOfOurs;
  return place.branch.startsWith(branchPrefix) || ours.has(place.number);
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
    aboutUntil: Date.parse(comment.createdAt),
    body: comment.body,
  };
}

function toIso(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
