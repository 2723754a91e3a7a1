import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const workflowSchema = z.object({ on: z.object({ schedule: z.array(z.object({ cron: z.string() })).default([]) }) });

/** How often a day the workflow's own clock wakes the loop, as the example is shipped. */
export async function countScheduledWakes(root: string): Promise<number> {
  const { on } = workflowSchema.parse(parse(await readFile(join(root, 'examples/orchestrate.yml'), 'utf8')));
  return on.schedule.reduce((sum, { cron }) => sum + countFirings(cron), 0);
}

/** Firings a day of a cron line that fires every day; one that names days is refused rather than misread. */
export function countFirings(cron: string): number {
  const [minutes = '', hours = '', ...days] = cron.trim().split(/\s+/);
  if (days.join(' ') !== '* * *') throw new Error(`"${cron}" does not fire every day alike`);
  return countValues(minutes, 60) * countValues(hours, 24);
}

function countValues(field: string, size: number): number {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = 'none', step = '1'] = /^([\d*-]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [first = Number.NaN, last] = range === '*' ? [0, size - 1] : range.split('-').map(Number);
    const end = last ?? (part.includes('/') ? size - 1 : first);
    if (!(first >= 0 && first <= end && end < size)) throw new Error(`"${part}" is no part of a cron line`);
    for (let value = first; value <= end; value += Number(step)) values.add(value);
  }
  return values.size;
}
