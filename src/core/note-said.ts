import { parseComment } from './commands/parse-comment.ts';
import type { Heard } from './heard.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import { noteRecent } from './note-activity.ts';
import type { Snapshot } from './snapshot.ts';

type Said = Pick<Snapshot, 'heard' | 'dashboard'>;
type Handled = Heard['handled'][string];

/** A tick is known again for longer than its box can stand ticked without anybody coming to clear it. */
const ticksKeptMinutes = 7 * 24 * 60;
const tickPrefix = 'tick ';

/**
 * The ledger with what people said noted as recent activity, which is all the answer that a tick gets: what was followed
 * since `before`, and boxes that are cleared since nobody can say who ticked them.
 */
export function noteSaid(before: Ledger, followed: Ledger, said: Said, now: Instant): Ledger {
  const known = before.heard.handled;
  const fresh = Object.entries(followed.heard.handled).filter(([id]) => !Object.hasOwn(known, id));
  const told = fresh.filter(([id, { outcome }]) => outcome !== 'forbidden' || id.startsWith(tickPrefix));
  const noted = told.reduce((ledger, [id, handled]) => noteRecent(ledger, toActivity(id, handled, said)), followed);
  return noteUnsure(forgetTicks(noted, now), said);
}

function toActivity(id: string, { at, login, replies }: Handled, { heard }: Said): Ledger['recent'][number] {
  const body = heard.comments.find((comment) => comment.id === id)?.body ?? '';
  const [first] = parseComment(body);
  const asked = first?.text.slice('/orchestrate'.length).trim() ?? '';
  const answered = replies.filter((reply) => typeof reply === 'string').join(' ');
  return { at, kind: 'command', story: null, said: `${login}: ${asked}${answered === '' ? '' : ` → ${answered}`}` };
}

function noteUnsure(ledger: Ledger, { dashboard }: Said): Ledger {
  const unsure = dashboard?.unsure ?? null;
  if (unsure === null) return ledger;
  const said = `a tick was cleared and not followed (${unsure.commands.join(', ')}): ${unsure.because}; tick again, or write a comment`;
  const isNoted = ledger.recent.some(({ kind, at }) => kind === 'tick' && at === unsure.at);
  return isNoted ? ledger : noteRecent(ledger, { at: unsure.at, kind: 'tick', story: null, said });
}

function forgetTicks(ledger: Ledger, now: Instant): Ledger {
  const { handled } = ledger.heard;
  const isOld = ([id, { at }]: readonly [string, Handled]): boolean =>
    id.startsWith(tickPrefix) && at < addMinutes(now, -ticksKeptMinutes);
  const entries = Object.entries(handled);
  if (!entries.some(isOld)) return ledger;
  return {
    ...ledger,
    heard: { ...ledger.heard, handled: Object.fromEntries(entries.filter((entry) => !isOld(entry))) },
  };
}
