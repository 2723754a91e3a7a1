import type { Reply } from './call.ts';
import type { Db } from './db.ts';
import type { StoryRow } from './rows.ts';

interface RefusalExtras {
  readonly code?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly remediation?: { readonly learn_more: string };
}

/** An answer that stands. */
export function answer(db: Db, status: number, body: unknown): Reply {
  return { db, response: { status, body } };
}

/** A refusal in loopctl's envelope. */
export function refuse(db: Db, status: number, message: string, extras: RefusalExtras = {}): Reply {
  return { db, response: { status, body: { error: { ...extras, message, status } } } };
}

export function notFound(db: Db): Reply {
  return refuse(db, 404, 'Not found');
}

export function conflict(db: Db): Reply {
  return refuse(db, 409, 'Conflict');
}

export function forbidden(db: Db): Reply {
  return refuse(db, 403, 'Forbidden');
}

/** The refusal of a judgement about one's own work: of a server it halts the tenant, here nothing halts. */
export function refuseOwnWork(db: Db, what: 'report' | 'verify'): Reply {
  const remediation = { learn_more: `https://loopctl.com/wiki/self-${what}-blocked` };
  return refuse(db, 409, `Cannot ${what} your own implementation.`, { code: `self_${what}_blocked`, remediation });
}

/** Field problems, as loopctl's validations give them; null when there are none. */
export function invalid(db: Db, details: Readonly<Record<string, readonly string[]>>): Reply | null {
  return Object.keys(details).length === 0 ? null : refuse(db, 422, 'Validation failed', { details });
}

/** A transition that the story's status does not allow. */
export function wrongStatus(db: Db, story: StoryRow, action: string, hint?: string): Reply {
  const where = `agent_status='${story.agent_status}', verified_status='${story.verified_status}'`;
  return refuse(db, 409, `Cannot ${action}: story is in ${where}${hint === undefined ? '' : `. ${hint}`}`, {
    context: {
      attempted_action: action,
      current_agent_status: story.agent_status,
      current_verified_status: story.verified_status,
    },
  });
}
