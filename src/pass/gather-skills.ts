import type { SkillText } from '../agents/assignment-file.ts';
import type { Role } from '../core/assignment.ts';
import { findLongSkill, skillsOf } from '../core/skills.ts';
import { LeftUndone } from './left-undone.ts';
import type { Pass } from './pass.ts';

/** What loopctl's maintainers tell agents of this role; a skill that there is none of, or an empty one, is not told. */
export async function gatherSkills(
  role: Role,
  { loopctl, project }: Pick<Pass, 'loopctl' | 'project'>,
): Promise<readonly SkillText[]> {
  const found = await Promise.all(skillsOf(role, project.slug).map((name) => loopctl.findSkill(project.id, name)));
  const skills = found.flatMap((skill) => (skill === null || skill.text.trim() === '' ? [] : [skill]));
  const hold = findLongSkill(skills);
  if (hold !== null) throw new LeftUndone(hold);
  return skills.map(({ name, version, text }) => ({ name, version, text }));
}
