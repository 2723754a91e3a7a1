import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type ConfigReading, parseConfig } from '../../src/config/parse-config.ts';
import { configSchema } from '../../src/config/schema.ts';

const keys = [...Object.keys(configSchema.shape), 'branch', 'command', 'implement', '__proto__', 'constructor', '<<'];
const words = [
  'version: 1\n',
  'project: x\n',
  '&a ',
  '*a',
  '- ',
  '? ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '|\n',
  '!!map ',
  '---\n',
];

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(1, 0, -1, 1.5, Number.NaN, null, true, '', 'main', 'x'.repeat(600), [], {}),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
  ),
})).value;

function isExplained(reading: ConfigReading): boolean {
  if (reading.kind === 'config') return true;
  return (
    reading.problems.length > 0 &&
    reading.problems.every(({ where, what, remedy }) => where.startsWith('c.yml') && what !== '' && remedy !== '')
  );
}

describe('parseConfig', () => {
  it('reads or explains any text, and never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.oneof(fc.constantFrom(...words, ...keys), fc.string({ maxLength: 4 })), { maxLength: 40 }).map(join),
    );
    fc.assert(
      fc.property(text, (written) => isExplained(parseConfig(written, 'c.yml'))),
      { numRuns: 1500 },
    );
  });

  it('reads or explains any structure, and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (written) =>
        isExplained(parseConfig(stringify(written), 'c.yml')),
      ),
      { numRuns: 1500 },
    );
  });

  it('survives nesting that no configuration needs', () => {
    for (const opening of ['[', '{a: ', '- ', '? ']) {
      expect(isExplained(parseConfig(opening.repeat(40_000), 'c.yml'))).toBe(true);
    }
  });
});

function join(parts: readonly string[]): string {
  return parts.join('');
}
