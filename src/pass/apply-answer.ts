import type { Applied } from '../core/applied.ts';
import type { Ask } from '../core/ask.ts';
import { addMinutes } from '../core/instant.ts';
import type { Answer } from '../core/people-decision.ts';
import { ensureReply } from '../github/ensure-reply.ts';
import { ensureReaction } from '../github/react.ts';
import { joinReplies } from '../render/replies.ts';
import { sanitise } from '../render/sanitise.ts';
import type { LeasedPass } from './under-lease.ts';

/** Short enough to be read; whoever quotes at length in a command does not get it all back. */
const replyLimit = 4000;
/** Machines' clocks may be apart. */
const skewMinutes = 60;

/** Tells what is so now, in Markdown that may be shown. */
export type Tell = (ask: Ask) => string;

/**
 * One reply where there is something to say, then our reaction, which tells any later pass that this one was answered.
 * Where GitHub takes neither, since the comment is gone or the conversation locked, there is nobody to be answered.
 */
export async function applyAnswer(
  { comment, on, reaction, replies, at, viewer }: Answer,
  { github, log }: LeasedPass,
  tell: Tell,
): Promise<Applied> {
  const body = replies.map((reply) => (typeof reply === 'string' ? sanitise(reply, replyLimit) : tell(reply)));
  if (body.length > 0) {
    const since = new Date(addMinutes(at, -skewMinutes)).toISOString();
    await ensureReply(github, { on, comment, body: joinReplies(body), viewer, since });
  }
  if (!(await ensureReaction(github, Number(comment), reaction))) {
    log(`! comment ${comment} — GitHub takes no answer to it: it is gone, or its conversation closed to us`);
  }
  return {};
}
