import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepRecord } from '../../../src/phases/keep-record.ts';
import { aPolicy } from '../../builders/policy.ts';

it('is no reason to fail, nor hides why a pass failed, where it cannot be put into words', async () => {
  const endless: Record<string, unknown> = {};
  endless['itself'] = endless;
  const said: string[] = [];
  const pass = { policy: { ...aPolicy(), ...endless }, log: (line: string) => void said.push(line) };
  const folder = join(tmpdir(), 'orchestrate-no-record');
  expect(await keepRecord(folder, { pass, entries: [] }, async () => 'done')).toBe('done');
  const failing = keepRecord(folder, { pass, entries: [] }, () => Promise.reject(new Error('the pass failed')));
  await expect(failing).rejects.toThrow('the pass failed');
  expect(said).toEqual([
    expect.stringMatching(/^! record - — not written: /),
    expect.stringMatching(/^! record - — not written: /),
  ]);
  expect(existsSync(folder)).toBe(false);
});
