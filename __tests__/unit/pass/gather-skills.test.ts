import { expect, it } from 'vitest';
import type { Project } from '../../../src/loopctl/port.ts';
import type { Skill } from '../../../src/loopctl/skill-record.ts';
import { gatherSkills } from '../../../src/pass/gather-skills.ts';
import type { Pass } from '../../../src/pass/pass.ts';

const project: Project = { id: 'p', name: 'House', slug: 'house', mission: null, metadata: {} };

function passWith(texts: Readonly<Record<string, string>>): Pick<Pass, 'loopctl' | 'project'> {
  const findSkill = (projectId: string, name: string): Promise<Skill | null> => {
    const text = texts[name];
    return Promise.resolve(text === undefined ? null : { id: name, name, version: 2, projectId, text });
  };
  return { project, loopctl: { findSkill } as Pass['loopctl'] };
}

const texts = {
  'house:implement': 'Test first.',
  'loopctl:review': 'Look twice.',
  'loopctl:verify-artifacts': 'See that the files are there.',
  'loopctl:implement': 'Of nobody.',
};

it('each agent is told the skills of its role, as loopctl has them', async () => {
  const names = ['loopctl:review', 'loopctl:verify-artifacts'] as const;
  const skills = await gatherSkills('review', passWith(texts));
  expect(skills).toEqual(names.map((name) => ({ name, version: 2, text: texts[name] })));
});

it('where loopctl has none, or an empty one, nothing is told', async () => {
  expect(await gatherSkills('review', passWith({ 'loopctl:review': ' \n' }))).toEqual([]);
});

it('one that is too long holds the story', async () => {
  const long = { 'house:implement': 'x'.repeat(50_001) };
  await expect(gatherSkills('fix', passWith(long))).rejects.toMatchObject({ hold: { code: 'skill_too_long' } });
  expect(await gatherSkills('fix', passWith({ 'house:implement': 'x'.repeat(50_000) }))).toHaveLength(1);
});
