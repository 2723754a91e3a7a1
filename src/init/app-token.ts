import { createPrivateKey, createSign } from 'node:crypto';
import { ConfigurationError } from '../errors.ts';

/**
 * A token by which GitHub knows the App itself, good for some minutes.
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 */
export function signAsApp(clientId: string, privateKey: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  // A clock that is ahead of GitHub's would make a token of the future.
  const claims = { iat: seconds - 60, exp: seconds + 540, iss: clientId };
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(parseKey(privateKey), 'base64url')}`;
}

function parseKey(privateKey: string): ReturnType<typeof createPrivateKey> {
  try {
    return createPrivateKey(privateKey);
  } catch (cause) {
    throw new ConfigurationError("The App's private key cannot be read.", {
      remedy: 'Settings of the App → Generate a private key, then `--app-key FILE` with what was downloaded.',
      cause,
    });
  }
}
