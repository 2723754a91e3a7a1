import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCommandFile } from '../../sandbox/runner/command-files.ts';
import { commandError, commandMask, writeOutput, writeSummary } from '../../src/workflow-commands.ts';

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

it('adds a summary to what other steps have written, and says why it could not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'summary-'));
  try {
    const file = join(folder, 'summary');
    expect([writeSummary(file, '# one\n'), writeSummary(file, '# two\n')]).toEqual([null, null]);
    expect(await readFile(file, 'utf8')).toBe('# one\n# two\n');
    expect(writeSummary(join(folder, 'none', 'summary'), '# three\n')).toContain('ENOENT');
    expect(writeSummary('', '# three\n')).toBe('the runner named no file for it');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
