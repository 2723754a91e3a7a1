import { secretHint, secretPatterns } from './secret-patterns.ts';

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g;
const keys = secretPatterns.map(({ pattern }) => new RegExp(`${pattern.source}[\\w-]*`, 'g'));

/** The text without what looks like a key or a token. */
export function blankSecrets(text: string): string {
  if (!secretHint.test(text)) return text;
  return keys.reduce((blanked, key) => blanked.replace(key, '***'), text.replace(privateKey, '***'));
}
