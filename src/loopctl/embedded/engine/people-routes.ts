import { listAgents, registerAgent, showAgent } from './handlers/agents.ts';
import { listAgentCosts, listEpicCosts, listModelCosts, listTrends, showProjectCost } from './handlers/analytics.ts';
import { createKey, listKeys, revokeKey } from './handlers/api-keys.ts';
import { listAudit } from './handlers/audit.ts';
import { createBudget, listBudgets, patchBudget, showBudget } from './handlers/budgets.ts';
import { createDispatch, listDispatches, showDispatch } from './handlers/dispatches.ts';
import { deleteBudget } from './handlers/removing.ts';
import { showSkillCost } from './handlers/skill-cost.ts';
import { importSkills } from './handlers/skill-import.ts';
import { createSkillResult, listVersionResults, showSkillStats, showVersion } from './handlers/skill-results.ts';
import {
  archiveSkill,
  createSkill,
  createVersion,
  listSkills,
  listVersions,
  patchSkill,
  showSkill,
} from './handlers/skills.ts';
import { createUsage } from './handlers/token-usage.ts';
import { correctUsage, deleteUsage } from './handlers/usage-editing.ts';
import { anybody, onlyAgent, orchestrator, type Route, stateKeepers, user } from './route.ts';

/** Calls about what people keep beside the stories: keys, agents, dispatches, skills, and what all of it costs. */
export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/api_keys', access: user, handle: listKeys },
  { method: 'POST', path: '/api_keys', access: user, handle: createKey },
  { method: 'DELETE', path: '/api_keys/:id', access: user, handle: revokeKey },
  { method: 'GET', path: '/agents', access: orchestrator, handle: listAgents },
  { method: 'POST', path: '/agents/register', access: onlyAgent, handle: registerAgent },
  { method: 'GET', path: '/agents/:id', access: orchestrator, handle: showAgent },
  { method: 'GET', path: '/audit', access: user, handle: listAudit },

  { method: 'GET', path: '/dispatches', access: anybody, handle: listDispatches },
  { method: 'POST', path: '/dispatches', access: orchestrator, handle: createDispatch },
  { method: 'GET', path: '/dispatches/:id', access: anybody, handle: showDispatch },

  { method: 'GET', path: '/skills', access: anybody, handle: listSkills },
  { method: 'POST', path: '/skills', access: user, handle: createSkill },
  { method: 'POST', path: '/skills/import', access: user, handle: importSkills },
  { method: 'GET', path: '/skills/:id', access: anybody, handle: showSkill },
  { method: 'PATCH', path: '/skills/:id', access: user, handle: patchSkill },
  { method: 'PUT', path: '/skills/:id', access: user, handle: patchSkill },
  { method: 'DELETE', path: '/skills/:id', access: user, handle: archiveSkill },
  { method: 'GET', path: '/skills/:id/versions', access: anybody, handle: listVersions },
  { method: 'POST', path: '/skills/:id/versions', access: user, handle: createVersion },
  { method: 'GET', path: '/skills/:id/versions/:version', access: anybody, handle: showVersion },
  { method: 'GET', path: '/skills/:id/versions/:version/results', access: anybody, handle: listVersionResults },
  { method: 'GET', path: '/skills/:id/stats', access: anybody, handle: showSkillStats },
  { method: 'GET', path: '/skills/:id/cost-performance', access: user, handle: showSkillCost },
  { method: 'POST', path: '/skill_results', access: stateKeepers, handle: createSkillResult },

  { method: 'POST', path: '/token-usage', access: anybody, handle: createUsage },
  { method: 'DELETE', path: '/token-usage/:id', access: user, handle: deleteUsage },
  { method: 'POST', path: '/token-usage/:id/correction', access: user, handle: correctUsage },
  { method: 'GET', path: '/token-budgets', access: anybody, handle: listBudgets },
  { method: 'POST', path: '/token-budgets', access: orchestrator, handle: createBudget },
  { method: 'GET', path: '/token-budgets/:id', access: anybody, handle: showBudget },
  { method: 'PATCH', path: '/token-budgets/:id', access: orchestrator, handle: patchBudget },
  { method: 'PUT', path: '/token-budgets/:id', access: orchestrator, handle: patchBudget },
  { method: 'DELETE', path: '/token-budgets/:id', access: orchestrator, handle: deleteBudget },
  { method: 'GET', path: '/analytics/projects/:id', access: anybody, handle: showProjectCost },
  { method: 'GET', path: '/analytics/agents', access: anybody, handle: listAgentCosts },
  { method: 'GET', path: '/analytics/epics', access: anybody, handle: listEpicCosts },
  { method: 'GET', path: '/analytics/models', access: anybody, handle: listModelCosts },
  { method: 'GET', path: '/analytics/trends', access: anybody, handle: listTrends },
];
