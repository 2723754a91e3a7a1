import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSmallModule } from './small-module.mjs';

const solutions = join(dirname(fileURLToPath(import.meta.url)), 'solutions');

/**
 * The files with which a story is solved: from the solutions for the sample's own backlog, else a small module of its
 * own. A fresh agent, told of nothing that went wrong, makes the mistakes that some stories are there to show.
 */
export function planWork({ number, title, criteria, feedback }) {
  const isFirst = feedback.length === 0;
  const folder = join(solutions, number);
  const isKnown = existsSync(folder) && readTitle(folder) === title;
  if (!isKnown) return writeSmallModule({ number, title, criteria, isFirst });
  const files = new Map(filesUnder(folder, ['src', 'test']).map((file) => [file.path, file]));
  const mistakes = join(folder, 'first-attempt');
  if (isFirst && existsSync(mistakes)) {
    for (const file of filesUnder(mistakes, ['src', 'test'])) files.set(file.path, file);
  }
  return [...files.values()];
}

/** Another backlog may use the same numbers: a solution belongs to the story of its title. */
function readTitle(folder) {
  return readFileSync(join(folder, 'title.txt'), 'utf8').trim();
}

function filesUnder(folder, names) {
  return names.flatMap((name) => {
    const root = join(folder, name);
    if (!existsSync(root)) return [];
    return readdirSync(root).map((file) => ({
      path: `${name}/${file}`,
      text: readFileSync(join(root, file), 'utf8'),
    }));
  });
}
