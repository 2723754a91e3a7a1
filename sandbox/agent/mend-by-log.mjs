import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFiles } from './read-files.mjs';

const repairs = join(dirname(fileURLToPath(import.meta.url)), 'solutions/repairs');

/** The files that mend what a log of CI says; none when it says nothing that is known. */
export function mendByLog(log) {
  return readdirSync(repairs).flatMap((name) => {
    const folder = join(repairs, name);
    if (!log.includes(readFileSync(join(folder, 'log.txt'), 'utf8').trim())) return [];
    return readFiles(
      folder,
      readdirSync(folder).filter((child) => child !== 'log.txt'),
    );
  });
}
