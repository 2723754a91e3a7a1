import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteWord } from '../core/quote-word.ts';

/** Puts a `loopctl` into a folder for an agent's PATH, run by the Node that runs us: the machine need not have one. */
export async function lendLoopctl(folder: string, command: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const line = [process.execPath, command].map(quoteWord).join(' ');
  await writeFile(join(folder, 'loopctl'), `#!/bin/sh\nexec ${line} "$@"\n`, { mode: 0o755 });
}
