export interface WebhookMessage {
  readonly url: string;
  readonly body: string;
  /** The same for the same message: who has it already may leave it. */
  readonly key: string;
}

/** As long as a pass can do with nobody waiting for it. */
const answerLimitMs = 5000;

/**
 * Sends one message, and does not follow where it is sent on to. Returns why it was not taken, without the address, which
 * is a secret; null: it was.
 */
export async function postWebhook({ url, body, key }: WebhookMessage): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'user-agent': 'orchestrate', 'idempotency-key': key },
      body,
      signal: AbortSignal.timeout(answerLimitMs),
    });
    await response.body?.cancel();
    return response.ok ? null : `it answered ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'no answer came in time' : 'it cannot be reached';
  }
}
