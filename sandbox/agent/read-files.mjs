import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files below these names of a folder, by their paths from there. */
export function readFiles(folder, names) {
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isDirectory()) return [{ path: name, text: readFileSync(path, 'utf8') }];
    return readFiles(
      folder,
      readdirSync(path).map((child) => `${name}/${child}`),
    );
  });
}
