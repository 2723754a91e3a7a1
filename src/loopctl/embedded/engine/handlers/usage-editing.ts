import { answer, invalid, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory, storiesOf } from '../db.ts';
import { record } from '../feed.ts';
import type { Problems } from '../field.ts';
import type { StoryRow, UsageRow } from '../rows.ts';
import { newUsage, presentUsage, usageProblems } from './token-usage.ts';

/** A report that sets another one right: what it says is added, so that it may say less than nothing. */
export function correctUsage(db: Db, call: Call): Reply {
  const found = findUsage(db, call.id);
  if (found === null) {
    return notFound(db);
  }
  const refusal = invalid(db, withoutSigns(usageProblems(call.body)));
  if (refusal !== null) {
    return refusal;
  }
  const { story, usage } = found;
  const correction: UsageRow = {
    ...newUsage(db, story, usage.agent_id, call.body),
    corrects_report_id: usage.id,
  };
  const stored = putStory(db, { ...story, usage: [...story.usage, correction] });
  return answer(tell(stored, correction, call, 'corrected'), 201, { token_usage_report: presentUsage(correction) });
}

/** Takes a report out of every sum; it stays where it is. */
export function deleteUsage(db: Db, call: Call): Reply {
  const found = findUsage(db, call.id);
  if (found === null || found.usage.deleted_at !== null) {
    return notFound(db);
  }
  const { story, usage } = found;
  const deleted: UsageRow = { ...usage, deleted_at: db.clock, updated_at: db.clock };
  const rows = story.usage.map((row) => (row.id === usage.id ? deleted : row));
  const stored = putStory(db, { ...story, usage: rows });
  return answer(tell(stored, deleted, call, 'deleted'), 200, { token_usage_report: presentUsage(deleted) });
}

function tell(db: Db, usage: UsageRow, { actor }: Call, action: 'corrected' | 'deleted'): Db {
  const { agent_id, corrects_report_id, cost_millicents, project_id: projectId, story_id, total_tokens } = usage;
  const after = { agent_id, corrects_report_id, cost_millicents, story_id, total_tokens };
  return record(db, actor, { entityType: 'token_usage_report', entityId: usage.id, action, after, projectId });
}

function findUsage(db: Db, id: string): { readonly story: StoryRow; readonly usage: UsageRow } | null {
  for (const story of storiesOf(db, undefined)) {
    const usage = story.usage.find((row) => row.id === id);
    if (usage !== undefined) {
      return { story, usage };
    }
  }
  return null;
}

function withoutSigns(problems: Problems): Problems {
  const isSign = (found: readonly string[]): boolean => found[0] === 'must be greater than or equal to 0';
  return Object.fromEntries(Object.entries(problems).filter(([, found]) => !isSign(found)));
}
