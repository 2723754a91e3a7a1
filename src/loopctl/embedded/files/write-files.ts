import type { Db } from '../engine/db.ts';
import type { FeedRow, ProjectRow, StateRow } from '../engine/rows.ts';
import { dependencyFiles } from './dependency-files.ts';
import { epicFiles } from './epic-files.ts';
import { feedFile, projectFolder, stateFile, storeFile } from './file-layout.ts';
import { filesVersion } from './files-version.ts';
import { prettyJson, rowsJson } from './json-text.ts';
import type { StoredFile } from './stored-file.ts';
import { peopleFiles } from './write-people.ts';

/** Every file that the database is kept in; only those whose `madeFrom` changed need to be looked at again. */
export function filesOf(db: Db): readonly StoredFile[] {
  return [
    storeFileOf(db),
    ...[...db.projects.values()].flatMap((project) => projectFiles(db, project)),
    ...[...db.states.values()].map((state) => stateFileOf(db, state)),
    ...peopleFiles(db),
    ...db.feed.map((rows, segment) => ({ path: feedFile(segment), madeFrom: [rows], text: () => feedText(rows()) })),
  ];
}

function storeFileOf(db: Db): StoredFile {
  const { clock, deletions, feedLength, tenant, agents } = db;
  return {
    path: storeFile,
    madeFrom: [clock, deletions, feedLength, tenant, agents],
    text: () =>
      prettyJson({
        version: filesVersion,
        clock,
        deletions,
        feed_length: feedLength,
        tenant,
        agents: [...agents.values()].map(({ tenant_id, ...row }) => row),
      }),
  };
}

function projectFiles(db: Db, project: ProjectRow): readonly StoredFile[] {
  const folder = projectFolder(project);
  const { tenant_id, ...row } = project;
  return [
    {
      path: `${folder}/project.json`,
      madeFrom: [project],
      text: () => prettyJson({ version: filesVersion, project: row }),
    },
    ...[...db.epics.values()]
      .filter(({ epic }) => epic.project_id === project.id)
      .flatMap((shelf) => epicFiles(project, shelf)),
    ...dependencyFiles(db, project),
  ];
}

function stateFileOf(db: Db, state: StateRow): StoredFile {
  const project = db.projects.get(state.project_id);
  if (project === undefined) {
    throw new Error(`state ${state.state_key} has no project`);
  }
  const { tenant_id, project_id, ...row } = state;
  return {
    path: stateFile(projectFolder(project), state.state_key),
    madeFrom: [state],
    text: () => prettyJson({ version: filesVersion, state: row }),
  };
}

/** Saves of state are left out: the branch's own history has them, and each would carry the whole state. */
function feedText(rows: readonly FeedRow[]): string {
  const kept = rows.filter((row) => row.entity_type !== 'orchestrator_state');
  return kept.length === 0 ? '' : rowsJson({ version: filesVersion, rows: kept });
}
