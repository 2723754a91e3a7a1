import type { Db } from './db.ts';
import { identifier } from './identifier.ts';
import { sortKey } from './import/import-payload.ts';
import type { EpicRow, StoryProgress, StoryRow } from './rows.ts';

/** A story nobody has touched, with nothing but number and title. */
export function newStory(db: Db, epic: EpicRow, number: string, title: string): StoryRow {
  return {
    id: identifier('story', epic.project_id, number, db.deletions),
    tenant_id: db.tenant.id,
    project_id: epic.project_id,
    epic_id: epic.id,
    number,
    title,
    description: null,
    acceptance_criteria: null,
    estimated_hours: null,
    metadata: {},
    sort_key: sortKey(number),
    inserted_at: db.clock,
    ...untouched(db.clock),
  };
}

/** The progress of a story that nothing has happened to since the moment given. */
export function untouched(updatedAt: string): StoryProgress {
  return {
    agent_status: 'pending',
    verified_status: 'unverified',
    assigned_agent_id: null,
    reported_by_agent_id: null,
    assigned_at: null,
    reported_done_at: null,
    verified_at: null,
    rejected_at: null,
    rejection_reason: null,
    verifier_needed: false,
    verifier_dispatch_id: null,
    updated_at: updatedAt,
    artifacts: [],
    reviews: [],
    verifications: [],
    usage: [],
  };
}

/** The database with one more story. */
export function addStory(db: Db, story: StoryRow): Db {
  const shelf = db.epics.get(story.epic_id);
  if (shelf === undefined) {
    throw new Error(`story ${story.number} has no epic`);
  }
  const stories = new Map(shelf.stories).set(story.id, story);
  return {
    ...db,
    epics: new Map(db.epics).set(story.epic_id, { ...shelf, stories }),
    storyEpics: new Map(db.storyEpics).set(story.id, story.epic_id),
    storyNumbers: new Map(db.storyNumbers).set(`${story.project_id}/${story.number}`, story.id),
  };
}
