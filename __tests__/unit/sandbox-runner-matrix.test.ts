// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { describe, expect, test } from 'vitest';
import { nameInside, nameLeg, nameUnexpanded } from '../../sandbox/runner/job-name.ts';
import type { JsonObject } from '../../sandbox/runner/json.ts';
import { expandStrategy } from '../../sandbox/runner/matrix.ts';

const scope = { contexts: { needs: { plan: { outputs: { ids: '["a","b"]', none: '[]' } } }, matrix: { os: 'linux' } } };

function legs(matrix: JsonObject): readonly (readonly [JsonObject | null, string])[] {
  return expandStrategy({ matrix }, scope).legs.map((leg) => [leg.values, leg.nameParts.join(', ')]);
}

describe('a matrix', () => {
  test.each<[string, JsonObject, readonly (readonly [JsonObject, string])[]]>([
    [
      'crosses its vectors in the order of writing',
      { os: ['linux', 'mac'], node: [20, 24] },
      [
        [{ os: 'linux', node: 20 }, 'linux, 20'],
        [{ os: 'linux', node: 24 }, 'linux, 24'],
        [{ os: 'mac', node: 20 }, 'mac, 20'],
        [{ os: 'mac', node: 24 }, 'mac, 24'],
      ],
    ],
    [
      'takes a vector from an expression',
      { id: '${{ fromJSON(needs.plan.outputs.ids) }}' },
      [
        [{ id: 'a' }, 'a'],
        [{ id: 'b' }, 'b'],
      ],
    ],
    [
      'leaves out what exclude matches in part',
      { os: ['linux', 'mac'], node: [20, 24], exclude: [{ os: 'mac', node: 20 }, { node: 24 }] },
      [[{ os: 'linux', node: 20 }, 'linux, 20']],
    ],
    [
      'extends what include matches and adds what it does not, naming only what made the leg',
      { os: ['linux', 'mac'], include: [{ os: 'mac', arch: 'arm' }, { color: 'red' }, { os: 'bsd', color: 'blue' }] },
      [
        [{ os: 'linux', color: 'red' }, 'linux'],
        [{ os: 'mac', arch: 'arm', color: 'red' }, 'mac'],
        [{ os: 'bsd', color: 'blue' }, 'bsd, blue'],
      ],
    ],
    [
      'may be made of includes alone, and names the leaves of objects',
      { include: [{ leg: { id: 'a1', role: 'fix' }, n: 1 }] },
      [[{ leg: { id: 'a1', role: 'fix' }, n: 1 }, 'a1, fix, 1']],
    ],
  ])('%s', (_title, matrix, expected) => {
    expect(legs(matrix)).toEqual(expected);
  });

  test.each<[string, JsonObject, string]>([
    [
      'an empty vector',
      { id: '${{ fromJSON(needs.plan.outputs.none) }}' },
      "Matrix vector 'id' does not contain any values",
    ],
    ['no vector at all', { include: [] }, 'Matrix must define at least one vector'],
    ['a vector that is no list', { id: 'x' }, "Matrix vector 'id' must be a list"],
    ['everything excluded', { id: ['a'], exclude: [{ id: 'a' }] }, 'Matrix must define at least one vector'],
  ])('refuses %s', (_title, matrix, message) => {
    expect(() => legs(matrix)).toThrow(message);
  });

  test('fails fast and unlimited unless told otherwise', () => {
    expect(expandStrategy({ matrix: { id: ['a', 'b'] } }, scope)).toMatchObject({ failFast: true, maxParallel: 2 });
    expect(expandStrategy({ matrix: { id: ['a', 'b'] }, 'fail-fast': false, 'max-parallel': 1 }, scope)).toMatchObject({
      failFast: false,
      maxParallel: 1,
    });
  });
});

describe('a job is named', () => {
  test.each([
    ['by its id', undefined, [], 'build'],
    ['by its id and legs', undefined, ['linux', '24'], 'build (linux, 24)'],
    ['by its name and legs', 'Build it', ['linux'], 'Build it (linux)'],
    ['by its expression alone', 'Build ${{ matrix.os }}', ['linux'], 'Build linux'],
    ['in a hundred characters', 'x'.repeat(120), [], `${'x'.repeat(97)}...`],
  ])('%s', (_title, name, parts, expected) => {
    expect(nameLeg('build', name, parts, scope)).toBe(expected);
  });

  test('as it is written when it is skipped before its matrix exists', () => {
    expect(nameUnexpanded('build', 'Build ${{ matrix.os }}')).toBe('Build ${{ matrix.os }}');
  });

  test('behind its caller', () => {
    expect(nameInside('assignment (a1)', 'agent')).toBe('assignment (a1) / agent');
    expect(nameInside('', 'agent')).toBe('agent');
  });
});
