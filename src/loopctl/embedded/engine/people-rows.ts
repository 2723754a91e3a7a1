import type { Role } from './actor.ts';

/** Rows of what people keep beside the stories: keys, dispatches, skills, budgets; in the wire's own names. */

/** A key is known by its hash alone; its text is told once and kept nowhere. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agent_id: string | null;
  readonly key_prefix: string;
  readonly key_hash: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly inserted_at: string;
}

export interface DispatchRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly agent_id: string | null;
  readonly story_id: string | null;
  readonly role: Role;
  readonly parent_dispatch_id: string | null;
  /** From the first dispatch to this one. */
  readonly lineage_path: readonly string[];
  readonly created_at: string;
  readonly expires_at: string;
  readonly revoked_at: string | null;
}

export interface SkillVersionRow {
  readonly id: string;
  readonly version: number;
  readonly prompt_text: string;
  readonly changelog: string | null;
  readonly created_by: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
}

/** What became of a story whose review followed a version of a skill. */
export interface SkillResultRow {
  readonly id: string;
  readonly skill_version_id: string;
  readonly verification_result_id: string;
  readonly story_id: string;
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
}

export interface SkillRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Null for a skill of the whole tenant. */
  readonly project_id: string | null;
  readonly status: 'active' | 'archived';
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
  readonly updated_at: string;
  /** Oldest first, and never none. */
  readonly versions: readonly SkillVersionRow[];
  readonly results: readonly SkillResultRow[];
}

export type BudgetScope = 'project' | 'epic' | 'story';

export interface BudgetRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly scope_type: BudgetScope;
  readonly scope_id: string;
  readonly budget_millicents: number;
  readonly budget_input_tokens: number | null;
  readonly budget_output_tokens: number | null;
  readonly alert_threshold_pct: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Which of its thresholds the feed has told of already. */
  readonly told: readonly BudgetThreshold[];
  readonly inserted_at: string;
  readonly updated_at: string;
}

export type BudgetThreshold = 'warning' | 'exceeded';
