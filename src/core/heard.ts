import { z } from 'zod';
import type { ActorFacts } from './actor.ts';
import { askSchema } from './ask.ts';
import type { Instant } from './instant.ts';

/**
 * What became of a person's comment: `forbidden` was not theirs to ask. `answered` once our reaction, and where there is
 * one our reply, are on it.
 */
const handledSchema = z.object({
  at: z.number(),
  /** The issue or pull request that it stands on. */
  on: z.number().int(),
  login: z.string(),
  outcome: z.enum(['done', 'refused', 'forbidden']),
  replies: z.array(z.union([z.string(), askSchema])),
  answered: z.boolean(),
});

/** What people said so far: every comment written or changed before `since`, by GitHub's clock, is done with. */
export const heardSchema = z.object({
  since: z.number().nullable(),
  /** By the comment's id: those that `since` does not leave behind yet. */
  handled: z.record(z.string(), handledSchema),
});

export type Heard = z.infer<typeof heardSchema>;

export const nothingHeard: Heard = { since: null, handled: {} };

/** A comment of a person, never edited, with a command in it, that nobody has answered; or a tick on the dashboard. */
export interface CommentFacts {
  /** GitHub's number of the comment; of a tick `tick …`. */
  readonly id: string;
  readonly source: 'comment' | 'tick';
  /** The issue or pull request that it stands on. */
  readonly on: number;
  /** The head branch of the pull request that it stands on; null: it stands on the dashboard. */
  readonly branch: string | null;
  readonly actor: ActorFacts;
  readonly writtenAt: Instant;
  /** What it is about came before: of a tick, the writing of the text in which its box stands. */
  readonly aboutUntil: Instant;
  readonly body: string;
}

/** What a look brought of what people said. */
export interface HeardFacts {
  /** In the order in which they were written. */
  readonly comments: readonly CommentFacts[];
  /** From where the next look goes on, by GitHub's clock; null: from where this one did. */
  readonly until: Instant | null;
}
