import type { Actor } from '../actor.ts';
import { answer, invalid } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, putStory } from '../db.ts';
import { record } from '../feed.ts';
import { objectOrEmpty, optionalObject, type Problems, problemsOf, requiredText } from '../field.ts';
import { identifier } from '../identifier.ts';
import type { ArtifactRow, StoryRow } from '../rows.ts';

type Body = Readonly<Record<string, unknown>>;

/** One more artifact of the story; posting the same twice gives two. */
export function postArtifact(db: Db, story: StoryRow, call: Call): Reply {
  const refusal = invalid(db, artifactProblems(call.body));
  if (refusal !== null) {
    return refusal;
  }
  const artifact = newArtifact(db, story, call.actor, call.body);
  const { artifact_type, exists, path, reported_by, reporter_agent_id, story_id } = artifact;
  const stored = putStory(db, { ...story, artifacts: [...story.artifacts, artifact] });
  const told = record(stored, call.actor, {
    entityType: 'artifact_report',
    entityId: artifact.id,
    action: 'created',
    after: { artifact_type, exists, path, reported_by, reporter_agent_id, story_id },
  });
  return answer(told, 201, { artifact_report: artifact });
}

/** What is wrong with an artifact. */
export function artifactProblems(body: Body): Problems {
  const exists = body['exists'];
  return problemsOf({
    artifact_type: requiredText(body['artifact_type']),
    path: requiredText(body['path']),
    exists: exists === undefined || exists === null || typeof exists === 'boolean' ? null : ['is invalid'],
    details: optionalObject(body['details']),
  });
}

/** An artifact row in the actor's name. */
export function newArtifact(db: Db, story: StoryRow, actor: Actor, body: Body): ArtifactRow {
  return {
    id: identifier('artifact', story.id, story.artifacts.length),
    tenant_id: db.tenant.id,
    story_id: story.id,
    reported_by: actor.role === 'orchestrator' ? 'orchestrator' : 'agent',
    reporter_agent_id: actor.agentId,
    artifact_type: String(body['artifact_type']),
    path: String(body['path']),
    exists: body['exists'] === true,
    details: objectOrEmpty(body['details']),
    inserted_at: db.clock,
    updated_at: db.clock,
  };
}
