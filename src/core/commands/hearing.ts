import type { CommentFacts, Heard } from '../heard.ts';
import { branchPrefix } from '../view.ts';
import { parseComment } from './parse-comment.ts';

/** So many that they should not be listed again, though none is for us. */
const manyComments = 50;
/** Characters. */
const longestOfStrangers = 2000;
/** Each is answered under the lease, which does not last for ever. */
const mostAtOnce = 20;

/** What the list of comments tells of one. */
export interface ListedComment {
  readonly id: number;
  /** Null: their account is gone. */
  readonly author: string | null;
  readonly isByPerson: boolean;
  readonly body: string;
}

/** A list of comments, in the order in which they were written or changed. */
export interface CommentList<Comment extends ListedComment> {
  readonly comments: readonly Comment[];
  /** There is more than was listed. */
  readonly isCut: boolean;
}

export interface Asked<Comment extends ListedComment> {
  /** Those that may be commands and were not followed yet. */
  readonly asked: readonly Comment[];
  /** The last one that this pass hears of. */
  readonly newest: Comment;
  /** What came after that is left to the next pass. */
  readonly isCut: boolean;
}

/** Of what was listed, what a pass asks more about: at most twenty; null where the list may as well be read once more. */
export function chooseAsked<Comment extends ListedComment>(
  { comments, isCut }: CommentList<Comment>,
  handled: Heard['handled'],
): Asked<Comment> | null {
  const all = comments.filter((comment) => mayBeCommand(comment) && !Object.hasOwn(handled, comment.id));
  const asked = all.slice(0, mostAtOnce);
  const isTooMuch = all.length > mostAtOnce;
  const newest = isTooMuch ? asked.at(-1) : comments.at(-1);
  if (newest === undefined || (asked.length === 0 && comments.length < manyComments && !isCut)) return null;
  return { asked, newest, isCut: isTooMuch || isCut };
}

/** Whether a person wrote it, and a line of it begins like a command. */
export function mayBeCommand({ author, isByPerson, body }: ListedComment): boolean {
  return author !== null && isByPerson && /^\/orchestrate(?:[ \t]|$)/im.test(body);
}

/** Where a comment stands, and what was done with it. */
export interface PlaceOfComment {
  /** The issue or pull request. */
  readonly number: number;
  /** An issue that we opened: the dashboard. */
  readonly isOnIssueOfOurs: boolean;
  /** The pull request's branch in this repository; null for an issue, and for a pull request from a fork. */
  readonly branch: string | null;
  readonly isEdited: boolean;
  readonly isAnswered: boolean;
}

/** Whether it is said to us, and stands as it was written: on the dashboard, a branch of ours, or a story's pull request. */
export function isForUs(place: PlaceOfComment, pullRequests: ReadonlySet<number>): boolean {
  if (place.isEdited || place.isAnswered) return false;
  if (place.branch === null) return place.isOnIssueOfOurs;
  // GitHub names the branch of a revert.
  return place.branch.startsWith(branchPrefix) || pullRequests.has(place.number);
}

/**
 * Whether there is a command in it, be it one that nobody knows. To read Markdown takes time, which strangers do not get
 * without end: what is long of somebody who may not ask is passed over.
 */
export function isWorthReading({ actor, body }: Pick<CommentFacts, 'actor' | 'body'>): boolean {
  return (actor.canWrite || body.length <= longestOfStrangers) && parseComment(body).length > 0;
}
