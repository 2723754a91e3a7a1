import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  version: z.literal(1),
  /** By the names that the recordings give them: `user`, `orchestrator`, `agent_impl` … */
  keys: z.array(z.object({ name: z.string(), key: z.string() })),
});

/** The keys to ask a live server with, by the recordings' names for them. */
export function readKeysFile(path: string): Readonly<Record<string, string>> {
  const { keys } = schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return Object.fromEntries(keys.map(({ name, key }) => [name, key]));
}

/** Writes keys for their owner alone to read. */
export function writeKeysFile(path: string, keys: Readonly<Record<string, string>>): void {
  const rows = Object.entries(keys).map(([name, key]) => ({ name, key }));
  writeFileSync(path, `${JSON.stringify({ version: 1, keys: rows }, null, 2)}\n`, { mode: 0o600 });
}
