import type { ProjectRow } from '../engine/rows.ts';

export const storeFile = 'store.json';
export const keysFile = 'keys.json';
export const dispatchesFile = 'dispatches.json';
export const budgetsFile = 'budgets.json';
export const skillFolder = 'skills/';

/** The folder of a project: its slug where that is a plain name, else its id. */
export function projectFolder(project: ProjectRow): string {
  return `projects/${/^[a-z0-9][a-z0-9-]*$/.test(project.slug) ? project.slug : project.id}`;
}

/** The file of a state key; whatever is not a plain character is written as its code. */
export function stateFile(folder: string, key: string): string {
  const plain = key.replaceAll(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
  return `${folder}/state/${plain}.json`;
}

/** So many stories of an epic are in one file; the others are in further parts of it. */
export const partSize = 100;

/** The file of what an epic and the first of its stories ask for, or of a further part of them. */
export function epicFile(folder: string, epic: number, part: number): string {
  return part === 0 ? `${folder}/epics/${epic}.json` : `${folder}/epics/${epic}/${part}.json`;
}

/** The file of what happened to the stories of that part. */
export function progressFile(folder: string, epic: number, part: number): string {
  return part === 0 ? `${folder}/progress/${epic}.json` : `${folder}/progress/${epic}/${part}.json`;
}

/** The file of what an epic and its stories wait for; of every epic's, where none is named. */
export function dependenciesFile(folder: string, epic: number | null): string {
  return epic === null ? `${folder}/dependencies.json` : `${folder}/dependencies/${epic}.json`;
}

const segmentsTogether = 100;

/**
 * The file of a segment of the feed. A folder is written anew whenever a file in it is, so it may hold only so many:
 * later ones come together in folders of their own.
 */
export function feedFile(segment: number): string {
  const folder = Math.floor(segment / segmentsTogether);
  const place = folder === 0 ? 'feed' : `feed/${String(folder).padStart(4, '0')}`;
  return `${place}/${String(segment).padStart(6, '0')}.json`;
}
