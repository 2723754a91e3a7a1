import { standingOfBase } from './base-standing.ts';
import type { Plan } from './decision.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import { isEscalated } from './note-escalations.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { compareStoryNumbers, type StoryNumber } from './story.ts';

/** What a webhook is told of. */
export const notificationKinds = ['escalation', 'base_red', 'budget_stop', 'done'] as const;

/** Something that people want to know without looking. */
export interface Notification {
  /** The same for as long as it is the same matter. */
  readonly key: string;
  readonly kind: (typeof notificationKinds)[number];
  /** Null: it concerns the whole project. */
  readonly story: { readonly number: StoryNumber; readonly title: string; readonly pullRequest: number | null } | null;
  /** What is waited for; null: all is done. */
  readonly hold: Hold | null;
  readonly since: Instant;
}

export interface NotificationFacts {
  readonly world: Snapshot;
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly now: Instant;
}

/** So many are told of at a time; the others by the next pass. */
const mostAtOnce = 20;
/** For so long what is over stays known, so that what flickers is not told again. */
const rememberedHours = 7 * 24;

/** What people should be told of and were not yet, the most important first. */
export function findNotifications(facts: NotificationFacts): readonly Notification[] {
  const { notified } = facts.ledger;
  const refusedAt = notified[refusedKey];
  if (refusedAt !== undefined && facts.now < addMinutes(refusedAt, pauseMinutes)) return [];
  return listCurrent(facts)
    .filter(({ key }) => !Object.hasOwn(notified, key))
    .slice(0, mostAtOnce);
}

/** What is remembered once these were told: they, and what was told before and may be the same matter still. */
export function noteNotified(
  told: readonly Notification[],
  { ledger: { notified, finished }, now }: Pick<NotificationFacts, 'ledger' | 'now'>,
): Ledger['notified'] {
  const kept = Object.entries(notified).filter(([, at]) => now < addMinutes(at, rememberedHours * 60));
  const current = kept.filter(([key]) => key !== refusedKey && (finished || key !== doneKey));
  return Object.fromEntries([...current, ...told.map(({ key }) => [key, now] as const)]);
}

/** What is remembered where the webhook did not take it: nobody asks it again for a while, and then as before. */
export function noteRefused({ ledger, now }: Pick<NotificationFacts, 'ledger' | 'now'>): Ledger['notified'] {
  return { ...ledger.notified, [refusedKey]: now };
}

const doneKey = 'done';
const refusedKey = 'refused';
/** A webhook that is down must not cost every pass a lease, and the time that it takes to find out. */
const pauseMinutes = 30;

function listCurrent(facts: NotificationFacts): readonly Notification[] {
  return [...findDone(facts), ...findBudgetStop(facts), ...findRedBase(facts), ...findEscalations(facts)];
}

function findDone({ ledger, now }: NotificationFacts): readonly Notification[] {
  return ledger.finished ? [{ key: doneKey, kind: 'done', story: null, hold: null, since: now }] : [];
}

function findBudgetStop({ ledger: { paused }, plan: { line } }: NotificationFacts): readonly Notification[] {
  if (paused?.cause !== 'budget' || line === null) return [];
  return [{ key: `budget_stop ${paused.at}`, kind: 'budget_stop', story: null, hold: line, since: paused.at }];
}

function findRedBase({ world, plan, ledger, policy, now }: NotificationFacts): readonly Notification[] {
  const { line } = plan;
  if (line === null || standingOfBase(world, ledger, policy, now) !== 'red') return [];
  const { sha } = world.base;
  const since = ledger.base.watched?.sha === sha ? ledger.base.watched.since : now;
  return [{ key: `base_red ${sha}`, kind: 'base_red', story: null, hold: line, since }];
}

/** What the whole line waits for is told once, not of every story that waits with it. */
function findEscalations({ world, plan, ledger }: NotificationFacts): readonly Notification[] {
  const { line, holds } = plan;
  const kind = 'escalation';
  const ofLine = line !== null && isEscalated(line) && ledger.line !== null ? [{ hold: line, ...ledger.line }] : [];
  const ofStories = Object.entries(ledger.escalations).flatMap(([number, { code, since }]) => {
    const hold = holds.get(number);
    return hold?.code === code ? { number, hold, since } : [];
  });
  const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
  return [
    ...ofLine.map(({ hold, since }) => ({ key: `${hold.code} ${since}`, kind, story: null, hold, since }) as const),
    ...ofStories
      .toSorted((left, right) => compareStoryNumbers(left.number, right.number))
      .map(({ number, hold, since }) => {
        const pullRequest = ledger.stories[number]?.pullRequest ?? null;
        const story = { number, title: titles.get(number) ?? '', pullRequest };
        return { key: `${hold.code} ${number} ${since}`, kind, story, hold, since } as const;
      }),
  ];
}
