import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';

export type ResultReading<T> =
  | { readonly kind: 'result'; readonly value: T; readonly raw: unknown }
  | { readonly kind: 'unusable'; readonly detail: string };

const maxBytes = 1_000_000;

/** Reads what an agent left as its result: a plain file of at most 1 MB, JSON of the given shape, no link followed. */
export async function readResultFile<T>(path: string, schema: z.ZodType<T>): Promise<ResultReading<T>> {
  const text = await readPlainFile(path);
  if (text.kind === 'unusable') return text;
  const json = parseJson(text.value);
  if (json.kind === 'unusable') return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { kind: 'result', value: parsed.data, raw: json.value };
  return unusable(`its result has not the form asked for: ${z.prettifyError(parsed.error)}`);
}

async function readPlainFile(path: string): Promise<ResultReading<string>> {
  try {
    // Not blocking: a named pipe without a writer would wait for ever.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: -1 }));
      if (size < 0) return unusable('its result is not a plain file');
      if (size > maxBytes) return unusable(`its result has ${size} bytes, more than ${maxBytes}`);
      const value = await file.readFile('utf8');
      return { kind: 'result', value, raw: value };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return unusable(code === 'ENOENT' ? 'it left no result file' : `its result file could not be read (${code})`);
  }
}

function parseJson(text: string): ResultReading<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'result', value, raw: value };
  } catch {
    return unusable('its result is not JSON');
  }
}

function unusable(detail: string): { readonly kind: 'unusable'; readonly detail: string } {
  return { kind: 'unusable', detail };
}
