import { z } from 'zod';

/** What the team's webhook was told of, by key, and when. */
export const notifiedSchema = z.record(z.string(), z.number());
