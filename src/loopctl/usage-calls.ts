import { z } from 'zod';
import { ask } from './ask.ts';
import { askPages } from './pages.ts';
import type { Loopctl } from './port.ts';
import type { Transport } from './transport.ts';
import type { TokenUsage } from './usage-record.ts';

const usageSchema = z.object({
  id: z.string(),
  agent_id: z.string(),
  input_tokens: z.number(),
  output_tokens: z.number(),
  model_name: z.string(),
  cost_millicents: z.number(),
  phase: z.string(),
  session_id: z.string().nullable(),
});

const budgetSchema = z.object({
  id: z.string(),
  scope_type: z.enum(['project', 'epic', 'story']),
  scope_id: z.string(),
  budget_millicents: z.number(),
  current_spend_millicents: z.number(),
  alert_threshold_pct: z.number(),
});

type UsageCalls = Pick<Loopctl, 'reportUsage' | 'listUsage' | 'listBudgets'>;

/** What agents spent and what they may spend. */
export function usageCalls(transport: Transport): UsageCalls {
  return {
    async reportUsage(identity, storyId, usage) {
      const body = { ...wireUsage(usage), story_id: storyId };
      const request = { method: 'POST', path: '/api/v1/token-usage', body } as const;
      await ask(transport, identity, request, z.object({ token_usage_report: z.looseObject({}) }));
    },
    async listUsage(storyId) {
      const reading = { path: `/api/v1/stories/${storyId}/token-usage` };
      const rows = await askPages(transport, 'orchestrator', reading, usageSchema);
      return rows.map((row) => ({
        id: row.id,
        agentId: row.agent_id,
        inputTokens: row.input_tokens,
        outputTokens: row.output_tokens,
        modelName: row.model_name,
        costMillicents: row.cost_millicents,
        phase: row.phase,
        sessionId: row.session_id,
      }));
    },
    async listBudgets() {
      const rows = await askPages(transport, 'orchestrator', { path: '/api/v1/token-budgets' }, budgetSchema);
      return rows.map((row) => ({
        id: row.id,
        scopeType: row.scope_type,
        scopeId: row.scope_id,
        budgetMillicents: row.budget_millicents,
        spentMillicents: row.current_spend_millicents,
        alertThreshold: row.alert_threshold_pct,
      }));
    },
  };
}

/** Usage in the words of the wire. */
export function wireUsage(usage: TokenUsage): Readonly<Record<string, unknown>> {
  return {
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    model_name: usage.modelName,
    cost_millicents: usage.costMillicents,
    ...(usage.phase === undefined ? {} : { phase: usage.phase }),
    ...(usage.sessionId === undefined ? {} : { session_id: usage.sessionId }),
  };
}
