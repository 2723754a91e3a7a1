import { z } from 'zod';
import { feedbackSchema, sha } from './assignment.ts';
import { attemptsSchema } from './attempts.ts';
import { contractSchema } from './contract.ts';
import { reviewSchema } from './verdict.ts';

const instant = z.number();

export const acceptedHeadSchema = z.object({
  sha,
  by: z.enum(['agent', 'update', 'human', 'revert']),
  /** The merge base of head and base when it was accepted, against which the diff is read. */
  diffBase: sha,
  /** `git patch-id --stable` of the diff against the merge base: what a verdict is about. */
  patchId: z.string(),
  /** The paths that it changes; null where they are too many, or were not remembered yet. */
  changedPaths: z.array(z.string()).nullable().default(null),
  /** Files promised for the criteria and not found in its tree. */
  missingDeliverables: z.array(z.string()),
  /** What the reviewer must answer: deleted tests, changes to what CI runs. */
  concerns: z.array(z.string()),
  assignment: z.string(),
  /** By GitHub's clock, and not before it could be seen there: what was said earlier was said of another head. */
  at: instant,
});

export const verdictSchema = z.object({
  review: reviewSchema,
  criteriaHash: z.string(),
  patchId: z.string(),
  headSha: sha,
  /** Reviewer identity: loopctl's agent id. */
  reviewer: z.string(),
  assignment: z.string(),
  run: z.number().int(),
  /** By GitHub's clock: an approval that was dismissed is told from one that nobody gave for it yet. */
  at: instant,
  /** The person whose verdict it is; null: an agent's. */
  by: z.string().nullable().default(null),
});

/** A criterion that a person saw met: for one text of it and one diff. */
const vouchedSchema = z.object({
  criterion: z.string(),
  by: z.string(),
  criteriaHash: z.string(),
  patchId: z.string(),
  at: instant,
});

/** A merge that we asked GitHub for and that has not ended: a request of its own, by its name, or a place in the queue. */
const mergingSchema = z.object({ headSha: sha, baseSha: sha, uuid: z.string().nullable(), at: instant });

/** Of a head that GitHub did not merge after all: how often, why the last time, and when it may be asked for again. */
const unmergedSchema = z.object({ headSha: sha, detail: z.string(), times: z.number().int(), notBefore: instant });

/** Of a head whose approval GitHub did not take, or did not give back: why, and when it may be asked again. */
const unapprovedSchema = z.object({ headSha: sha, detail: z.string(), notBefore: instant });

/** Why a story waits for a person; stays until a person lifts it. */
const stickySchema = z.object({ code: z.string(), detail: z.string(), since: instant });

export const storySchema = z.object({
  /** Branch generation: `orchestrate/<number>`, then `-2`, `-3`. */
  generation: z.number().int().min(1),
  /** The criteria hash at the handshake. */
  agreement: z.string().nullable(),
  authorRuns: z.number().int(),
  rejections: z.number().int(),
  /** How many more rejections a person granted. */
  granted: z.number().int(),
  infrastructure: z.object({ failures: z.number().int(), notBefore: instant }),
  reviews: z.object({ headSha: sha.nullable(), count: z.number().int() }),
  vouched: z.array(vouchedSchema).default([]),
  /** The head whose failed checks a person had run again: until they begin, they are still shown as failed. */
  rerun: z.object({ headSha: sha, at: instant }).nullable().default(null),
  head: acceptedHeadSchema.nullable(),
  pullRequest: z.number().int().nullable(),
  /** The head for which artifacts were posted and review requested. */
  handedOver: sha.nullable(),
  verdict: verdictSchema.nullable(),
  /** The verdict (by its assignment) that was reported and, when it passed, completed in loopctl. */
  reported: z.string().nullable(),
  /** Findings of failed reviews since the last report that passed. */
  openFindings: z.number().int(),
  feedback: z.array(feedbackSchema),
  /** `baseBefore`: the tip when we merged; a look at the base that still shows it is an old one. */
  merged: z
    .object({
      sha,
      headSha: sha,
      baseBefore: sha.nullable(),
      /** The person who merged it; null: we did. */
      by: z.string().nullable(),
      at: instant,
    })
    .nullable(),
  merging: mergingSchema.nullable().default(null),
  unmerged: unmergedSchema.nullable().default(null),
  unapproved: unapprovedSchema.nullable().default(null),
  /** Work that stands but touches protected paths: kept outside of the branches until a person approves its head. */
  kept: z.object({ head: acceptedHeadSchema, protectedPaths: z.array(z.string()) }).nullable(),
  /** The head whose protected paths a person approved. */
  approvedHead: sha.nullable(),
  /** The story is to be started over: its claim given back, its pull request closed, a new branch. */
  startOver: z.boolean(),
  /**
   * Its merge was reverted, since the base was red with it or since a person wanted that: it is to be rejected and done
   * again, told what failed.
   */
  reverted: z
    .object({ redSha: sha, failures: z.array(z.string()), by: z.string().nullable().default(null) })
    .nullable(),
  sticky: stickySchema.nullable(),
  contract: contractSchema.nullable().default(null),
  attempts: attemptsSchema.default([]),
});
