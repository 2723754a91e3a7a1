import { settleInterruptedMerges } from './pulls/async-merges.ts';
import { completeMerge } from './pulls/merge-pull.ts';
import { type Mover, type RefChange, recordRefChanges, unrecordedChanges } from './pulls/ref-changes.ts';
import type { Site } from './site.ts';
import type { TriggerOutbox } from './triggers.ts';
import type { IntentRow } from './world/rows.ts';

/** Makes the world agree with the repository after a kill: refs that moved without a record get theirs now. */
export async function reconcile(site: Site, outbox: TriggerOutbox): Promise<void> {
  for (const intent of site.tables.intents.all()) {
    if (intent.kind === 'merge') await settleMerge(site, outbox, intent);
  }
  for (const change of await unrecordedChanges(site)) {
    await recordRefChanges(site, outbox, moverOf(site, change), [change]);
  }
  for (const intent of site.tables.intents.all()) site.tables.intents.delete(intent.id);
  settleInterruptedMerges(site);
}

async function settleMerge(site: Site, outbox: TriggerOutbox, intent: IntentRow & { kind: 'merge' }): Promise<void> {
  const base = site.tables.pulls.get(intent.number)?.baseRef;
  const moved = (await unrecordedChanges(site)).find((change) => change.ref === `refs/heads/${base}`);
  if (moved?.after === intent.sha) await completeMerge(site, outbox, intent);
}

function moverOf(site: Site, change: RefChange): Mover {
  for (const intent of site.tables.intents.all()) {
    if (
      intent.kind === 'push' &&
      intent.updates.some((update) => update.ref === change.ref && update.after === change.after)
    ) {
      return { login: intent.by, kind: intent.tokenKind, viaMerge: null };
    }
  }
  return { login: site.repo().owner, kind: null, viaMerge: null };
}
