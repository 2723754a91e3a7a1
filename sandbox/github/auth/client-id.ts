import { createHash } from 'node:crypto';

/**
 * An App's client id, in GitHub's form. Kept as a secret, a short number would stand in a commit's name by chance now
 * and then, and a runner drops every output that holds a secret.
 */
export function clientIdOf(appId: number): string {
  const letters = createHash('sha256').update(`client id of ${appId}`).digest('base64url').replace(/[-_]/g, '');
  return `Iv23li${letters.slice(0, 14)}`;
}
