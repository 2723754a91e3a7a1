import { z } from 'zod';
import type { Finding } from '../finding.ts';

const reportSchema = z.object({
  version: z.literal(1),
  findings: z
    .array(
      z.object({
        check: z.string(),
        verdict: z.enum(['pass', 'fail', 'cannot_tell']),
        detail: z.string(),
        remedy: z.string(),
      }),
    )
    .readonly(),
});

const mark = 'rehearsal: ';

/** What was found, as one line of a trusted job's log, for who waits for it elsewhere. */
export function renderReport(findings: readonly Finding[]): string {
  return `${mark}${JSON.stringify({ version: 1, findings } satisfies z.infer<typeof reportSchema>)}`;
}

/** What the last such line of a log says; null where there is none that can be read. */
export function parseReport(log: string): readonly Finding[] | null {
  const line = log.split('\n').findLast((one) => one.startsWith(mark));
  if (line === undefined) return null;
  try {
    return reportSchema.parse(JSON.parse(line.slice(mark.length))).findings;
  } catch {
    return null;
  }
}
