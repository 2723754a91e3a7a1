import { answer, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, epicsOf } from '../db.ts';
import type { AgentStatus, StoryRow, VerifiedStatus } from '../rows.ts';

/** How far a project is, counted over its stories. */
export function showProgress(db: Db, call: Call): Reply {
  const projectId = call.id;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  const epics = epicsOf(db, projectId);
  const stories = epics.flatMap((shelf) => [...shelf.stories.values()]);
  const verified = stories.filter(isVerified);
  return answer(db, 200, {
    progress: {
      ...countByStatus(stories),
      total_epics: epics.length,
      epics_completed: epics.filter(({ stories: own }) => own.size > 0 && [...own.values()].every(isVerified)).length,
      total_stories: stories.length,
      verification_percentage: percentage(verified.length, stories.length),
      estimated_hours_total: hours(stories),
      estimated_hours_completed: hours(verified),
    },
  });
}

/** How far one epic is. */
export function showEpicProgress(db: Db, call: Call): Reply {
  const shelf = db.epics.get(call.id);
  return shelf === undefined ? notFound(db) : answer(db, 200, { progress: countByStatus([...shelf.stories.values()]) });
}

/** The share in percent, to one decimal. */
export function percentage(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}

export function isVerified(story: StoryRow): boolean {
  return story.verified_status === 'verified';
}

interface StatusCounts {
  readonly stories_by_agent_status: Readonly<Record<AgentStatus, number>>;
  readonly stories_by_verified_status: Readonly<Record<VerifiedStatus, number>>;
}

function countByStatus(stories: readonly StoryRow[]): StatusCounts {
  const byAgent = { pending: 0, contracted: 0, assigned: 0, implementing: 0, reported_done: 0 };
  const byVerified = { unverified: 0, verified: 0, rejected: 0 };
  for (const story of stories) {
    byAgent[story.agent_status] += 1;
    byVerified[story.verified_status] += 1;
  }
  return { stories_by_agent_status: byAgent, stories_by_verified_status: byVerified };
}

function hours(stories: readonly StoryRow[]): number {
  return stories.reduce((sum, story) => sum + Number(story.estimated_hours ?? 0), 0);
}
