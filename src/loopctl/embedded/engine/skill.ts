import type { Db } from './db.ts';
import type { SkillRow, SkillVersionRow } from './people-rows.ts';

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
