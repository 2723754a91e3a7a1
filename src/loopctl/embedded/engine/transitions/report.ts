import { invalid, refuse, refuseOwnWork, wrongStatus } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { isObject, type Problems } from '../field.ts';
import { addReportedUsage, usageProblems } from '../handlers/token-usage.ts';
import type { StoryRow } from '../rows.ts';
import { artifactProblems, newArtifact } from './artifacts.ts';
import { changeStatus, moved } from './on-story.ts';

/** Another agent than the implementer says that the work is done. A self-report is refused; here nothing halts. */
export function report(db: Db, story: StoryRow, call: Call): Reply {
  if (call.actor.agentId === null) {
    return refuse(db, 422, 'Agent ID required for chain-of-custody');
  }
  if (story.agent_status !== 'implementing') {
    return wrongStatus(db, story, 'report');
  }
  if (story.assigned_agent_id === call.actor.agentId) {
    return refuseOwnWork(db, 'report');
  }
  const { artifact, token_usage: usage } = call.body;
  const refusal = invalid(db, extraProblems(artifact, usage));
  return refusal ?? accept(db, story, call);
}

function accept(db: Db, story: StoryRow, call: Call): Reply {
  const { artifact, token_usage: usage } = call.body;
  const next: StoryRow = {
    ...story,
    agent_status: 'reported_done',
    reported_by_agent_id: call.actor.agentId,
    reported_done_at: db.clock,
    updated_at: db.clock,
    artifacts: isObject(artifact)
      ? [...story.artifacts, newArtifact(db, story, call.actor, artifact)]
      : story.artifacts,
  };
  const told = changeStatus(
    db,
    { from: story, to: next, told: { reported_done_at: db.clock.replace('T', ' ') } },
    call,
  );
  return moved(isObject(usage) ? addReportedUsage(told, next, call.actor, usage) : told, next, []);
}

function extraProblems(artifact: unknown, usage: unknown): Problems {
  return {
    ...(isObject(artifact) ? artifactProblems(artifact) : {}),
    ...(isObject(usage) ? usageProblems(usage) : {}),
  };
}
