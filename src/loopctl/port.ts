import type { BacklogPayload } from '../core/backlog.ts';
import type { DispatchDraft, DispatchRecord, MintedDispatch } from './dispatch-record.ts';
import type { Skill } from './skill-record.ts';
import type {
  ArtifactRecord,
  BlockedStory,
  HistoryEntry,
  StoryBrief,
  StoryDetail,
  StoryRecord,
  Verification,
} from './story-record.ts';
import type { Budget, TokenUsage, UsageRecord } from './usage-record.ts';

/** The three names in which we speak; which call is made in which name is the port's business. */
export type Identity = 'implementer' | 'reviewer' | 'orchestrator';

export interface AgentIdentity {
  readonly agentId: string;
  readonly name: string;
}

export type Identities = Readonly<Record<Identity, AgentIdentity>>;

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly status: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** `settings.max_concurrent_agents`, where the tenant has it set to a positive integer. */
  readonly maxConcurrentAgents: number | null;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly mission: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ProjectDraft {
  readonly name: string;
  readonly slug: string;
  readonly repoUrl?: string;
  readonly description?: string;
  readonly mission?: string;
}

export interface Epic {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly phase: string | null;
  readonly position: number;
}

/** An epic with all that an import may say of it. */
export interface EpicRecord extends Epic {
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Ids throughout; `from` depends on `to`. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

export interface DependencyGraph {
  /** Each with its stories, as they stood at the same moment. */
  readonly epics: readonly (Epic & { readonly stories: readonly StoryBrief[] })[];
  readonly epicDependencies: readonly Edge[];
  readonly storyDependencies: readonly Edge[];
}

export interface Progress {
  readonly totalEpics: number;
  readonly epicsCompleted: number;
  readonly totalStories: number;
  readonly byAgentStatus: Readonly<Record<StoryRecord['agentStatus'], number>>;
  readonly byVerifiedStatus: Readonly<Record<StoryRecord['verifiedStatus'], number>>;
  readonly verificationPercentage: number;
  readonly estimatedHoursTotal: number;
  readonly estimatedHoursCompleted: number;
}

/** How far the feed was read: rows share timestamps, so the ids already seen at the last one are kept with it. */
export interface ChangeCursor {
  readonly at: string;
  readonly seen: readonly string[];
}

export interface Change {
  readonly id: string;
  readonly entityType: string;
  readonly entityId: string;
  readonly action: string;
  readonly actorLabel: string | null;
  readonly newState: Readonly<Record<string, unknown>>;
  readonly insertedAt: string;
}

export interface Changes {
  readonly changes: readonly Change[];
  readonly cursor: ChangeCursor;
}

export interface Artifact {
  readonly artifactType: string;
  readonly path: string;
  readonly exists?: boolean;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface ReviewCompletion {
  readonly reviewType: string;
  readonly findingsCount: number;
  readonly fixesCount: number;
  readonly disprovedCount?: number;
  readonly summary?: string;
}

/** A verification can only pass: to fail a story there is `reject`. */
export interface VerificationDraft {
  readonly summary: string;
  readonly reviewType: string;
  readonly commitSha?: string;
}

export interface Rejection {
  readonly reason: string;
  readonly findings?: Readonly<Record<string, unknown>>;
  readonly reviewType?: string;
}

/** Where work that loopctl never saw was done. */
export interface Provenance {
  readonly reason: string;
  readonly prNumber?: number;
  readonly evidenceUrl?: string;
}

export interface Completion {
  readonly storyId: string;
  readonly summary: string;
  readonly reviewType: string;
}

export interface CompletionResult {
  readonly storyId: string;
  readonly succeeded: boolean;
  readonly reason: string | null;
}

export interface ImportResult {
  readonly epicsCreated: number;
  readonly epicsUpdated: number;
  readonly storiesCreated: number;
  readonly storiesUpdated: number;
  readonly dependenciesCreated: number;
  readonly dependenciesExisting: number;
  /** Stories of the project that the payload does not name. */
  readonly orphans: readonly { readonly number: string; readonly title: string }[];
}

export interface StoryDraft {
  readonly epicNumber: number;
  readonly number: string;
  readonly title: string;
  readonly description?: string;
  readonly acceptanceCriteria?: readonly { readonly id: string; readonly description: string }[];
  readonly estimatedHours?: number;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** Saved state and its version; version 0 with no data where nothing was saved yet. */
export interface SavedState {
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>> | null;
}

export type StateSaving =
  | { readonly saved: true; readonly version: number }
  /** Somebody else saved since the version was read: load again. */
  | { readonly saved: false };

/**
 * loopctl, as everything above it sees it. A call that loopctl refuses throws a LoopctlRefusal, trouble on the way a
 * RemoteError. What is written becomes lasting at the latest with the next `saveState` or `flush`.
 */
export interface Loopctl {
  /** Our three agents, told apart without harm; the three ids differ, or this throws. */
  identities(): Promise<Identities>;
  tenant(): Promise<Tenant>;

