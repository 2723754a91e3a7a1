import { z } from 'zod';
import type { StoryRecord } from '../story-record.ts';
import type { Standing, Verdict } from './standing.ts';

const record = z.record(z.string(), z.unknown());
const maybe = z.string().nullable();

const verdictSchema = z.object({
  result: z.enum(['pass', 'fail', 'partial']),
  summary: maybe,
  findings: record,
  reviewType: maybe,
  at: z.string(),
  by: maybe,
});

/** What a story went through, as far as another store can be told of it. */
export const storyPastSchema = z.object({
  reportedAt: maybe,
  verifiedAt: maybe,
  rejectedAt: maybe,
  rejectionReason: maybe,
  /** Where work was done that loopctl never saw. */
  backfill: z.object({ reason: z.string(), evidenceUrl: maybe, prNumber: z.number().nullable() }).nullable(),
  /** Oldest first. */
  verdicts: z.array(verdictSchema),
});

export type StoryPast = z.infer<typeof storyPastSchema>;

const movedSchema = z.object({ version: z.literal(1), from: z.string(), past: storyPastSchema });

const backfillSchema = z.object({
  reason: z.string(),
  evidence_url: maybe.default(null),
  pr_number: z.number().nullable().default(null),
});

type Recorded = Standing &
  Pick<StoryRecord, 'metadata' | 'reportedDoneAt' | 'verifiedAt' | 'rejectedAt' | 'rejectionReason'>;

/** The metadata under which a store that was moved to keeps what the story went through before. */
const movedKey = 'moved';
const backfillKey = 'backfill';

/**
 * What a story went through: before it was moved here, by the note that the move left, and since. The judgement by which
 * the move itself brought the story to where it had stood is not told twice.
 */
export function pastOf(story: Recorded, verdicts: readonly Verdict[]): StoryPast {
  const own: StoryPast = {
    reportedAt: story.reportedDoneAt,
    verifiedAt: story.verifiedAt,
    rejectedAt: story.rejectedAt,
    rejectionReason: story.rejectionReason,
    backfill: readBackfill(story.metadata[backfillKey]),
    verdicts: [...verdicts],
  };
  const note = movedSchema.safeParse(story.metadata[movedKey]);
  if (!note.success) return own;
  const { past } = note.data;
  const since = verdicts.slice(isEcho(verdicts[0], past) ? 1 : 0);
  const backfill = past.backfill ?? own.backfill;
  return since.length === 0 ? { ...past, backfill } : { ...own, backfill, verdicts: [...past.verdicts, ...since] };
}

/** What people keep in a story's metadata, without the notes of a backfill and of a move. */
export function plainMetadata(metadata: StoryRecord['metadata']): StoryRecord['metadata'] {
  const { [movedKey]: _moved, [backfillKey]: _backfill, ...plain } = metadata;
  return plain;
}

/** The note for the store that is moved to; none for a story that nothing happened to. */
export function noteOf(
  { past, agentStatus, verifiedStatus }: Standing & { readonly past: StoryPast },
  from: string,
): Readonly<Record<string, unknown>> {
  const isUntouched = agentStatus === 'pending' && verifiedStatus === 'unverified' && !hasHappened(past);
  return isUntouched ? {} : { [movedKey]: { version: 1, from, past } satisfies z.infer<typeof movedSchema> };
}

/** The words in which a move says that a story was verified: those of whoever last let it pass. */
export function wordsOfPass({ verdicts }: StoryPast): { readonly summary: string; readonly reviewType: string } {
  const last = verdicts.findLast(({ result }) => result !== 'fail');
  return {
    summary: said(last?.summary) ?? 'Verified before it was moved here',
    reviewType: said(last?.reviewType) ?? 'moved',
  };
}

/** The words in which a move says that a story was rejected: those of the last time. */
export function wordsOfRejection({ verdicts, rejectionReason }: StoryPast): {
  readonly reason: string;
  readonly reviewType: string;
  readonly findings: Readonly<Record<string, unknown>>;
} {
  const last = verdicts.findLast(({ result }) => result === 'fail');
  return {
    reason: said(last?.summary) ?? said(rejectionReason) ?? 'Rejected before it was moved here',
    reviewType: said(last?.reviewType) ?? 'moved',
    findings: last?.findings ?? {},
  };
}

/** Whether anything was ever said of the story. */
export function hasHappened({ verdicts, ...moments }: StoryPast): boolean {
  return verdicts.length > 0 || Object.values(moments).some((value) => value !== null);
}

/** loopctl takes no blank reason. */
function said(text: string | null | undefined): string | null {
  return text === undefined || text === null || text.trim() === '' ? null : text;
}

function readBackfill(value: unknown): StoryPast['backfill'] {
  const read = backfillSchema.safeParse(value);
  if (!read.success) return null;
  const { reason, evidence_url: evidenceUrl, pr_number: prNumber } = read.data;
  return { reason, evidenceUrl, prNumber };
}

function isEcho(first: Verdict | undefined, past: StoryPast): boolean {
  const told = first?.result === 'fail' ? wordsOfRejection(past).reason : wordsOfPass(past).summary;
  return first?.summary === told;
}
