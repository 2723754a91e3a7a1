import { createHash } from 'node:crypto';

/** A UUID (version 5 in form) that is a function of its parts alone: replaying the same requests gives the same ids. */
export function identifier(kind: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha1')
    .update(JSON.stringify(['orchestrate', kind, ...parts]))
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Whether a path segment can name a row at all. */
export function isIdentifier(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
