/** Rows as the embedded engine keeps them: the wire's own names, so that most answers are a row as it stands. */
export interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly email: string;
  readonly status: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly token_data_retention_days: number | null;
  readonly inserted_at: string;
  readonly updated_at: string;
}

export interface AgentRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly name: string;
  readonly agent_type: 'orchestrator' | 'implementer';
  readonly status: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
}

export interface ProjectRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly name: string;
  readonly slug: string;
  readonly status: string;
  readonly repo_url: string | null;
  readonly description: string | null;
  readonly tech_stack: string | null;
  readonly mission: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
  readonly updated_at: string;
}

export interface EpicRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly project_id: string;
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly phase: string | null;
  readonly position: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
  readonly updated_at: string;
}

export type AgentStatus = 'pending' | 'contracted' | 'assigned' | 'implementing' | 'reported_done';
export type VerifiedStatus = 'unverified' | 'verified' | 'rejected';

/** What the story asks for; changed by imports and edits; of the transitions only a backfill leaves a note here. */
export interface StoryContent {
  readonly id: string;
  readonly tenant_id: string;
  readonly project_id: string;
  readonly epic_id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly acceptance_criteria: readonly Readonly<Record<string, unknown>>[] | null;
  readonly estimated_hours: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly sort_key: number;
  readonly inserted_at: string;
}

/** Where the story stands. */
export interface StoryProgress {
  readonly agent_status: AgentStatus;
  readonly verified_status: VerifiedStatus;
  readonly assigned_agent_id: string | null;
  readonly reported_by_agent_id: string | null;
  readonly assigned_at: string | null;
  readonly reported_done_at: string | null;
  readonly verified_at: string | null;
  readonly rejected_at: string | null;
  readonly rejection_reason: string | null;
  readonly verifier_needed: boolean;
  readonly verifier_dispatch_id: string | null;
  readonly updated_at: string;
  readonly artifacts: readonly ArtifactRow[];
  readonly reviews: readonly ReviewRow[];
  readonly verifications: readonly VerificationRow[];
  readonly usage: readonly UsageRow[];
}

export interface StoryRow extends StoryContent, StoryProgress {}

export interface ArtifactRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly story_id: string;
  readonly reported_by: 'agent' | 'orchestrator';
  readonly reporter_agent_id: string | null;
  readonly artifact_type: string;
  readonly path: string;
  readonly exists: boolean;
  readonly details: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
  readonly updated_at: string;
}

export interface ReviewRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly story_id: string;
  readonly reviewer_agent_id: string | null;
  readonly review_type: string;
  readonly findings_count: number;
  readonly fixes_count: number;
  readonly disproved_count: number;
  readonly summary: string | null;
  readonly completed_at: string;
  readonly inserted_at: string;
  readonly updated_at: string;
}

export interface VerificationRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly story_id: string;
  readonly orchestrator_agent_id: string | null;
  readonly result: 'pass' | 'fail' | 'partial';
  readonly summary: string | null;
  readonly findings: Readonly<Record<string, unknown>>;
  readonly review_type: string | null;
  readonly iteration: number;
  readonly inserted_at: string;
  readonly updated_at: string;
}

export interface UsageRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly project_id: string;
  readonly story_id: string;
  readonly agent_id: string;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_tokens: number;
  readonly model_name: string;
  readonly cost_millicents: number;
  readonly phase: string;
  readonly session_id: string | null;
  readonly skill_version_id: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Of a correction: the report that it sets right. */
  readonly corrects_report_id: string | null;
  readonly deleted_at: string | null;
  readonly inserted_at: string;
  readonly updated_at: string;
}

/** An edge has no id of its own here: `identifier` tells it from its ends whenever it is shown. */
export interface StoryDependencyRow {
  readonly story_id: string;
  readonly depends_on_story_id: string;
  readonly inserted_at: string;
}

export interface EpicDependencyRow {
  readonly epic_id: string;
  readonly depends_on_epic_id: string;
  readonly inserted_at: string;
}

export interface StateRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly project_id: string;
  readonly state_key: string;
  readonly state_data: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly saved_by: string;
  readonly inserted_at: string;
  readonly updated_at: string;
}

/** One row of the audit feed; `seq` counts from 0 without gaps in the order of time. */
export interface FeedRow {
  readonly seq: number;
  readonly id: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly action: string;
  readonly actor_type: 'api_key' | 'system';
  readonly actor_id: string | null;
  readonly actor_label: string | null;
  readonly old_state: Readonly<Record<string, unknown>> | null;
  readonly new_state: Readonly<Record<string, unknown>> | null;
  readonly project_id: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly inserted_at: string;
}

/** The rows of a segment; an old one is only taken apart when somebody asks for what is in it. */
export type FeedSegment = () => readonly FeedRow[];

/** The audit feed, in segments, oldest first. */
export type Feed = readonly FeedSegment[];
