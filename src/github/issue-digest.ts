import { createHash } from 'node:crypto';

/** By what title and body of an issue are known again: GitHub may give a body back with the line ends of a web form. */
export function digestIssue({ title, body }: { readonly title: string; readonly body: string }): string {
  return digestText(JSON.stringify([title, body.replaceAll('\r\n', '\n').trimEnd()]));
}

/** By what a text is known again, however long it is. */
export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
