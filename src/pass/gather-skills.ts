import type { SkillText } from '../agents/assignment-file.ts';
import type { Role } from '../core/assignment.ts';
import { LeftUndone } from './left-undone.ts';
import type { Pass } from './pass.ts';

/** As much as a prompt bears beside a story and its change. */
const limit = 50_000;

/** What loopctl's maintainers tell agents of this role, each skill by its exact name; what there is none of is not told. */
export async function gatherSkills(
  role: Role,
  { loopctl, project }: Pick<Pass, 'loopctl' | 'project'>,
): Promise<readonly SkillText[]> {
  const names = role === 'review' ? ['loopctl:review', 'loopctl:verify-artifacts'] : [`${project.slug}:implement`];
  const found = await Promise.all(names.map((name) => loopctl.findSkill(project.id, name)));
  const skills = found.flatMap((skill) => (skill === null || skill.text.trim() === '' ? [] : [skill]));
  const long = skills.find(({ text }) => text.length > limit);
  if (long !== undefined) {
    const detail = `${long.name}, version ${long.version}, has ${long.text.length} characters of ${limit} at most`;
    throw new LeftUndone({ code: 'skill_too_long', detail });
  }
  return skills.map(({ name, version, text }) => ({ name, version, text }));
}
