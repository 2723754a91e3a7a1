import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AssignmentFile, readAssignmentFile, writeAssignmentFile } from '../../src/agents/assignment-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assignments-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const command = { command: ['agent', '--quiet'], timeoutMinutes: 60, outputLimitKb: 1024 };
const file: AssignmentFile = {
  version: 1,
  assignment: {
    version: 1,
    id: '99-3',
    run: 99,
    attempt: 1,
    notAfter: 1,
    base: { branch: 'main', sha: 'a'.repeat(40) },
    startSha: 'a'.repeat(40),
    branch: 'orchestrate/1.1',
    role: 'repair',
    redSha: 'a'.repeat(40),
    failures: [{ job: 'test', log: 'red' }],
    feedback: [],
  },
  job: {
    author: command,
    reviewer: command,
    setup: null,
    verify: { command: 'npm test', timeoutMinutes: 10 },
    environment: ['KEY'],
    protectedPaths: ['migrations/**'],
  },
  skills: [],
  diff: null,
  base: null,
};

describe('an assignment file', () => {
  it('is read as it was written', async () => {
    const path = await writeAssignmentFile(join(folder, 'new'), file);
    expect(path).toBe(join(folder, 'new/99-3.json'));
    expect(await readAssignmentFile(join(folder, 'new'), '99-3')).toEqual(file);
  });

  it.each(['../99-3', '', 'a/b', 'A', '.'])('is never looked for under the id %j', async (id) => {
    await expect(readAssignmentFile(folder, id)).rejects.toThrow('not the id of an assignment');
  });

  it('is not written when it could not be read again', async () => {
    const job = { ...file.job, author: { ...command, command: [] } };
    await expect(writeAssignmentFile(folder, { ...file, job })).rejects.toThrow();
  });

  it.each([
    { name: 'is missing', make: () => {}, says: 'ENOENT' },
    { name: 'is no JSON', make: () => writeFileSync(join(folder, '99-3.json'), '{'), says: '99-3.json is not JSON' },
    {
      name: 'is of a newer version',
      make: () => writeFileSync(join(folder, '99-3.json'), JSON.stringify({ ...file, version: 2 })),
      says: 'is not an assignment',
    },
    {
      name: 'is a symbolic link',
      make: () => symlinkSync('/etc/hostname', join(folder, '99-3.json')),
      says: 'not a plain file',
    },
    {
      name: 'holds another assignment',
      make: () =>
        writeFileSync(
          join(folder, '99-3.json'),
          JSON.stringify({ ...file, assignment: { ...file.assignment, id: '99-4' } }),
        ),
      says: 'holds assignment 99-4',
    },
  ])('says so when it $name', async ({ make, says }) => {
    make();
    await expect(readAssignmentFile(folder, '99-3')).rejects.toThrow(says);
  });

  it('carries nothing but what the schema knows', async () => {
    const path = await writeAssignmentFile(folder, { ...file, token: 'secret' } as AssignmentFile);
    expect(readFileSync(path, 'utf8')).not.toContain('secret');
  });
});
