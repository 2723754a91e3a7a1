import { z } from 'zod';
import type { BacklogPayload } from '../core/backlog.ts';
import { ask } from './ask.ts';
import type { ImportResult } from './port.ts';
import { splitPayload } from './split-payload.ts';
import type { Transport } from './transport.ts';

const importSchema = z.object({
  import: z.object({
    epics_created: z.number(),
    epics_updated: z.number(),
    stories_created: z.number(),
    stories_updated: z.number(),
    dependencies_created: z.number(),
    dependencies_existing: z.number(),
    stories_orphaned: z.array(z.object({ number: z.string(), title: z.string() })),
  }),
});

/** Merges a backlog in, in as many requests as the server's limits ask for; dependencies come last. */
export async function importInBatches(
  transport: Transport,
  projectId: string,
  payload: BacklogPayload,
): Promise<ImportResult> {
  let total: ImportResult | null = null;
  for (const body of splitPayload(payload)) {
    const request = {
      method: 'POST',
      path: `/api/v1/projects/${projectId}/import`,
      query: { merge: 'true' },
      body: withoutEmpty(body),
    } as const;
    total = add(total, (await ask(transport, 'orchestrator', request, importSchema)).import);
  }
  const named = new Set(payload.epics.flatMap(({ stories }) => stories.map(({ number }) => number)));
  const result = total ?? nothing;
  return { ...result, orphans: result.orphans.filter(({ number }) => !named.has(number)) };
}

const nothing: ImportResult = {
  epicsCreated: 0,
  epicsUpdated: 0,
  storiesCreated: 0,
  storiesUpdated: 0,
  dependenciesCreated: 0,
  dependenciesExisting: 0,
  orphans: [],
};

/** As a server was seen to take it: what there is none of is left out, but for the epics, without which it does nothing. */
function withoutEmpty({ epics, ...dependencies }: BacklogPayload): object {
  return { epics, ...Object.fromEntries(Object.entries(dependencies).filter(([, rows]) => rows.length > 0)) };
}

function add(total: ImportResult | null, one: z.infer<typeof importSchema>['import']): ImportResult {
  const before = total ?? nothing;
  return {
    epicsCreated: before.epicsCreated + one.epics_created,
    epicsUpdated: before.epicsUpdated + one.epics_updated,
    storiesCreated: before.storiesCreated + one.stories_created,
    storiesUpdated: before.storiesUpdated + one.stories_updated,
    dependenciesCreated: before.dependenciesCreated + one.dependencies_created,
    dependenciesExisting: before.dependenciesExisting + (total === null ? one.dependencies_existing : 0),
    orphans: one.stories_orphaned,
  };
}
