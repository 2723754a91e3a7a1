import { z } from 'zod';
import type { Criterion } from '../core/story.ts';
import type { ArtifactRecord, BlockedStory, StoryBrief, StoryDetail, StoryRecord } from './story-record.ts';

const record = z.record(z.string(), z.unknown());
const maybe = z.string().nullable();
const agentStatus = z.enum(['pending', 'contracted', 'assigned', 'implementing', 'reported_done']);
const verifiedStatus = z.enum(['unverified', 'verified', 'rejected']);

export const storySchema = z.object({
  id: z.string(),
  project_id: z.string(),
  epic_id: z.string(),
  number: z.string(),
  title: z.string(),
  description: maybe,
  acceptance_criteria: z.array(record).nullable(),
  /** A text in stories ("3.5"), a number in exports. */
  estimated_hours: z.union([z.string(), z.number()]).nullable(),
  agent_status: agentStatus,
  verified_status: verifiedStatus,
  assigned_agent_id: maybe,
  assigned_at: maybe,
  reported_done_at: maybe,
  verified_at: maybe,
  rejected_at: maybe,
  rejection_reason: maybe,
  metadata: record,
  inserted_at: z.string(),
  updated_at: z.string(),
});

export const artifactSchema = z.object({
  id: z.string(),
  story_id: z.string(),
  artifact_type: z.string(),
  path: maybe,
  exists: z.boolean().nullable(),
  details: record.nullable(),
  reporter_agent_id: maybe,
  inserted_at: z.string(),
});

export const storyDetailSchema = storySchema.extend({
  dependencies: z.array(z.object({ depends_on_story_id: z.string() })),
  artifacts: z.array(artifactSchema),
  iteration_count: z.number(),
});

export const briefSchema = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  agent_status: agentStatus,
  verified_status: verifiedStatus,
});

export const blockedSchema = z.object({ story: briefSchema, blocking_dependencies: z.array(briefSchema) });

/** A wire story as ours; the epic's number is not in it and comes along. */
export function toStory(story: z.infer<typeof storySchema>, epic: number): StoryRecord {
  return {
    id: story.id,
    projectId: story.project_id,
    epicId: story.epic_id,
    epic,
    number: story.number,
    title: story.title,
    description: story.description,
    criteria: (story.acceptance_criteria ?? []).map(toCriterion),
    deliverables: toDeliverables(story.metadata['deliverables']),
    estimatedHours: story.estimated_hours === null ? null : Number(story.estimated_hours),
    metadata: story.metadata,
    agentStatus: story.agent_status,
    verifiedStatus: story.verified_status,
    assignedAgentId: story.assigned_agent_id,
    assignedAt: story.assigned_at,
    reportedDoneAt: story.reported_done_at,
    verifiedAt: story.verified_at,
    rejectedAt: story.rejected_at,
    rejectionReason: story.rejection_reason,
    insertedAt: story.inserted_at,
    updatedAt: story.updated_at,
  };
}

/** A story read by itself, with what only that brings. */
export function toStoryDetail(story: z.infer<typeof storyDetailSchema>, epic: number): StoryDetail {
  return {
    ...toStory(story, epic),
    dependsOn: story.dependencies.map((dependency) => dependency.depends_on_story_id),
    artifacts: story.artifacts.map(toArtifact),
    iterationCount: story.iteration_count,
  };
}

export function toArtifact(artifact: z.infer<typeof artifactSchema>): ArtifactRecord {
  return {
    id: artifact.id,
    storyId: artifact.story_id,
    artifactType: artifact.artifact_type,
    path: artifact.path,
    exists: artifact.exists,
    details: artifact.details ?? {},
    reporterAgentId: artifact.reporter_agent_id,
    insertedAt: artifact.inserted_at,
  };
}

export function toBrief(story: z.infer<typeof briefSchema>): StoryBrief {
  return {
    id: story.id,
    number: story.number,
    title: story.title,
    agentStatus: story.agent_status,
    verifiedStatus: story.verified_status,
  };
}

/** A blocked story; one that blocks it twice, by itself and by its epic, is named once. */
export function toBlocked(row: z.infer<typeof blockedSchema>): BlockedStory {
  const blockers = new Map(row.blocking_dependencies.map((story) => [story.id, toBrief(story)]));
  return { story: toBrief(row.story), blockers: [...blockers.values()] };
}

/** An import keeps a criterion's text as `criterion`, a story made by hand as `description`. */
export function toCriterion(criterion: Readonly<Record<string, unknown>>, index: number): Criterion {
  const { id, criterion: text, description } = criterion;
  return {
    id: typeof id === 'string' && id !== '' ? id : `AC-${index + 1}`,
    text: [text, description].find((candidate) => typeof candidate === 'string') ?? '',
  };
}

function toDeliverables(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}
