import { z } from 'zod';
import { sha } from './assignment.ts';
import { orderSchema } from './commands/order.ts';
import { recentSchema, waitSchema, waitsSchema } from './diary.ts';
import { dependencySchema } from './drift.ts';
import { escalationsSchema } from './escalation.ts';
import { heardSchema, nothingHeard } from './heard.ts';
import { notifiedSchema } from './notified.ts';
import { shownSchema } from './shown.ts';
import { type acceptedHeadSchema, storySchema, type verdictSchema } from './story-memory.ts';
import { emptyTally, tallySchema } from './tally.ts';

export const ledgerVersion = 1;

const instant = z.number();

const leaseSchema = z.object({
  run: z.number().int(),
  attempt: z.number().int(),
  /** Which trusted job of that run: `plan`, or `settle` with its assignment's id. */
  holder: z.string(),
  until: instant,
});

/** What the pass under the lease set out to do, by decision kind and the thing it is done to. */
const intentSchema = z.object({ kind: z.string(), key: z.string() });

const flightSchema = z.object({
  id: z.string(),
  role: z.enum(['implement', 'fix', 'review', 'repair']),
  story: z.string().nullable(),
  run: z.number().int(),
  attempt: z.number().int(),
  branch: z.string(),
  startSha: sha,
  /** For a review: the merge base its diff was read against. */
  diffBase: sha.nullable(),
  criteriaHash: z.string().nullable(),
  since: instant,
  notAfter: instant,
  /** How often its settle job was run again. */
  settleReruns: z.number().int(),
});

const baseSchema = z.object({
  /** The newest base SHA with proof, and when it was proven. */
  proven: z.object({ sha, at: instant }).nullable(),
  /** The unproven tip we wait for, and since when. */
  watched: z.object({ sha, since: instant }).nullable(),
});

/** What is being done about a red base. */
const repairSchema = z.object({
  /** The red SHA that is mended and the jobs that failed there: the agreement. `reverts`: the story given up for it. */
  red: z
    .object({
      sha,
      jobs: z.array(z.string()),
      reverts: z.object({ story: z.string(), failures: z.array(z.string()) }).nullable(),
      /** The person who wants that story's merge, this SHA, undone: the base is not red. */
      asked: z.string().nullable().default(null),
    })
    .nullable(),
  /** Author runs and failed reviews for the base since it was last proven. */
  tries: z.number().int(),
});

/** The base's CI as we started it ourselves, once for a SHA; refused: GitHub would not. */
const startedSchema = z.object({ sha, at: instant, isRefused: z.boolean() });

/** What the rulesets of the base said about our token. A merge asks them anew all the same. */
const rulesetCacheSchema = z.object({
  viewer: z.string(),
  rulesets: z.record(z.string(), z.object({ updatedAt: z.string(), canBypass: z.string() })),
});

/**
 * What we remember between passes: loopctl's orchestrator state. Everything that can be derived from loopctl, git or
 * GitHub is left out, so it stays proportional to the stories under way.
 */
export const ledgerSchema = z.object({
  version: z.literal(ledgerVersion),
  lease: leaseSchema.nullable(),
  intents: z.array(intentSchema),
  /** Counts assignments; makes their ids. */
  sequence: z.number().int(),
  backlogBlob: z.string().nullable(),
  /** The dependencies that loopctl kept at the last import and the backlog did not name. */
  drift: z.array(dependencySchema),
  /** `cause`: a person, or a budget that is spent; `by`: who, or which. */
  paused: z.object({ by: z.string(), at: instant, cause: z.enum(['person', 'budget']).default('person') }).nullable(),
  /** Spent budgets in spite of which a person let the project go on. */
  overspent: z.array(z.string()).default([]),
  orders: z.array(orderSchema).default([]),
  base: baseSchema,
  repair: repairSchema,
  started: startedSchema.nullable(),
  rulesetCache: rulesetCacheSchema.nullable().default(null),
  flights: z.record(z.string(), flightSchema),
  stories: z.record(z.string(), storySchema),
  finished: z.boolean(),
  heard: heardSchema.default(nothingHeard),
  shown: shownSchema.default({}),
  waits: waitsSchema.default({}),
  /** Since when the whole line waits for what it waits for. */
  line: waitSchema.nullable().default(null),
  recent: recentSchema.default([]),
  escalations: escalationsSchema.default({}),
  tally: tallySchema.default(emptyTally),
  notified: notifiedSchema.default({}),
});

export type Ledger = z.infer<typeof ledgerSchema>;
export type StoryMemory = z.infer<typeof storySchema>;
export type Flight = z.infer<typeof flightSchema>;
export type AcceptedHead = z.infer<typeof acceptedHeadSchema>;
export type VerdictRecord = z.infer<typeof verdictSchema>;
export type Lease = z.infer<typeof leaseSchema>;
export type Intent = z.infer<typeof intentSchema>;

export const emptyLedger: Ledger = {
  version: ledgerVersion,
  lease: null,
  intents: [],
  sequence: 0,
  backlogBlob: null,
  drift: [],
  paused: null,
  overspent: [],
  orders: [],
  base: { proven: null, watched: null },
  repair: { red: null, tries: 0 },
  started: null,
  rulesetCache: null,
  flights: {},
  stories: {},
  finished: false,
  heard: nothingHeard,
  shown: {},
  waits: {},
  line: null,
  recent: [],
  escalations: {},
  tally: emptyTally,
  notified: {},
};

export const freshStoryMemory: StoryMemory = {
  generation: 1,
  agreement: null,
  authorRuns: 0,
  rejections: 0,
  granted: 0,
  infrastructure: { failures: 0, notBefore: 0 },
  reviews: { headSha: null, count: 0 },
  vouched: [],
  rerun: null,
  head: null,
  pullRequest: null,
  handedOver: null,
  verdict: null,
  reported: null,
  openFindings: 0,
  feedback: [],
  merged: null,
  merging: null,
  unmerged: null,
  unapproved: null,
  kept: null,
  approvedHead: null,
  startOver: false,
  reverted: null,
  sticky: null,
  contract: null,
  attempts: [],
};

export type LedgerReading =
  | { readonly kind: 'ledger'; readonly ledger: Ledger }
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'newer'; readonly version: number };

/** Reads a saved ledger; one of a newer version or of no known shape is told apart, never repaired by guessing. */
export function parseLedger(saved: unknown): LedgerReading {
  const version = z.object({ version: z.number() }).safeParse(saved);
  if (version.success && version.data.version > ledgerVersion) return { kind: 'newer', version: version.data.version };
  const parsed = ledgerSchema.safeParse(saved);
  if (parsed.success) return { kind: 'ledger', ledger: parsed.data };
  return { kind: 'unreadable', detail: z.prettifyError(parsed.error) };
}

/** The memory of one story; a story never touched has the fresh one. */
export function recall(ledger: Ledger, story: string): StoryMemory {
  return ledger.stories[story] ?? freshStoryMemory;
}

/** The ledger with one story's memory changed. */
export function remember(ledger: Ledger, story: string, change: Partial<StoryMemory>): Ledger {
  return { ...ledger, stories: { ...ledger.stories, [story]: { ...recall(ledger, story), ...change } } };
}
