import type { Db } from '../engine/db.ts';
import type { SkillRow } from '../engine/people-rows.ts';
import { budgetsFile, dispatchesFile, keysFile, skillFolder } from './file-layout.ts';
import { filesVersion } from './files-version.ts';
import { prettyJson, rowsJson } from './json-text.ts';
import type { StoredFile } from './stored-file.ts';

/** The files of what people keep beside the stories; a list of nothing has no file. */
export function peopleFiles(db: Db): readonly StoredFile[] {
  const { keys, dispatches, skills, budgets } = db;
  return [
    { path: keysFile, madeFrom: [keys], text: () => listText('keys', keys) },
    { path: dispatchesFile, madeFrom: [dispatches], text: () => listText('dispatches', dispatches) },
    { path: budgetsFile, madeFrom: [budgets], text: () => listText('budgets', budgets) },
    ...[...skills.values()].map(skillFile),
  ];
}

function skillFile(skill: SkillRow): StoredFile {
  return {
    path: `${skillFolder}${skill.id}.json`,
    madeFrom: [skill],
    text: () => prettyJson({ version: filesVersion, skill }),
  };
}

function listText(name: string, rows: ReadonlyMap<string, unknown>): string {
  return rows.size === 0 ? '' : rowsJson({ version: filesVersion, [name]: [...rows.values()] });
}
