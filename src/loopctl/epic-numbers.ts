import { z } from 'zod';
import { askPages } from './pages.ts';
import type { Transport } from './transport.ts';

const epicSchema = z.object({ id: z.string(), number: z.number() });

/** Tells an epic's number by its id; a project's epics are read again only when one is not known yet. */
export type EpicNumbers = (projectId: string, epicIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;

export function rememberEpicNumbers(transport: Transport): EpicNumbers {
  const projects = new Map<string, ReadonlyMap<string, number>>();
  return async (projectId, epicIds) => {
    const known = projects.get(projectId);
    if (known !== undefined && epicIds.every((id) => known.has(id))) {
      return known;
    }
    const path = `/api/v1/projects/${projectId}/epics`;
    const epics = await askPages(transport, 'orchestrator', { path }, epicSchema);
    const numbers = new Map(epics.map((epic) => [epic.id, epic.number]));
    projects.set(projectId, numbers);
    return numbers;
  };
}
