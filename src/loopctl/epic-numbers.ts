import { z } from 'zod';
import { askPages } from './pages.ts';
import type { Transport } from './transport.ts';

const epicSchema = z.object({ id: z.string(), number: z.number() });
type EpicNumber = z.infer<typeof epicSchema>;

/** Numbers of epics by their ids, of which stories name the id alone. */
export interface EpicNumbers {
  /** At least these epics' numbers, as far as there are such epics; the project's are read anew only when one is missing. */
  read(projectId: string, epicIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Takes them from an answer that brings them along, which may still be on its way. */
  learn(projectId: string, epics: Promise<readonly EpicNumber[]>): void;
}

export function rememberEpicNumbers(transport: Transport): EpicNumbers {
  const projects = new Map<string, Promise<ReadonlyMap<string, number>>>();
  const none: ReadonlyMap<string, number> = new Map();

  function learn(projectId: string, epics: Promise<readonly EpicNumber[]>): Promise<ReadonlyMap<string, number>> {
    const numbers = epics.then((rows) => new Map(rows.map(({ id, number }) => [id, number])));
    // Whoever asked hears of a failure; here it means that nothing was learnt.
    const known = numbers.catch(() => none);
    projects.set(projectId, known);
    return numbers;
  }

  return {
    async read(projectId, epicIds) {
      const known = (await projects.get(projectId)) ?? none;
      if (epicIds.every((id) => known.has(id))) return known;
      const path = `/api/v1/projects/${projectId}/epics`;
      return await learn(projectId, askPages(transport, 'orchestrator', { path }, epicSchema));
    },
    learn: (projectId, epics) => void learn(projectId, epics).catch(() => undefined),
  };
}
