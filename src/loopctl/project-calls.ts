import { z } from 'zod';
import { ask } from './ask.ts';
import { importInBatches } from './import-batches.ts';
import { askPages } from './pages.ts';
import type { Loopctl, Project } from './port.ts';
import type { Transport } from './transport.ts';

const record = z.record(z.string(), z.unknown());

const projectSchema = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  mission: z.string().nullable(),
  metadata: record,
});

const tenantSchema = z.object({
  tenant: z.object({ id: z.string(), name: z.string(), slug: z.string(), status: z.string(), settings: record }),
});

type ProjectCalls = Pick<Loopctl, 'tenant' | 'findProject' | 'ensureProject' | 'importBacklog'>;

/** The calls about tenant and project. */
export function projectCalls(transport: Transport): ProjectCalls {
  const found = new Map<string, Project>();
  const list = async (): Promise<readonly Project[]> =>
    askPages(transport, 'orchestrator', { path: '/api/v1/projects' }, projectSchema);
  const remember = (key: string, project: Project | null): Project | null => {
    if (project !== null) found.set(key, project);
    return project;
  };
  return {
    async tenant() {
      const { tenant } = await ask(
        transport,
        'orchestrator',
        { method: 'GET', path: '/api/v1/tenants/me' },
        tenantSchema,
      );
      return { ...tenant, maxConcurrentAgents: positive(tenant.settings['max_concurrent_agents']) };
    },
    async findProject(key) {
      const known = found.get(key);
      if (known !== undefined) return known;
      const projects = await list();
      const ways: readonly (keyof Project)[] = ['id', 'slug', 'name'];
      return remember(key, ways.map((way) => projects.find((project) => project[way] === key)).find(Boolean) ?? null);
    },
    async ensureProject(draft) {
      const known = (await list()).find(({ slug }) => slug === draft.slug);
      if (known !== undefined) {
        return known;
      }
      const { repoUrl, ...rest } = draft;
      const body = { ...rest, ...(repoUrl === undefined ? {} : { repo_url: repoUrl }) };
      const request = { method: 'POST', path: '/api/v1/projects', body } as const;
      return (await ask(transport, 'orchestrator', request, z.object({ project: projectSchema }))).project;
    },
    importBacklog: (projectId, payload) => importInBatches(transport, projectId, payload),
  };
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
