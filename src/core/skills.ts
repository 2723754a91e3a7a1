import type { Role } from './assignment.ts';
import type { Hold } from './reasons.ts';

/** As much as a prompt bears beside a story and its change, in characters. */
export const longestSkill = 50_000;

/** What loopctl's maintainers tell agents, as far as it is judged here. */
interface SkillFacts {
  readonly name: string;
  readonly version: number;
  readonly text: string;
}

/** The exact names of the skills that an agent of this role is told, where loopctl has them. */
export function skillsOf(role: Role, projectSlug: string): readonly string[] {
  return role === 'review' ? ['loopctl:review', 'loopctl:verify-artifacts'] : [`${projectSlug}:implement`];
}

/** Why a story has to wait for one of its skills, or null: half an instruction is none. */
export function findLongSkill(skills: readonly SkillFacts[]): Hold | null {
  const long = skills.find(({ text }) => text.length > longestSkill);
  if (long === undefined) return null;
  const { name, version, text } = long;
  const detail = `${name}, version ${version}, has ${text.length} characters of ${longestSkill} at most`;
  return { code: 'skill_too_long', detail };
}
