import type { Db } from '../engine/db.ts';
import { budgetsFile, dispatchesFile, keysFile, skillFolder } from './file-layout.ts';
import { budgetsSchema, dispatchesSchema, keysSchema, skillSchema } from './people-schemas.ts';
import { type Files, readFile } from './read-file.ts';

type People = Pick<Db, 'keys' | 'dispatches' | 'skills' | 'budgets'>;

/** What people keep beside the stories; a file that is not there holds nothing. */
export function readPeople(files: Files): People {
  const paths = [...files.keys()].filter((path) => path.startsWith(skillFolder) && path.endsWith('.json'));
  const skills = paths.map((path) => readFile(files, path, skillSchema).skill);
  const keys = files.has(keysFile) ? readFile(files, keysFile, keysSchema).keys : [];
  const dispatches = files.has(dispatchesFile) ? readFile(files, dispatchesFile, dispatchesSchema).dispatches : [];
  const budgets = files.has(budgetsFile) ? readFile(files, budgetsFile, budgetsSchema).budgets : [];
  const byAge = skills.toSorted((one, other) => (one.inserted_at < other.inserted_at ? -1 : 1));
  return { keys: byId(keys), dispatches: byId(dispatches), skills: byId(byAge), budgets: byId(budgets) };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
