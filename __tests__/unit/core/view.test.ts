import { describe, expect, it } from 'vitest';
import { branchOf, parseBranch } from '../../../src/core/view.ts';

const branches: readonly (readonly [branch: string, story: string, generation: number])[] = [
  ['orchestrate/1.1', '1.1', 1],
  ['orchestrate/1.1-2', '1.1', 2],
  ['orchestrate/7-12', '7', 12],
  ['orchestrate/repair-1234567', 'repair-1234567', 1],
  ['orchestrate/repair-abcdef0-3', 'repair-abcdef0', 3],
];

describe('a branch of ours', () => {
  it.each(branches)('%s is that of %s, generation %i', (branch, story, generation) => {
    expect(parseBranch(branch)).toEqual({ story, generation });
    expect(branchOf(story, generation)).toBe(branch);
  });

  it.each(['-0', '-1', '-02', '-123456', '-99999999999999999999'])(
    'is none of a story where no generation of it is named so: %s',
    (end) => {
      expect(parseBranch(`orchestrate/1.1${end}`)).toEqual({ story: `1.1${end}`, generation: 1 });
    },
  );

  it('is told by its prefix', () => {
    expect(parseBranch('revert-11-orchestrate/1.1')).toBeNull();
  });
});
