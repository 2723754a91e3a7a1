import { z } from 'zod';
import { ask, askIfThere } from './ask.ts';
import type { EpicNumbers } from './epic-numbers.ts';
import { askAll, askPages } from './pages.ts';
import type { Loopctl } from './port.ts';
import type { Transport } from './transport.ts';
import {
  blockedSchema,
  briefSchema,
  storyDetailSchema,
  storySchema,
  toBlocked,
  toBrief,
  toStory,
  toStoryDetail,
} from './wire-story.ts';

const record = z.record(z.string(), z.unknown());
const edge = z.object({ from: z.string(), to: z.string() });

const progressSchema = z.object({
  progress: z.object({
    total_epics: z.number(),
    epics_completed: z.number(),
    total_stories: z.number(),
    stories_by_agent_status: z.object({
      pending: z.number(),
      contracted: z.number(),
      assigned: z.number(),
      implementing: z.number(),
      reported_done: z.number(),
    }),
    stories_by_verified_status: z.object({ unverified: z.number(), verified: z.number(), rejected: z.number() }),
    verification_percentage: z.number(),
    estimated_hours_total: z.number(),
    estimated_hours_completed: z.number(),
  }),
});

const graphSchema = z.object({
  graph: z.object({
    epics: z.array(
      z.object({
        id: z.string(),
        number: z.number(),
        title: z.string(),
        phase: z.string().nullable(),
        position: z.number(),
        stories: z.array(briefSchema),
      }),
    ),
    epic_dependencies: z.array(edge),
    story_dependencies: z.array(edge),
  }),
});

const epicSchema = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  description: z.string().nullable(),
  phase: z.string().nullable(),
  position: z.number(),
  metadata: record,
});

const verificationSchema = z.object({
  id: z.string(),
  result: z.enum(['pass', 'fail', 'partial']),
  summary: z.string().nullable(),
  findings: record.nullable(),
  review_type: z.string().nullable(),
  iteration: z.number(),
  orchestrator_agent_id: z.string().nullable(),
  inserted_at: z.string(),
});

const historySchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      actor_label: z.string().nullable(),
      old_state: record.nullable(),
      new_state: record.nullable(),
      inserted_at: z.string(),
    }),
  ),
  pagination: z.object({ total: z.number() }),
});

type ReadingCalls = Pick<
  Loopctl,
  | 'listStories'
  | 'getStory'
  | 'listReady'
  | 'listBlocked'
  | 'progress'
  | 'dependencyGraph'
  | 'listEpics'
  | 'verifications'
  | 'history'
>;

/** The calls that only look, in the orchestrator's name. */
export function readingCalls(transport: Transport, epicNumbers: EpicNumbers): ReadingCalls {
  return {
    listStories: (projectId) => listStories(transport, epicNumbers, projectId),
    async getStory(storyId) {
      const request = { method: 'GET', path: `/api/v1/stories/${storyId}` } as const;
      const answer = await askIfThere(transport, 'orchestrator', request, z.object({ story: storyDetailSchema }));
      if (answer === null) {
        return null;
      }
      const { epic_id: epicId, project_id: projectId } = answer.story;
      return toStoryDetail(answer.story, numberOf(await epicNumbers.read(projectId, [epicId]), epicId));
    },
    async listReady(projectId) {
      const reading = { path: '/api/v1/stories/ready', query: { project_id: projectId } };
      return (await askPages(transport, 'orchestrator', reading, briefSchema)).map(toBrief);
    },
    async listBlocked(projectId) {
      const reading = { path: '/api/v1/stories/blocked', query: { project_id: projectId } };
      return (await askPages(transport, 'orchestrator', reading, blockedSchema)).map(toBlocked);
    },
    async progress(projectId) {
      const request = { method: 'GET', path: `/api/v1/projects/${projectId}/progress` } as const;
      const { progress } = await ask(transport, 'orchestrator', request, progressSchema);
      return {
        totalEpics: progress.total_epics,
        epicsCompleted: progress.epics_completed,
        totalStories: progress.total_stories,
        byAgentStatus: progress.stories_by_agent_status,
        byVerifiedStatus: progress.stories_by_verified_status,
        verificationPercentage: progress.verification_percentage,
        estimatedHoursTotal: progress.estimated_hours_total,
        estimatedHoursCompleted: progress.estimated_hours_completed,
      };
    },
    async dependencyGraph(projectId) {
      const request = { method: 'GET', path: `/api/v1/projects/${projectId}/dependency_graph` } as const;
      const asked = ask(transport, 'orchestrator', request, graphSchema);
      epicNumbers.learn(
        projectId,
        asked.then(({ graph }) => graph.epics),
      );
      const { graph } = await asked;
      return {
        epics: graph.epics.map((epic) => ({ ...epic, stories: epic.stories.map(toBrief) })),
        epicDependencies: graph.epic_dependencies,
        storyDependencies: graph.story_dependencies,
      };
    },
    listEpics: (projectId) =>
      askPages(transport, 'orchestrator', { path: `/api/v1/projects/${projectId}/epics` }, epicSchema),
    async verifications(storyId) {
      const reading = { path: `/api/v1/stories/${storyId}/verifications` };
      const rows = await askPages(transport, 'orchestrator', reading, verificationSchema);
      return rows.map((row) => ({
        id: row.id,
        result: row.result,
        summary: row.summary,
        findings: row.findings ?? {},
        reviewType: row.review_type,
        iteration: row.iteration,
        orchestratorAgentId: row.orchestrator_agent_id,
        insertedAt: row.inserted_at,
      }));
    },
    history: (storyId) => readHistory(transport, storyId),
  };
}

async function listStories(
  transport: Transport,
  epicNumbers: EpicNumbers,
  projectId: string,
): ReturnType<Loopctl['listStories']> {
  const reading = { path: '/api/v1/stories', query: { project_id: projectId } };
  const stories = await askAll(transport, 'orchestrator', reading, storySchema);
  const epicIds = [...new Set(stories.map((story) => story.epic_id))];
  const numbers = await epicNumbers.read(projectId, epicIds);
  return stories.map((story) => toStory(story, numberOf(numbers, story.epic_id)));
}

async function readHistory(transport: Transport, storyId: string): ReturnType<Loopctl['history']> {
  const entries: Awaited<ReturnType<Loopctl['history']>>[number][] = [];
  for (let page = 1, total = 1; entries.length < total; page += 1) {
    const query = { page: String(page), page_size: '100' };
    const request = { method: 'GET', path: `/api/v1/stories/${storyId}/history`, query } as const;
    const answer = await askIfThere(transport, 'orchestrator', request, historySchema);
    total = answer?.data.length ? answer.pagination.total : 0;
    for (const row of answer?.data ?? []) {
      entries.push({
        id: row.id,
        action: row.action,
        actorLabel: row.actor_label,
        oldState: row.old_state ?? {},
        newState: row.new_state ?? {},
        insertedAt: row.inserted_at,
      });
    }
  }
  return entries;
}

/** An epic that was deleted between two requests has no number any more. */
function numberOf(numbers: ReadonlyMap<string, number>, epicId: string): number {
  return numbers.get(epicId) ?? 0;
}
