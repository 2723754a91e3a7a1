import { z } from 'zod';

const version = z.object({ version: z.number() });
const record = z.record(z.string(), z.unknown());
const text = z.string();
const maybe = z.string().nullable();
const role = z.enum(['agent', 'orchestrator', 'user']);

export const keysSchema = version.extend({
  keys: z.array(
    z.object({
      id: text,
      name: text,
      role,
      agent_id: maybe,
      key_prefix: text,
      key_hash: text,
      expires_at: maybe,
      revoked_at: maybe,
      inserted_at: text,
    }),
  ),
});

export const dispatchesSchema = version.extend({
  dispatches: z.array(
    z.object({
      id: text,
      tenant_id: text,
      agent_id: maybe,
      story_id: maybe,
      role,
      parent_dispatch_id: maybe,
      lineage_path: z.array(text),
      created_at: text,
      expires_at: text,
      revoked_at: maybe,
    }),
  ),
});

const skillVersion = z.object({
  id: text,
  version: z.number(),
  prompt_text: text,
  changelog: maybe,
  created_by: text,
  metadata: record,
  inserted_at: text,
});

const skillResult = z.object({
  id: text,
  skill_version_id: text,
  verification_result_id: text,
  story_id: text,
  metrics: record,
  inserted_at: text,
});

export const skillSchema = version.extend({
  skill: z.object({
    id: text,
    name: text,
    description: maybe,
    project_id: maybe,
    status: z.enum(['active', 'archived']),
    metadata: record,
    inserted_at: text,
    updated_at: text,
    versions: z.array(skillVersion).min(1),
    results: z.array(skillResult),
  }),
});

export const budgetsSchema = version.extend({
  budgets: z.array(
    z.object({
      id: text,
      tenant_id: text,
      scope_type: z.enum(['project', 'epic', 'story']),
      scope_id: text,
      budget_millicents: z.number(),
      budget_input_tokens: z.number().nullable(),
      budget_output_tokens: z.number().nullable(),
      alert_threshold_pct: z.number(),
      metadata: record,
      told: z.array(z.enum(['warning', 'exceeded'])),
      inserted_at: text,
      updated_at: text,
    }),
  ),
});
