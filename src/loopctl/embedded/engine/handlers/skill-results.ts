import { answer, invalid, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory } from '../db.ts';
import { objectOrEmpty, optionalObject, problemsOf, requiredText } from '../field.ts';
import { identifier } from '../identifier.ts';
import type { SkillResultRow, SkillRow, SkillVersionRow } from '../people-rows.ts';
import type { VerificationRow } from '../rows.ts';
import { findVersion, putSkill } from '../skill.ts';
import { costOf } from './skill-cost.ts';
import { presentVersion } from './skills.ts';

/** One version of a skill, and what the stories cost that were done by it. */
export function showVersion(db: Db, call: Call): Reply {
  return withVersion(db, call, (skill, version) => ({
    version: presentVersion(skill, version),
    cost_summary: costOf(db, version),
  }));
}

/** What became of the stories that followed a version. */
export function listVersionResults(db: Db, call: Call): Reply {
  return withVersion(db, call, (skill, version) => ({
    data: skill.results.filter((result) => result.skill_version_id === version.id),
  }));
}

/** Links a verification to the version of the skill that it followed. */
export function createSkillResult(db: Db, call: Call): Reply {
  const { skill_version_id: versionId, story_id: storyId, verification_result_id: resultId, metrics } = call.body;
  const skill = [...db.skills.values()].find((one) => one.versions.some(({ id }) => id === versionId));
  const refusal = invalid(
    db,
    problemsOf({
      skill_version_id: requiredText(versionId) ?? (skill === undefined ? ['does not exist'] : null),
      story_id: requiredText(storyId) ?? (findStory(db, String(storyId)) === undefined ? ['does not exist'] : null),
      verification_result_id:
        requiredText(resultId) ?? (findVerification(db, String(resultId)) === null ? ['does not exist'] : null),
      metrics: optionalObject(metrics),
    }),
  );
  if (refusal !== null || skill === undefined) {
    return refusal ?? notFound(db);
  }
  const result: SkillResultRow = {
    id: identifier('skill-result', skill.id, skill.results.length),
    skill_version_id: String(versionId),
    verification_result_id: String(resultId),
    story_id: String(storyId),
    metrics: objectOrEmpty(metrics),
    inserted_at: db.clock,
  };
  const stored = putSkill(db, { ...skill, results: [...skill.results, result] });
  return answer(stored, 201, { skill_result: result });
}

/** How the stories went that followed each version of a skill; a version without results is left out. */
export function showSkillStats(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  if (skill === undefined) {
    return notFound(db);
  }
  const data = skill.versions.flatMap((version) => {
    const results = skill.results.filter((result) => result.skill_version_id === version.id);
    return results.length === 0 ? [] : [statsOf(db, version, results)];
  });
  return answer(db, 200, { data });
}

function statsOf(db: Db, version: SkillVersionRow, results: readonly SkillResultRow[]): unknown {
  const outcomes = results.map((result) => findVerification(db, result.verification_result_id)?.result);
  const count = (outcome: VerificationRow['result']): number => outcomes.filter((one) => one === outcome).length;
  const found = sumOf(results, 'findings_count');
  const wrong = sumOf(results, 'false_positive_count');
  return {
    version: version.version,
    total_results: results.length,
    stories_reviewed: new Set(results.map((result) => result.story_id)).size,
    pass_count: count('pass'),
    fail_count: count('fail'),
    partial_count: count('partial'),
    avg_findings: average(results, 'findings_count'),
    avg_false_positives: average(results, 'false_positive_count'),
    avg_iterations: average(results, 'iterations'),
    false_positive_rate: found === 0 ? '0' : String(wrong / found),
  };
}

function numbersOf(results: readonly SkillResultRow[], metric: string): readonly number[] {
  return results.flatMap(({ metrics }) => (typeof metrics[metric] === 'number' ? [metrics[metric]] : []));
}

function sumOf(results: readonly SkillResultRow[], metric: string): number {
  return numbersOf(results, metric).reduce((sum, value) => sum + value, 0);
}

function average(results: readonly SkillResultRow[], metric: string): number | null {
  const { length } = numbersOf(results, metric);
  return length === 0 ? null : sumOf(results, metric) / length;
}

function findVerification(db: Db, id: string): VerificationRow | null {
  for (const shelf of db.epics.values()) {
    for (const story of shelf.stories.values()) {
      const found = story.verifications.find((verification) => verification.id === id);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return null;
}

type Show = (skill: SkillRow, version: SkillVersionRow) => unknown;

function withVersion(db: Db, call: Call, show: Show): Reply {
  const skill = db.skills.get(call.id);
  const version = skill === undefined ? null : findVersion(skill, call.part);
  if (version === 'invalid') {
    return refuse(db, 400, 'Invalid version number');
  }
  return skill === undefined || version === null ? notFound(db) : answer(db, 200, show(skill, version));
}
