import { createHash } from 'node:crypto';
import type { Ledger } from '../core/ledger.ts';
import { type Notification, type NotificationFacts, noteNotified, noteRefused } from '../core/notifications.ts';
import { renderNotifications } from '../render/notification.ts';
import { postWebhook } from './post-webhook.ts';
import type { LeasedPass } from './under-lease.ts';

/**
 * Tells the team's webhook of these, all at once, and returns what is remembered of it. What was not taken is told
 * again after a while: it comes once at least, and under the same key. No pass fails for it.
 */
export async function notify(
  due: readonly Notification[],
  facts: Pick<NotificationFacts, 'ledger' | 'now'>,
  {
    settings,
    repositoryUrl,
    runUrl,
    requireLease,
    log,
  }: Pick<LeasedPass, 'settings' | 'repositoryUrl' | 'runUrl' | 'requireLease' | 'log'>,
): Promise<Ledger['notified']> {
  const { url, format } = settings.notify;
  if (url === null || due.length === 0) return facts.ledger.notified;
  requireLease();
  const body = renderNotifications(due, { repository: repositoryUrl, run: runUrl }, format);
  const refusal = await postWebhook({ url, body, key: keyOf(due, repositoryUrl) });
  if (refusal !== null) {
    log(`! notify - — the webhook was not told of ${due.length}: ${refusal}`);
    return noteRefused(facts);
  }
  log(`▸ notify - — the webhook was told of ${due.map(({ kind }) => kind).join(', ')}`);
  return noteNotified(due, facts);
}

function keyOf(due: readonly Notification[], repository: string): string {
  const text = JSON.stringify([repository, due.map(({ key }) => key)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