  /** The project whose id, slug or name is given, in this order of preference. */
  findProject(key: string): Promise<Project | null>;
  /** The project of this slug, made when missing. */
  ensureProject(draft: ProjectDraft): Promise<Project>;
  importBacklog(projectId: string, payload: BacklogPayload): Promise<ImportResult>;
  createStory(projectId: string, draft: StoryDraft): Promise<StoryRecord>;

  /** Every story of the project, by number. */
  listStories(projectId: string): Promise<readonly StoryRecord[]>;
  /** Null when there is no such story (any more). */
  getStory(storyId: string): Promise<StoryDetail | null>;
  listReady(projectId: string): Promise<readonly StoryBrief[]>;
  listBlocked(projectId: string): Promise<readonly BlockedStory[]>;
  progress(projectId: string): Promise<Progress>;
  dependencyGraph(projectId: string): Promise<DependencyGraph>;
  /** The project's epics by position, then number. */
  listEpics(projectId: string): Promise<readonly EpicRecord[]>;
  verifications(storyId: string): Promise<readonly Verification[]>;
  /** Oldest first; empty before a story's first transition. */
  history(storyId: string): Promise<readonly HistoryEntry[]>;
  /** The rows of the feed after the cursor, oldest first, saves of state left out; null reads from the beginning. */
  changesSince(cursor: ChangeCursor | null): Promise<Changes>;

  /** The handshake, in the implementer's name: exact title, number of criteria. */
  contract(storyId: string, terms: { readonly title: string; readonly criteriaCount: number }): Promise<StoryRecord>;
  claim(storyId: string): Promise<StoryRecord>;
  start(storyId: string): Promise<StoryRecord>;
  postArtifact(storyId: string, artifact: Artifact): Promise<ArtifactRecord>;
  requestReview(storyId: string): Promise<StoryRecord>;
  unclaim(storyId: string): Promise<StoryRecord>;
  /** In the reviewer's name. */
  report(storyId: string, usage?: TokenUsage): Promise<StoryRecord>;
  /** The orchestrator's name from here on. */
  reviewComplete(storyId: string, review: ReviewCompletion): Promise<void>;
  verify(storyId: string, verification: VerificationDraft): Promise<StoryRecord>;
  reject(storyId: string, rejection: Rejection): Promise<StoryRecord>;
  forceUnclaim(storyId: string): Promise<StoryRecord>;
  backfill(storyId: string, provenance: Provenance): Promise<StoryRecord>;
  markComplete(completions: readonly Completion[]): Promise<readonly CompletionResult[]>;

  /** The skill of exactly this name: the project's own before the tenant's; null where there is none in use. */
  findSkill(projectId: string, name: string): Promise<Skill | null>;
  /** In the name of whose agent it was. Told twice it counts twice: `listUsage` shows what was told. */
  reportUsage(identity: Identity, storyId: string, usage: TokenUsage): Promise<void>;
  /** What was spent on a story, newest first. */
  listUsage(storyId: string): Promise<readonly UsageRecord[]>;
  /** Every budget of the tenant. */
  listBudgets(): Promise<readonly Budget[]>;

  /** The newest dispatches, fifty at most. */
  listDispatches(which: { readonly activeOnly: boolean }): Promise<readonly DispatchRecord[]>;
  mintDispatch(draft: DispatchDraft): Promise<MintedDispatch>;

  loadState(projectId: string, key: string): Promise<SavedState>;
  /** Saves when `version` is still the current one; with it everything done before becomes lasting. */
  saveState(projectId: string, key: string, data: object, version: number): Promise<StateSaving>;
  /** Makes what was done so far lasting (a server does so at once). */
  flush(message: string): Promise<void>;
  /** Reads anew what others may have written, and forgets what of ours is not lasting yet. */
  reload(): Promise<void>;
}
