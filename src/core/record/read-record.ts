import { z } from 'zod';
import { parseLedger } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import type { Hold } from '../reasons.ts';
import type { Snapshot } from '../snapshot.ts';
import { type DecidedPlan, type PassRecord, type RecordEntry, readWritten, recordVersion } from './pass-record.ts';
import { findLack } from './snapshot-shape.ts';

export type RecordReading =
  | { readonly kind: 'record'; readonly record: PassRecord }
  | { readonly kind: 'unreadable'; readonly why: string };

const worldSchema = z.custom<Snapshot>((value) => findLack(value) === null, {
  error: ({ input }) => `the snapshot ${findLack(input) ?? ''}`,
});

const holdSchema = z.custom<Hold>((value) => typeof value === 'object' && value !== null && 'code' in value);

const planSchema = z.custom<DecidedPlan>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'decisions' in value &&
    Array.isArray(value.decisions) &&
    'holds' in value &&
    value.holds instanceof Map,
  { error: 'no plan' },
);

const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look'), world: worldSchema, ledger: z.unknown(), now: z.number(), plan: planSchema }),
  z.object({
    kind: z.literal('end'),
    intent: z.object({ kind: z.string(), key: z.string() }),
    undone: holdSchema.nullable(),
  }),
]);

const recordSchema = z.object({
  version: z.literal(recordVersion),
  policy: z.custom<Policy>((value) => typeof value === 'object' && value !== null && 'limits' in value, {
    error: 'no policy',
  }),
  entries: z.array(entrySchema),
});

/** Reads a record; one of another release, or what is none, is answered with why and what to do. */
export function parsePassRecord(text: string): RecordReading {
  const written = parseJson(text);
  if (written === null) return { kind: 'unreadable', why: 'This is no JSON: give the file `pass.json` of a record.' };
  const version = z.looseObject({ version: z.number() }).safeParse(written);
  if (!version.success) return { kind: 'unreadable', why: 'This is no record of a pass: give its file `pass.json`.' };
  if (version.data.version !== recordVersion) return unreadable(`it has version ${version.data.version}`);
  const parsed = recordSchema.safeParse(readWritten(version.data));
  if (!parsed.success) return unreadable(parsed.error.issues.map(({ message }) => message)[0] ?? 'it is another one');
  const { policy } = parsed.data;
  const entries: RecordEntry[] = [];
  for (const entry of parsed.data.entries) {
    if (entry.kind === 'end') {
      entries.push(entry);
      continue;
    }
    const reading = parseLedger(entry.ledger);
    if (reading.kind !== 'ledger') return unreadable('its ledger is of another shape');
    entries.push({ ...entry, ledger: reading.ledger });
  }
  return { kind: 'record', record: { policy, entries } };
}

function unreadable(what: string): RecordReading {
  const why = `This record was made by another release of Orchestrate: ${what}. Replay it with that release.`;
  return { kind: 'unreadable', why };
}

/** An empty answer where it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
