import { expect, it } from 'vitest';
import { findLongSkill, longestSkill, skillsOf } from '../../../src/core/skills.ts';

it.each([
  ['implement', ['house:implement']],
  ['fix', ['house:implement']],
  ['repair', ['house:implement']],
  ['review', ['loopctl:review', 'loopctl:verify-artifacts']],
] as const)('who is to %s is told the skills of these exact names', (role, names) => {
  expect(skillsOf(role, 'house')).toEqual(names);
});

const skill = (name: string, length: number) => ({ name, version: 2, text: 'x'.repeat(length) });

it.each([
  ['none', [], null],
  ['one of just the length that is allowed', [skill('a', longestSkill)], null],
  ['one that is longer', [skill('a', 1), skill('b', longestSkill + 1)], 'b, version 2, has 50001 characters of 50000'],
] as const)('of skills that are too long it finds %s', (_, skills, detail) => {
  const hold = { code: 'skill_too_long', detail: expect.stringContaining(detail ?? '') };
  expect(findLongSkill(skills)).toEqual(detail === null ? null : hold);
});
