import type { StoryRow } from './rows.ts';

type Shape = Readonly<Record<string, unknown>>;

/** The story as lists, imports and edits give it. */
export function presentStory(story: StoryRow): Shape {
  return {
    acceptance_criteria: story.acceptance_criteria,
    agent_status: story.agent_status,
    assigned_agent_id: story.assigned_agent_id,
    assigned_at: story.assigned_at,
    description: story.description,
    epic_id: story.epic_id,
    estimated_hours: story.estimated_hours,
    id: story.id,
    inserted_at: story.inserted_at,
    metadata: story.metadata,
    number: story.number,
    project_id: story.project_id,
    rejected_at: story.rejected_at,
    rejection_reason: story.rejection_reason,
    reported_done_at: story.reported_done_at,
    sort_key: story.sort_key,
    tenant_id: story.tenant_id,
    title: story.title,
    updated_at: story.updated_at,
    verified_at: story.verified_at,
    verified_status: story.verified_status,
  };
}

/** The story as the answer to a transition gives it. */
export function presentTransition(story: StoryRow): Shape {
  return {
    ...presentStory(story),
    reported_by_agent_id: story.reported_by_agent_id,
    implementer_dispatch_id: null,
    verifier_dispatch_id: story.verifier_dispatch_id,
    verifier_needed: story.verifier_needed,
  };
}

/** The short form of ready and blocked lists. */
export function presentBrief(story: StoryRow): Shape {
  return {
    agent_status: story.agent_status,
    epic_id: story.epic_id,
    id: story.id,
    inserted_at: story.inserted_at,
    number: story.number,
    project_id: story.project_id,
    sort_key: story.sort_key,
    tenant_id: story.tenant_id,
    title: story.title,
    updated_at: story.updated_at,
    verified_status: story.verified_status,
  };
}

/** The form in which a blocked story names what it waits for. */
export function presentBlocker(story: StoryRow): Shape {
  return {
    agent_status: story.agent_status,
    id: story.id,
    number: story.number,
    title: story.title,
    verified_status: story.verified_status,
  };
}
