import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAgentCard } from '../../../src/agents/agent-card.ts';
import { commands } from '../../../src/loopctl-cli/commands.ts';
import { assignment, repairAssignment } from '../../builders/agent-card.ts';
import { type CommandEnd, runCommand } from '../../builders/loopctl-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-card-'));
  const skills = [{ name: 'loopctl:review', version: 3, text: '# Doubt' }];
  await writeAgentCard(join(folder, 'story.json'), { assignment: assignment(), skills });
  await writeAgentCard(join(folder, 'repair.json'), { assignment: repairAssignment(), skills: [] });
  await writeFile(join(folder, 'broken.json'), '{}');
});
afterAll(async () => await rm(folder, { recursive: true }));

/** As an agent would, with the key of somebody who was careless. */
async function loopctl(line: string, card = 'story'): Promise<CommandEnd> {
  const environment = {
    ORCHESTRATE_ASSIGNMENT_FILE: join(folder, `${card}.json`),
    LOOPCTL_SERVER: 'https://loopctl.invalid',
    LOOPCTL_API_KEY: 'lc_x',
  };
  return await runCommand(line.split(' '), { environment });
}

describe('loopctl in an agent job', () => {
  it.each([
    ['auth whoami', { agent: { assignment: 'a-1', role: 'implement', key: null } }],
    ['status', { story: { number: '1.1', title: 'Parse' } }],
    ['status US-1.1', { story: { acceptance_criteria: [{ id: 'AC-1', criterion: 'it parses' }] } }],
    ['next', { data: [{ number: '1.1' }] }],
    ['contract 1.1', { contract: { story_title: 'Parse', ac_count: 1 } }],
    ['skill get loopctl:review', { skill: { current_version: 3 }, current_prompt: '# Doubt' }],
  ])('answers `%s` from the assignment', async (line, expected) => {
    const { exitCode, out } = await loopctl(line);
    expect([exitCode, JSON.parse(out)]).toMatchObject([0, expected]);
  });

  it.each([
    ['status 2.1', 'This assignment is about story 1.1'],
    ['blocked', 'its assignment and nothing else of the backlog'],
    ['claim 1.1', 'Orchestrate does it, before you were started'],
    ['report 1.1', 'Orchestrate does it, when your work was judged'],
    ['verify 1.1', 'holds no key'],
    ['skill get other', 'it has loopctl:review'],
    ['serve', 'holds no key'],
  ])('explains why it does not do `%s`', async (line, words) => {
    const end = await loopctl(line);
    expect(end).toMatchObject({ exitCode: 1, out: '' });
    expect(end.err).toContain(words);
  });

  it('has no story where the base is repaired', async () => {
    expect(JSON.parse((await loopctl('status', 'repair')).out)).toMatchObject({ assignment: { role: 'repair' } });
    expect(await loopctl('contract 1.1', 'repair')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('repairs'),
    });
  });

  it('says so when there is no assignment where one is named', async () => {
    for (const card of ['broken', 'missing']) {
      expect(await loopctl('status', card)).toMatchObject({
        exitCode: 1,
        err: expect.stringContaining('is not the assignment'),
      });
    }
  });

  it('reaches for nothing outside with any command', async () => {
    for (const { name, operands, flags } of commands) {
      const needed = Object.entries(flags).filter(([, { required }]) => required === true);
      const line = [name, ...operands.map(() => '1.1'), ...needed.map(([flag]) => `--${flag}=x`)].join(' ');
      const { exitCode, err } = await loopctl(line);
      expect([line, exitCode, err.includes('loopctl.invalid')]).toEqual([
        line,
        expect.toSatisfy((code) => code < 2),
        false,
      ]);
    }
  });
});
