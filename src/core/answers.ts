import type { Heard } from './heard.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Answer } from './people-decision.ts';

/** Whoever asks for what is not theirs is told so; past that many an hour a thumb has to do, lest we be made to talk. */
const mostForbidden = 5;

/**
 * The answers that are owed to people: a reaction on each of their comments, and one reply. What was forbidden gets a
 * reply only for the first few comments of an hour, whoever's they are.
 */
export function answerComments(
  { heard: { handled }, orders }: Pick<Ledger, 'heard' | 'orders'>,
  viewer: string,
  now: Instant,
): readonly Answer[] {
  const inOrder = Object.entries(handled).toSorted(([, left], [, right]) => left.at - right.at);
  const forbidden = inOrder.filter(([, { outcome, at }]) => outcome === 'forbidden' && at > addMinutes(now, -60));
  // What has to happen outside is answered once it has; but a revert goes through the gate, which takes its time.
  const owed = new Set(orders.flatMap(({ kind, comment }) => (kind === 'revert' ? [] : comment)));
  const silent = new Set(forbidden.slice(mostForbidden).map(([id]) => id));
  return inOrder
    .filter(([id, { answered }]) => !answered && !owed.has(id))
    .map(([id, { on, login, at, outcome, replies }]) => ({
      kind: 'answer',
      comment: id,
      on,
      at,
      viewer,
      reaction: outcome === 'done' ? 'rocket' : '-1',
      replies: silent.has(id) ? [] : replies,
      because: `${login} asked on #${on}: ${outcome}`,
    }));
}

/** The same, with this comment answered. */
export function noteAnswered(heard: Heard, comment: string): Heard {
  const known = heard.handled[comment];
  if (known === undefined) return heard;
  return { ...heard, handled: { ...heard.handled, [comment]: { ...known, answered: true } } };
}
