import { z } from 'zod';
import type { BacklogPayload } from '../core/backlog.ts';
import { ask } from './ask.ts';
import type { ImportResult } from './port.ts';
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

/** Below the server's limits of a request: 500 epics, 5,000 stories, 2,000,000 bytes. */
const limits = { epics: 400, stories: 4000, bytes: 1_500_000 } as const;

/** Merges a backlog in, in as many requests as the server's limits ask for; dependencies come last. */
export async function importInBatches(
  transport: Transport,
  projectId: string,
  payload: BacklogPayload,
): Promise<ImportResult> {
  let total: ImportResult | null = null;
  for (const body of batches(payload)) {
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

type EpicPayload = BacklogPayload['epics'][number];

function batches(payload: BacklogPayload): readonly BacklogPayload[] {
  if (fits(payload)) {
    return [payload];
  }
  const { story_dependencies, epic_dependencies } = payload;
  const rest = { story_dependencies: [], epic_dependencies: [] };
  return [
    ...groups(payload.epics).map((epics) => ({ ...rest, epics })),
    ...chunks(story_dependencies, 10_000).map((chunk) => ({ ...rest, epics: [], story_dependencies: chunk })),
    ...chunks(epic_dependencies, 10_000).map((chunk) => ({ ...rest, epics: [], epic_dependencies: chunk })),
  ];
}

function groups(epics: readonly EpicPayload[]): readonly (readonly EpicPayload[])[] {
  const found: EpicPayload[][] = [];
  for (const epic of epics.flatMap(splitEpic)) {
    const group = found.at(-1);
    if (group !== undefined && fits({ epics: [...group, epic], story_dependencies: [], epic_dependencies: [] })) {
      group.push(epic);
    } else {
      found.push([epic]);
    }
  }
  return found;
}

/** As a server was seen to take it: what there is none of is left out, but for the epics, without which it does nothing. */
function withoutEmpty({ epics, ...dependencies }: BacklogPayload): object {
  return { epics, ...Object.fromEntries(Object.entries(dependencies).filter(([, rows]) => rows.length > 0)) };
}

/** An epic too large for one request comes in parts; merging puts them together again. */
function splitEpic(epic: EpicPayload): readonly EpicPayload[] {
  const half = Math.ceil(epic.stories.length / 2);
  if (epic.stories.length < 2 || fits({ epics: [epic], story_dependencies: [], epic_dependencies: [] })) {
    return [epic];
  }
  return [
    ...splitEpic({ ...epic, stories: epic.stories.slice(0, half) }),
    ...splitEpic({ ...epic, stories: epic.stories.slice(half) }),
  ];
}

function fits(payload: BacklogPayload): boolean {
  const stories = payload.epics.reduce((sum, epic) => sum + epic.stories.length, 0);
  return (
    payload.epics.length <= limits.epics &&
    stories <= limits.stories &&
    new TextEncoder().encode(JSON.stringify(payload)).length <= limits.bytes
  );
}

function chunks<Row>(rows: readonly Row[], size: number): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
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
