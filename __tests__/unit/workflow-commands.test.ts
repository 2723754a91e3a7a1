import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCommandFile } from '../../sandbox/runner/command-files.ts';
import { parseWorkflowCommand } from '../../sandbox/runner/workflow-commands.ts';
import { addSummary, error, info, setFailed, setOutput, setSecret } from '../../src/workflow-commands.ts';

const odd = '100% of it: a, b\r\nand ::error::more\n\nghadelimiter_1\nEOF';

let folder = '';
let said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-commands-'));
  vi.stubEnv('GITHUB_OUTPUT', join(folder, 'output'));
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'summary'));
  said = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

describe('what is said to the runner', () => {
  it.each([
    ['error', error],
    ['add-mask', setSecret],
  ] as const)('is one line whatever it holds, and is read as it was meant: %s', (name, say) => {
    say(odd);
    expect(said).toHaveLength(1);
    expect(said[0]?.trimEnd().split('\n')).toHaveLength(1);
    expect(parseWorkflowCommand(said[0]?.trimEnd() ?? '')).toEqual({ command: name, properties: {}, message: odd });
  });

  it('is an ordinary line where it is no command', () => {
    info('looking');
    expect(said).toEqual(['looking\n']);
  });

  it('fails the step when something has failed', () => {
    setFailed('nothing works');
    expect(said).toEqual(['::error::nothing works\n']);
    expect(process.exitCode).toBe(1);
  });
});

describe('what is left for the runner', () => {
  it('is every output as it was given, and no other', () => {
    const value = odd.replaceAll('\r\n', '\n');
    setOutput('matrix', '[]');
    setOutput('text', value);
    expect(parseCommandFile(readFileSync(join(folder, 'output'), 'utf8'))).toEqual([
      { name: 'matrix', value: '[]' },
      { name: 'text', value },
    ]);
  });

  it('is a summary that grows', () => {
    addSummary('# One\n');
    addSummary('# Two\n');
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toBe('# One\n# Two\n');
  });

  it('is nothing where the runner has no place for it, and that is said', () => {
    vi.stubEnv('GITHUB_OUTPUT', '');
    expect(() => setOutput('count', '1')).toThrow('the runner has given no GITHUB_OUTPUT');
  });
});
