import type { Plan } from '../core/decision.ts';
import { findNotifications } from '../core/notifications.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { present } from '../render/present.ts';
import { notify } from './notify.ts';
import type { Pass } from './pass.ts';
import { findDue, show } from './show.ts';
import { type HeldLedger, takeLease } from './state.ts';
import { underLease } from './under-lease.ts';

/** What a pass came to, at its end. */
interface Told {
  readonly world: Snapshot;
  readonly plan: Plan;
  readonly held: HeldLedger;
  /** Whether it did something, under a lease of its own. */
  readonly isLeased: boolean;
}

/**
 * What people are to see is written where it differs from what they were shown, and what they are to be told of is told,
 * under the lease: one is taken for it where the pass did nothing else. Null when somebody else saved before.
 */
export async function tellPeople({ held, isLeased, ...seen }: Told, pass: Pass): Promise<HeldLedger | null> {
  const places = { repository: pass.repositoryUrl, run: pass.runUrl };
  const facts = { ...seen, ledger: held.ledger, policy: pass.policy, now: pass.now(), places };
  const news = pass.settings.notify.url === null ? [] : findNotifications(facts);
  const surfaces = present(facts);
  const due = findDue(surfaces, held.ledger.shown, seen.world);
  if (due.length + news.length === 0) return held;
  const leased = isLeased ? held : await takeLease(held, [], pass);
  if (leased === null) return null;
  const acting = underLease(pass, leased.ledger.lease?.until ?? 0);
  const [shown, notified] = await Promise.all([
    show(due, { surfaces, shown: leased.ledger.shown, world: seen.world }, acting),
    notify(news, facts, acting),
  ]);
  return { ...leased, ledger: { ...leased.ledger, shown, notified } };
}
