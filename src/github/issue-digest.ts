import { createHash } from 'node:crypto';

/** By what title and body of an issue are known again: GitHub may give a body back with the line ends of a web form. */
export function digestIssue({ title, body }: { readonly title: string; readonly body: string }): string {
  const text = JSON.stringify([title, body.replaceAll('\r\n', '\n').trimEnd()]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
