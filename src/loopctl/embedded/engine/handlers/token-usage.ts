import type { Actor } from '../actor.ts';
import { answer, invalid, notFound, refuse } from '../answer.ts';
import { tellCrossings } from '../budget.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory, putStory } from '../db.ts';
import { record } from '../feed.ts';
import {
  countOrZero,
  objectOrEmpty,
  optionalObject,
  optionalText,
  type Problems,
  problemsOf,
  requiredCount,
  requiredText,
  textOrNull,
} from '../field.ts';
import { identifier } from '../identifier.ts';
import { page } from '../page.ts';
import type { StoryRow, UsageRow } from '../rows.ts';
import { dollars, livingUsage, sumOf } from '../usage.ts';

const phases = ['planning', 'implementing', 'reviewing', 'other'];

type Body = Readonly<Record<string, unknown>>;

/** Tokens an agent spent on a story; reports add up, nothing is told apart by session. */
export function createUsage(db: Db, call: Call): Reply {
  if (call.actor.agentId === null) {
    return refuse(db, 422, 'API key must be associated with an agent to report token usage');
  }
  const storyId = call.body['story_id'];
  if (storyId === undefined || storyId === null) {
    return refuse(db, 422, 'story_id is required');
  }
  const story = findStory(db, String(storyId));
  if (story === undefined) {
    return notFound(db);
  }
  const refusal = invalid(db, usageProblems(call.body));
  if (refusal !== null) {
    return refusal;
  }
  const usage = newUsage(db, story, call.actor.agentId, call.body);
  const summary = {
    agent_id: usage.agent_id,
    cost_millicents: usage.cost_millicents,
    model_name: usage.model_name,
    skill_version_id: usage.skill_version_id,
    story_id: usage.story_id,
    total_tokens: usage.total_tokens,
  };
  const entry = { entityType: 'token_usage_report', entityId: usage.id, action: 'created', after: summary };
  const stored = putStory(db, { ...story, usage: [...story.usage, usage] });
  const told = record(stored, call.actor, { ...entry, projectId: story.project_id, metadata: summary });
  return answer(tellCrossings(told, story), 201, { token_usage_report: presentUsage(usage) });
}

/** The story's reports, newest first, with their sums. */
export function listUsage(db: Db, call: Call): Reply {
  const story = findStory(db, call.id);
  if (story === undefined) {
    return notFound(db);
  }
  const usage = livingUsage(story);
  const newest = page(usage.toReversed().map(presentUsage), call.query, { usual: 20, most: 100 });
  return answer(db, 200, { ...newest, totals: totalsOf(usage) });
}

/** What is wrong with a usage report. */
export function usageProblems(body: Body): Problems {
  const phase = body['phase'];
  return problemsOf({
    input_tokens: requiredCount(body['input_tokens']),
    output_tokens: requiredCount(body['output_tokens']),
    model_name: requiredText(body['model_name']),
    cost_millicents: requiredCount(body['cost_millicents']),
    phase: phase === undefined || phase === null || phases.includes(String(phase)) ? null : ['is invalid'],
    session_id: optionalText(body['session_id']),
    metadata: optionalObject(body['metadata']),
  });
}

/** Stores the usage that came along with a report of the story. */
export function addReportedUsage(db: Db, story: StoryRow, actor: Actor, body: Body): Db {
  const usage = newUsage(db, story, actor.agentId ?? '', body);
  const { agent_id, cost_millicents, input_tokens, model_name, output_tokens, phase, story_id } = usage;
  const after = { agent_id, cost_millicents, input_tokens, model_name, output_tokens, phase, story_id };
  const stored = putStory(db, { ...story, usage: [...story.usage, usage] });
  const entry = { entityType: 'token_usage_report', entityId: usage.id, action: 'created', after };
  return tellCrossings(record(stored, actor, entry), story);
}

/** A report of usage as a row, in the agent's name. */
export function newUsage(db: Db, story: StoryRow, agentId: string, body: Body): UsageRow {
  const input = countOrZero(body['input_tokens']);
  const output = countOrZero(body['output_tokens']);
  return {
    id: identifier('usage', story.id, story.usage.length),
    tenant_id: db.tenant.id,
    project_id: story.project_id,
    story_id: story.id,
    agent_id: agentId,
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    model_name: String(body['model_name']),
    cost_millicents: countOrZero(body['cost_millicents']),
    phase: textOrNull(body['phase']) ?? 'other',
    session_id: textOrNull(body['session_id']),
    skill_version_id: textOrNull(body['skill_version_id']),
    metadata: objectOrEmpty(body['metadata']),
    corrects_report_id: null,
    deleted_at: null,
    inserted_at: db.clock,
    updated_at: db.clock,
  };
}

/** A report of usage as every answer shows it. */
export function presentUsage(usage: UsageRow): Body {
  return { ...usage, cost_dollars: dollars(usage.cost_millicents) };
}

function totalsOf(usage: readonly UsageRow[]): Body {
  const cost = sumOf(usage, 'cost_millicents');
  return {
    report_count: usage.length,
    total_cost_dollars: dollars(cost),
    total_cost_millicents: cost,
    total_input_tokens: sumOf(usage, 'input_tokens'),
    total_output_tokens: sumOf(usage, 'output_tokens'),
    total_tokens: sumOf(usage, 'total_tokens'),
  };
}
