import { z } from 'zod';

const count = z.number().int().default(0);

/** What is counted over all stories, since each leaves the ledger when it is verified. */
export const tallySchema = z.object({
  /** Stories that agents worked on and that were verified. */
  verified: count,
  /** How often authors worked on them, and how often their reviews failed. */
  attempts: count,
  rejections: count,
  /** Those of them that took many attempts. */
  manyAttempts: count,
  /** What agents said that they spent, of whatever story, and how many said it; 1000 millicents are a cent. */
  told: count,
  costMillicents: count,
  tokens: count,
});

export type Tally = z.infer<typeof tallySchema>;

export const emptyTally: Tally = {
  verified: 0,
  attempts: 0,
  rejections: 0,
  manyAttempts: 0,
  told: 0,
  costMillicents: 0,
  tokens: 0,
};
