import { answer, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory, storiesOf } from '../db.ts';
import { selectRows } from '../feed.ts';
import { blockerFinder, prerequisites } from '../graph.ts';
import { count, page } from '../page.ts';
import { presentBlocker, presentBrief, presentStory } from '../present-story.ts';
import type { StoryRow } from '../rows.ts';

const agentStatuses = ['pending', 'contracted', 'assigned', 'implementing', 'reported_done'];
const verifiedStatuses = ['unverified', 'verified', 'rejected'];

/** The project's stories by number, by limit and offset; filters with unknown values let everything pass. */
export function listStories(db: Db, call: Call): Reply {
  const { project_id: projectId, limit: wantedLimit, page_size: pageSize } = call.query;
  if (projectId === undefined) {
    return refuse(db, 400, 'project_id query parameter is required');
  }
  const wanted = ofStatus(inEpic(storiesOf(db, projectId), call.query['epic_id']), call.query);
  const limit = Math.min(count(wantedLimit ?? pageSize, 100), 500);
  const offset = count(call.query['offset'], 0, 0);
  const data = wanted.slice(offset, offset + limit).map(presentStory);
  return answer(db, 200, { data, meta: { limit, offset, total_count: wanted.length } });
}

/** Pending stories that nothing blocks. */
export function listReady(db: Db, call: Call): Reply {
  const blockers = blockerFinder(db);
  const ready = inEpic(storiesOf(db, call.query['project_id']), call.query['epic_id']).filter(
    (story) => story.agent_status === 'pending' && blockers(story).length === 0,
  );
  const { data, meta } = page(ready, call.query, { usual: 100, most: 500 });
  return answer(db, 200, { data: data.map(presentBrief), meta });
}

/** Stories of any status with an unverified dependency, each with all that it waits for. */
export function listBlocked(db: Db, call: Call): Reply {
  const blockers = blockerFinder(db);
  const blocked = inEpic(storiesOf(db, call.query['project_id']), call.query['epic_id']).filter(
    (story) => blockers(story).length > 0,
  );
  const { data, meta } = page(blocked, call.query, { usual: 100, most: 500 });
  const rows = data.map((story) => ({
    story: presentBrief(story),
    blocking_dependencies: blockers(story).map(presentBlocker),
  }));
  return answer(db, 200, { data: rows, meta });
}

/** One story with its dependencies and artifacts. */
export function showStory(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  if (story === undefined) {
    return notFound(db);
  }
  const mission = db.projects.get(story.project_id)?.mission ?? null;
  const dependsOn = prerequisites(db.storyDependencies).get(story.id) ?? [];
  return answer(db, 200, {
    story: {
      ...presentStory(story),
      dependencies: dependsOn.map((id) => ({ story_id: story.id, depends_on_story_id: id })),
      artifacts: story.artifacts,
      iteration_count: story.verifications.length,
      latest_verification: null,
      ...(mission === null ? {} : { project_mission: mission }),
    },
  });
}

/** The story's verification results, newest first. */
export function listVerifications(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  const newest = story?.verifications.toReversed();
  return newest === undefined ? notFound(db) : answer(db, 200, page(newest, call.query, { usual: 20, most: 100 }));
}

/** The story's artifacts, oldest first. */
export function listArtifacts(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  return story === undefined
    ? notFound(db)
    : answer(db, 200, page(story.artifacts, call.query, { usual: 20, most: 100 }));
}

/** What happened to the story; a story that nothing happened to since its import is not found. */
export function showHistory(db: Db, call: Call): Reply {
  const id = call.id;
  const rows = selectRows(db.feed, (row) => row.entity_id === id && row.entity_type === 'story');
  if (rows.length === 0) {
    return notFound(db);
  }
  const { data, meta } = page(rows, call.query, { usual: 100, most: 100 });
  return answer(db, 200, {
    data: data.map(({ seq, entity_id, entity_type, project_id, ...shown }) => shown),
    pagination: { page: meta.page, page_size: meta.page_size, total: meta.total_count },
  });
}

/** Criteria in a table of their own, which nothing fills: the story's own criteria are in the story. */
export function listCriteria(db: Db, call: Call): Reply {
  return findStory(db, call.id) === undefined ? notFound(db) : answer(db, 200, { data: [] });
}

function inEpic(stories: readonly StoryRow[], epicId: string | undefined): readonly StoryRow[] {
  return epicId === undefined ? stories : stories.filter((story) => story.epic_id === epicId);
}

/** Of the stories those in the statuses that a query asks for; a status that there is none of asks for nothing. */
export function ofStatus(stories: readonly StoryRow[], query: Call['query']): readonly StoryRow[] {
  const { agent_status: agentStatus, verified_status: verifiedStatus } = query;
  return stories.filter(
    (story) =>
      matches(story.agent_status, agentStatus, agentStatuses) &&
      matches(story.verified_status, verifiedStatus, verifiedStatuses),
  );
}

function matches(value: string, wanted: string | undefined, known: readonly string[]): boolean {
  return wanted === undefined || !known.includes(wanted) || value === wanted;
}
