import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PassRecord, writePassRecord } from '../core/record/pass-record.ts';
import type { OpenedPass } from '../pass/pass.ts';
import type { ConfiguredPass } from './open-pass.ts';

/** Runs a pass and leaves what it noted in a folder for `npm run replay`, however it ends; that it cannot is no reason to fail. */
export async function keepRecord<T>(
  folder: string,
  { pass, entries }: Pick<ConfiguredPass, 'entries'> & { readonly pass: Pick<OpenedPass, 'policy' | 'log'> },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } finally {
    await write(folder, { policy: pass.policy, entries }).catch((error: unknown) => {
      pass.log(`! record - — not written: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
}

async function write(folder: string, record: PassRecord): Promise<void> {
  const text = writePassRecord(record);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pass.json'), text);
}
