import type { Call } from './call.ts';
import type { Db } from './db.ts';
import { actorLabel } from './feed.ts';
import {
  objectOrEmpty,
  optionalObject,
  optionalText,
  type Problems,
  problemsOf,
  requiredText,
  textOrNull,
} from './field.ts';
import { identifier } from './identifier.ts';
import type { SkillRow, SkillVersionRow } from './people-rows.ts';

type Body = Readonly<Record<string, unknown>>;

/** What the skill says now. */
export function currentVersion(skill: SkillRow): SkillVersionRow {
  const version = skill.versions.at(-1);
  if (version === undefined) {
    throw new Error(`skill ${skill.name} has no version`);
  }
  return version;
}

/** The database with this skill as it is now. */
export function putSkill(db: Db, skill: SkillRow): Db {
  return { ...db, skills: new Map(db.skills).set(skill.id, skill) };
}

/** The version of this number; `invalid` for what is no number. */
export function findVersion(skill: SkillRow, number: string): SkillVersionRow | 'invalid' | null {
  return /^\d{1,9}$/.test(number)
    ? (skill.versions.find((version) => version.version === Number(number)) ?? null)
    : 'invalid';
}

/** The database with one more skill, made from what a call says of it. */
export function addSkill(db: Db, call: Call, body: Body): { readonly db: Db; readonly skill: SkillRow } {
  const projectId = textOrNull(body['project_id']);
  const id = identifier('skill', projectId ?? '', String(body['name']));
  const skill: SkillRow = {
    id,
    name: String(body['name']),
    description: textOrNull(body['description']),
    project_id: projectId,
    status: 'active',
    metadata: objectOrEmpty(body['metadata']),
    inserted_at: db.clock,
    updated_at: db.clock,
    versions: [newVersion(db, { id, version: 1 }, call, { prompt_text: body['prompt_text'] })],
    results: [],
  };
  return { db: putSkill(db, skill), skill };
}

/** The skill with one more version. */
export function withVersion(db: Db, skill: SkillRow, call: Call, body: Body): SkillRow {
  const version = newVersion(db, { id: skill.id, version: skill.versions.length + 1 }, call, body);
  return { ...skill, versions: [...skill.versions, version], updated_at: db.clock };
}

function newVersion(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  { actor }: Call,
  body: Body,
): SkillVersionRow {
  return {
    id: identifier('skill-version', id, version),
    version,
    prompt_text: String(body['prompt_text']),
    changelog: textOrNull(body['changelog']),
    created_by: actorLabel(actor),
    metadata: objectOrEmpty(body['metadata']),
    inserted_at: db.clock,
  };
}

/** The skills of this name: the tenant's and the projects'. */
export function namesakes(db: Db, name: unknown): readonly SkillRow[] {
  return [...db.skills.values()].filter((skill) => skill.name === name);
}

/** What is wrong with a skill. */
export function skillProblems(body: Body): Problems {
  return problemsOf({
    name: requiredText(body['name']),
    description: optionalText(body['description']),
    ...versionChecks(body),
  });
}

/** What each field of a version says against it. */
export function versionChecks(body: Body): Readonly<Record<string, readonly string[] | null>> {
  return {
    prompt_text: requiredText(body['prompt_text']),
    changelog: optionalText(body['changelog']),
    metadata: optionalObject(body['metadata']),
  };
}
