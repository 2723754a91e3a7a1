import { z } from 'zod';
import { ask } from './ask.ts';
import type { DispatchDraft, DispatchRecord } from './dispatch-record.ts';
import type { Loopctl } from './port.ts';
import type { Transport } from './transport.ts';

const dispatchSchema = z.object({
  id: z.string(),
  role: z.string(),
  agent_id: z.string().nullable(),
  story_id: z.string().nullable(),
  lineage_path: z.array(z.string()),
  created_at: z.string(),
  expires_at: z.string(),
  revoked_at: z.string().nullable(),
});
const mintedSchema = z.object({
  data: z.object({ dispatch: dispatchSchema, api_key: z.looseObject({ raw_key: z.string() }) }),
});

const path = '/api/v1/dispatches';

/** Dispatches, as people use them; in the orchestrator's name. */
export function dispatchCalls(transport: Transport): Pick<Loopctl, 'listDispatches' | 'mintDispatch'> {
  return {
    async listDispatches({ activeOnly }) {
      const request = { method: 'GET', path, ...(activeOnly ? { query: { active_only: 'true' } } : {}) } as const;
      const { data } = await ask(transport, 'orchestrator', request, z.object({ data: z.array(dispatchSchema) }));
      return data.map(toDispatch);
    },
    async mintDispatch(draft) {
      const request = { method: 'POST', path, body: wireDraft(draft) } as const;
      const { data } = await ask(transport, 'orchestrator', request, mintedSchema);
      return { dispatch: toDispatch(data.dispatch), key: data.api_key.raw_key };
    },
  };
}

function toDispatch(row: z.infer<typeof dispatchSchema>): DispatchRecord {
  return {
    id: row.id,
    role: row.role,
    agentId: row.agent_id,
    storyId: row.story_id,
    lineage: row.lineage_path,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

function wireDraft({ role, agentId, storyId, parentId, expiresInSeconds }: DispatchDraft): object {
  return {
    role,
    ...(agentId === undefined ? {} : { agent_id: agentId }),
    ...(storyId === undefined ? {} : { story_id: storyId }),
    ...(parentId === undefined ? {} : { parent_dispatch_id: parentId }),
    ...(expiresInSeconds === undefined ? {} : { expires_in_seconds: expiresInSeconds }),
  };
}
