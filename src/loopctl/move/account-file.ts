import { z } from 'zod';
import { toCriterion } from '../wire-story.ts';
import type { ProjectAccount, StoryAccount } from './account.ts';
import { pastOf, plainMetadata, storyPastSchema } from './story-past.ts';

const record = z.record(z.string(), z.unknown());
const maybe = z.string().nullable().default(null);

const storySchema = z.object({
  number: z.string(),
  title: z.string(),
  description: maybe,
  acceptance_criteria: z.array(record).nullable().default(null),
  estimated_hours: z.union([z.string(), z.number()]).nullable().default(null),
  metadata: record.default({}),
  agent_status: z.enum(['pending', 'contracted', 'assigned', 'implementing', 'reported_done']),
  verified_status: z.enum(['unverified', 'verified', 'rejected']),
  reported_done_at: maybe,
  verified_at: maybe,
  rejected_at: maybe,
  rejection_reason: maybe,
  past: storyPastSchema.optional(),
});

const accountSchema = z.object({
  version: z.literal(1).default(1),
  project: z.object({ name: z.string(), slug: z.string() }),
  export_metadata: z.object({ tenant: z.string().optional(), tenant_id: z.string().optional() }).default({}),
  epics: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      description: maybe,
      phase: maybe,
      position: z.number(),
      metadata: record.default({}),
      stories: z.array(storySchema),
    }),
  ),
  story_dependencies: z.array(z.object({ story: z.string(), depends_on: z.string() })),
  epic_dependencies: z.array(z.object({ epic: z.number(), depends_on: z.number() })),
});

export type AccountFileReading =
  | { readonly kind: 'account'; readonly account: ProjectAccount }
  /** Nothing in it says where a story stands: it is a backlog to be read as one. */
  | { readonly kind: 'backlog' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** The account as a file: loopctl's own export, and what each story went through beside its standing. */
export function renderAccountFile(account: ProjectAccount): string {
  const { project, tenant, epics, storyDependencies, epicDependencies } = account;
  const file: z.input<typeof accountSchema> = {
    version: 1,
    project,
    export_metadata: { tenant },
    epics: epics.map((epic) => ({ ...epic, stories: epic.stories.map(wireStory) })),
    story_dependencies: storyDependencies.map(({ story, dependsOn }) => ({ story, depends_on: dependsOn })),
    epic_dependencies: epicDependencies.map(({ epic, dependsOn }) => ({ epic, depends_on: dependsOn })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads what `renderAccountFile` wrote or a server exported; what is wrong is told by its place in the file. */
export function parseAccountFile(value: unknown): AccountFileReading {
  const read = accountSchema.safeParse(value);
  if (read.success) return { kind: 'account', account: toAccount(read.data) };
  if (!namesStanding(value)) return { kind: 'backlog' };
  return {
    kind: 'problems',
    problems: read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
  };
}

/** Whether any story says where it stands. */
function namesStanding(value: unknown): boolean {
  const epics = z.object({ epics: z.array(z.unknown()) }).safeParse(value);
  return (epics.data?.epics ?? []).some((epic) => {
    const stories = z.object({ stories: z.array(z.unknown()) }).safeParse(epic);
    return (stories.data?.stories ?? []).some(
      (story) => z.looseObject({ agent_status: z.unknown() }).safeParse(story).success,
    );
  });
}

function toAccount(file: z.infer<typeof accountSchema>): ProjectAccount {
  return {
    project: { name: file.project.name, slug: file.project.slug },
    tenant: file.export_metadata.tenant ?? file.export_metadata.tenant_id ?? 'elsewhere',
    epics: file.epics.map((epic) => ({ ...epic, stories: epic.stories.map(fromWire) })),
    storyDependencies: file.story_dependencies.map(({ story, depends_on }) => ({ story, dependsOn: depends_on })),
    epicDependencies: file.epic_dependencies.map(({ epic, depends_on }) => ({ epic, dependsOn: depends_on })),
  };
}

function fromWire(story: z.infer<typeof storySchema>): StoryAccount {
  const { metadata, agent_status: agentStatus, verified_status: verifiedStatus, estimated_hours: hours } = story;
  const recorded = {
    agentStatus,
    verifiedStatus,
    metadata,
    reportedDoneAt: story.reported_done_at,
    verifiedAt: story.verified_at,
    rejectedAt: story.rejected_at,
    rejectionReason: story.rejection_reason,
  };
  return {
    number: story.number,
    title: story.title,
    description: story.description,
    criteria: (story.acceptance_criteria ?? []).map(toCriterion),
    estimatedHours: hours === null ? null : Number(hours),
    metadata: plainMetadata(metadata),
    agentStatus,
    verifiedStatus,
    past: story.past ?? pastOf(recorded, []),
  };
}

function wireStory(story: StoryAccount): z.input<typeof storySchema> {
  const { number, title, description, criteria, estimatedHours, metadata, agentStatus, verifiedStatus, past } = story;
  return {
    number,
    title,
    description,
    acceptance_criteria: criteria.map(({ id, text }) => ({ id, description: text })),
    estimated_hours: estimatedHours,
    metadata,
    agent_status: agentStatus,
    verified_status: verifiedStatus,
    past,
  };
}
