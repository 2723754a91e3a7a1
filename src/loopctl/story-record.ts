import type { Story } from '../core/story.ts';

/** A story as loopctl tells it, with the times and reasons that the core does not decide on. */
export interface StoryRecord extends Story {
  readonly projectId: string;
  readonly epicId: string;
  readonly estimatedHours: number | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly assignedAt: string | null;
  readonly reportedDoneAt: string | null;
  readonly verifiedAt: string | null;
  readonly rejectedAt: string | null;
  readonly rejectionReason: string | null;
  readonly insertedAt: string;
  readonly updatedAt: string;
}

/** What reading one story adds: its artifacts, dependencies (story ids) and number of verification results. */
export interface StoryDetail extends StoryRecord {
  readonly dependsOn: readonly string[];
  readonly artifacts: readonly ArtifactRecord[];
  readonly iterationCount: number;
}

/** The short form in which ready and blocked lists name a story. */
export interface StoryBrief {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly agentStatus: Story['agentStatus'];
  readonly verifiedStatus: Story['verifiedStatus'];
}

export interface BlockedStory {
  readonly story: StoryBrief;
  readonly blockers: readonly StoryBrief[];
}

export interface ArtifactRecord {
  readonly id: string;
  readonly storyId: string;
  readonly artifactType: string;
  readonly path: string | null;
  readonly exists: boolean | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly reporterAgentId: string | null;
  readonly insertedAt: string;
}

export interface Verification {
  readonly id: string;
  readonly result: 'pass' | 'fail' | 'partial';
  readonly summary: string | null;
  readonly findings: Readonly<Record<string, unknown>>;
  readonly reviewType: string | null;
  readonly iteration: number;
  readonly orchestratorAgentId: string | null;
  readonly insertedAt: string;
}

export interface HistoryEntry {
  readonly id: string;
  readonly action: string;
  readonly actorLabel: string | null;
  readonly oldState: Readonly<Record<string, unknown>>;
  readonly newState: Readonly<Record<string, unknown>>;
  readonly insertedAt: string;
}
