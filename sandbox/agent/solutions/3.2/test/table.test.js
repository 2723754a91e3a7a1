import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../src/table.js';

const header = ['Name', 'Size'];
const rows = [
  ['width.js', '1.1 kB'],
  ['pad.js', '640 B'],
];

test('AC-3.2.1: a header above a rule, with lines around', () => {
  assert.equal(
    table(header, rows),
    [
      '┌──────────┬────────┐',
      '│ Name     │ Size   │',
      '├──────────┼────────┤',
      '│ width.js │ 1.1 kB │',
      '│ pad.js   │ 640 B  │',
      '└──────────┴────────┘',
    ].join('\n'),
  );
});

test('AC-3.2.2: ascii draws with plain characters only', () => {
  const drawn = table(header, rows, { style: 'ascii' });
  assert.equal(drawn.split('\n')[0], '+----------+--------+');
  assert.match(drawn, /^[\x20-\x7e\n]+$/);
  assert.throws(() => table(header, rows, { style: 'round' }), { name: 'RangeError', message: /"round"/ });
});

test('AC-3.2.3: a table without rows has a header and borders', () => {
  assert.equal(table(['A'], []), '┌───┐\n│ A │\n├───┤\n└───┘');
});

test('AC-3.2.4: the rows can be counted below', () => {
  assert.equal(
    table(header, rows, { things: ['row'] })
      .split('\n')
      .at(-1),
    '2 rows',
  );
  assert.equal(
    table(header, rows.slice(1), { things: ['entry', 'entries'] })
      .split('\n')
      .at(-1),
    '1 entry',
  );
});
