import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCommandFile } from '../../sandbox/runner/command-files.ts';
import { commandError, commandMask, writeOutput } from '../../src/workflow-commands.ts';

it('says an error of several lines in one command, so that no line of it is taken for another', () => {
  expect(commandError('100 %\r\n::add-mask::x')).toBe('::error::100 %25%0D%0A::add-mask::x\n');
  expect(commandMask('a\nb')).toBe('::add-mask::a%0Ab\n');
});

it('writes outputs that are read back as they were, whatever is in them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outputs-'));
  try {
    const file = join(folder, 'output');
    const outputs = { matrix: '[{"id":"1-1"}]', detail: 'first\nEOF\nother=1\n', nothing: '' };
    for (const [name, value] of Object.entries(outputs)) writeOutput(file, name, value);
    const entries = parseCommandFile(await readFile(file, 'utf8'));
    expect(Object.fromEntries(entries.map(({ name, value }) => [name, value]))).toEqual(outputs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
