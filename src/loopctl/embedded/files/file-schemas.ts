import { z } from 'zod';

const version = z.object({ version: z.number() });
const record = z.record(z.string(), z.unknown());
const text = z.string();
const maybe = z.string().nullable();

export const versionSchema = version;

export const storeSchema = version.extend({
  clock: text,
  deletions: z.number(),
  feed_length: z.number(),
  tenant: z.object({
    id: text,
    name: text,
    slug: text,
    email: text,
    status: text,
    settings: record,
    token_data_retention_days: z.number().nullable(),
    inserted_at: text,
    updated_at: text,
  }),
  agents: z.array(
    z.object({
      id: text,
      name: text,
      agent_type: z.enum(['orchestrator', 'implementer']),
      status: text,
      metadata: record.default({}),
      inserted_at: text,
    }),
  ),
});

export const projectSchema = version.extend({
  project: z.object({
    id: text,
    name: text,
    slug: text,
    status: text,
    repo_url: maybe,
    description: maybe,
    tech_stack: maybe,
    mission: maybe,
    metadata: record,
    inserted_at: text,
    updated_at: text,
  }),
});

export const dependenciesSchema = version.extend({
  stories: z.array(z.object({ story: text, depends_on: text, inserted_at: text })),
  epics: z.array(z.object({ epic: z.number(), depends_on: z.union([z.number(), text]), inserted_at: text })),
});

/** Stories of an epic, as a further part of it holds them. */
export const epicPartSchema = version.extend({
  stories: z.array(
    z.object({
      id: text,
      number: text,
      title: text,
      description: maybe,
      acceptance_criteria: z.array(record).nullable(),
      estimated_hours: maybe,
      metadata: record,
      inserted_at: text,
    }),
  ),
});

export const epicSchema = epicPartSchema.extend({
  epic: z.object({
    id: text,
    number: z.number(),
    title: text,
    description: maybe,
    phase: maybe,
    position: z.number(),
    metadata: record,
    inserted_at: text,
    updated_at: text,
  }),
});

const artifact = z.object({
  id: text,
  reported_by: z.enum(['agent', 'orchestrator']),
  reporter_agent_id: maybe,
  artifact_type: text,
  path: text,
  exists: z.boolean(),
  details: record,
  inserted_at: text,
  updated_at: text,
});

const review = z.object({
  id: text,
  reviewer_agent_id: maybe,
  review_type: text,
  findings_count: z.number(),
  fixes_count: z.number(),
  disproved_count: z.number(),
  summary: maybe,
  completed_at: text,
  inserted_at: text,
  updated_at: text,
});

const verification = z.object({
  id: text,
  orchestrator_agent_id: maybe,
  result: z.enum(['pass', 'fail', 'partial']),
  summary: maybe,
  findings: record,
  review_type: maybe,
  iteration: z.number(),
  inserted_at: text,
  updated_at: text,
});

const usage = z.object({
  id: text,
  project_id: text,
  agent_id: text,
  input_tokens: z.number(),
  output_tokens: z.number(),
  total_tokens: z.number(),
  model_name: text,
  cost_millicents: z.number(),
  phase: text,
  session_id: maybe,
  skill_version_id: maybe,
  metadata: record,
  corrects_report_id: maybe.default(null),
  deleted_at: maybe.default(null),
  inserted_at: text,
  updated_at: text,
});

/** A story's progress, without the fields that are as in an untouched story. */
export const progressSchema = version.extend({
  stories: z.array(
    z.object({
      number: text,
      agent_status: z.enum(['pending', 'contracted', 'assigned', 'implementing', 'reported_done']).default('pending'),
      verified_status: z.enum(['unverified', 'verified', 'rejected']).default('unverified'),
      assigned_agent_id: maybe.default(null),
      reported_by_agent_id: maybe.default(null),
      assigned_at: maybe.default(null),
      reported_done_at: maybe.default(null),
      verified_at: maybe.default(null),
      rejected_at: maybe.default(null),
      rejection_reason: maybe.default(null),
      verifier_needed: z.boolean().default(false),
      verifier_dispatch_id: maybe.default(null),
      updated_at: text.optional(),
      artifacts: z.array(artifact).default([]),
      reviews: z.array(review).default([]),
      verifications: z.array(verification).default([]),
      usage: z.array(usage).default([]),
    }),
  ),
});

export const stateSchema = version.extend({
  state: z.object({
    id: text,
    state_key: text,
    state_data: record,
    version: z.number(),
    saved_by: text,
    inserted_at: text,
    updated_at: text,
  }),
});

export const feedSchema = version.extend({
  rows: z.array(
    z.object({
      seq: z.number(),
      id: text,
      entity_type: text,
      entity_id: text,
      action: text,
      actor_type: z.enum(['api_key', 'system']),
      actor_id: maybe,
      actor_label: maybe,
      old_state: record.nullable(),
      new_state: record.nullable(),
      project_id: maybe,
      metadata: record,
      inserted_at: text,
    }),
  ),
});
