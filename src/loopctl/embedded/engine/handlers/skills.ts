import { answer, invalid, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { objectOrEmpty, optionalObject, optionalText, type Problems, problemsOf, textOrNull } from '../field.ts';
import { fitsQuery } from '../fits-query.ts';
import { page } from '../page.ts';
import type { SkillRow, SkillVersionRow } from '../people-rows.ts';
import { addSkill, currentVersion, namesakes, putSkill, skillProblems, versionChecks, withVersion } from '../skill.ts';

/** Skills by name, archived ones too; `name` is looked for anywhere in a name, with the wildcards of SQL. */
export function listSkills(db: Db, call: Call): Reply {
  const { name } = call.query;
  const fits = name === undefined ? () => true : like(name);
  const skills = [...db.skills.values()].filter(
    (skill) => fits(skill.name) && fitsQuery(skill, call.query, ['project_id', 'status']),
  );
  const byName = skills.toSorted((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name)));
  return answer(db, 200, page(byName.map(presentSkill), call.query, { usual: 20, most: 100 }));
}

/** A skill and what it says now. */
export function showSkill(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  return skill === undefined
    ? notFound(db)
    : answer(db, 200, { skill: presentSkill(skill), current_prompt: currentVersion(skill).prompt_text });
}

/** A new skill; its name is its own within the tenant, or within a project. */
export function createSkill(db: Db, call: Call): Reply {
  const { name, project_id: project } = call.body;
  const projectId = textOrNull(project);
  const refusal =
    invalid(db, { ...skillProblems(call.body), ...projectProblems(db, projectId) }) ??
    (namesakes(db, name).some((skill) => skill.project_id === projectId)
      ? invalid(db, { tenant_id: ['has already been taken for this tenant and project'] })
      : null);
  if (refusal !== null) {
    return refusal;
  }
  const stored = addSkill(db, call, call.body);
  return answer(stored.db, 201, {
    skill: presentSkill(stored.skill),
    version: presentVersion(stored.skill, currentVersion(stored.skill)),
  });
}

/** Changes what is said about a skill, or takes it out again; what it says itself changes by a new version. */
export function patchSkill(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  if (skill === undefined) {
    return notFound(db);
  }
  const { description, status, metadata } = call.body;
  const isKnown = status === 'active' || status === 'archived';
  const refusal = invalid(
    db,
    problemsOf({
      description: optionalText(description),
      status: (status ?? null) === null || isKnown ? null : ['is invalid'],
      metadata: optionalObject(metadata),
    }),
  );
  if (refusal !== null) {
    return refusal;
  }
  const changed: SkillRow = {
    ...skill,
    ...(description === undefined ? {} : { description: textOrNull(description) }),
    ...(isKnown ? { status } : {}),
    ...(metadata === undefined ? {} : { metadata: objectOrEmpty(metadata) }),
    updated_at: db.clock,
  };
  return answer(putSkill(db, changed), 200, { skill: presentSkill(changed) });
}

/** Puts a skill away; it can still be read. */
export function archiveSkill(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  if (skill === undefined) {
    return notFound(db);
  }
  const archived: SkillRow = { ...skill, status: 'archived', updated_at: db.clock };
  return answer(putSkill(db, archived), 200, { skill: presentSkill(archived) });
}

/** A skill's next version; the older ones stay. */
export function createVersion(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  if (skill === undefined) {
    return notFound(db);
  }
  const refusal = invalid(db, problemsOf(versionChecks(call.body)));
  if (refusal !== null) {
    return refusal;
  }
  const next = withVersion(db, skill, call, call.body);
  return answer(putSkill(db, next), 201, {
    skill: presentSkill(next),
    version: presentVersion(next, currentVersion(next)),
  });
}

/** A skill's versions, oldest first, without their texts. */
export function listVersions(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  const data = skill?.versions.map(({ prompt_text, metadata, ...shown }) => shown);
  return data === undefined ? notFound(db) : answer(db, 200, { data });
}

/** A skill as every answer shows it. */
function presentSkill(skill: SkillRow): unknown {
  const { versions, results, ...shown } = skill;
  return { ...shown, current_version: versions.length };
}

/** A version with its text. */
export function presentVersion(skill: SkillRow, version: SkillVersionRow): unknown {
  return { ...version, skill_id: skill.id };
}

function projectProblems(db: Db, projectId: string | null): Problems {
  return problemsOf({ project_id: projectId === null || db.projects.has(projectId) ? null : ['does not exist'] });
}

/** `%` stands for anything, `_` for any character, and capitals do not count. */
function like(pattern: string): (name: string) => boolean {
  const source = pattern
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  const expression = new RegExp(source, 'is');
  return (name) => expression.test(name);
}
