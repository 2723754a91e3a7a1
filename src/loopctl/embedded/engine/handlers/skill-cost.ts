import { answer, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, storiesOf } from '../db.ts';
import type { SkillVersionRow } from '../people-rows.ts';
import type { StoryRow } from '../rows.ts';
import { livingUsage, sumOf } from '../usage.ts';
import { isVerified } from './progress.ts';

/** What the stories cost that were done by each version of a skill; a version that no report names is left out. */
export function showSkillCost(db: Db, call: Call): Reply {
  const skill = db.skills.get(call.id);
  if (skill === undefined) {
    return notFound(db);
  }
  const costs = skill.versions.flatMap((version) => costOf(db, version) ?? []);
  const data = costs.map((cost, index) => ({ ...cost, ...comparedTo(costs[index - 1], cost) }));
  return answer(db, 200, { data });
}

/** How much the stories that name a version cost; null where none does. */
export function costOf(db: Db, version: SkillVersionRow): VersionCost | null {
  const isOf = (story: StoryRow): boolean => livingUsage(story).some((row) => row.skill_version_id === version.id);
  const stories = storiesOf(db, undefined).filter(isOf);
  const usage = stories.flatMap(livingUsage).filter((row) => row.skill_version_id === version.id);
  const cost = sumOf(usage, 'cost_millicents');
  return stories.length === 0
    ? null
    : {
        version: version.version,
        invocations: stories.length,
        total_cost_millicents: cost,
        avg_cost_per_story_millicents: Math.floor(cost / stories.length),
        verification_rate: stories.filter(isVerified).length / stories.length,
      };
}

interface VersionCost {
  readonly version: number;
  readonly invocations: number;
  readonly total_cost_millicents: number;
  readonly avg_cost_per_story_millicents: number;
  readonly verification_rate: number;
}

function comparedTo(before: VersionCost | undefined, cost: VersionCost): object {
  const old = before?.avg_cost_per_story_millicents ?? 0;
  const more = cost.avg_cost_per_story_millicents - old;
  return old === 0
    ? { cost_change_pct: null, cost_regression: false }
    : { cost_change_pct: Math.round((more / old) * 1000) / 10, cost_regression: more > 0 };
}
