import { z } from 'zod';
import { parseLedger } from '../../src/core/ledger.ts';
import type { Save } from '../history/spans.ts';

const moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const savedSchema = z.object({ state: z.object({ state_data: z.unknown(), updated_at: moment }) });

/** The ledger in a state file's text, and when it was saved; null where it is none that can be read. */
export function parseSave(text: string): Save | null {
  const saved = savedSchema.safeParse(parseJson(text));
  if (!saved.success) return null;
  const { state_data: data, updated_at: at } = saved.data.state;
  const reading = parseLedger(data);
  return reading.kind === 'ledger' ? { at, ledger: reading.ledger } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
