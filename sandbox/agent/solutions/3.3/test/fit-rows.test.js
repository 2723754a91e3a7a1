import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns } from '../src/columns.js';
import { fitRows } from '../src/fit-rows.js';
import { width } from '../src/width.js';

const rows = [
  ['1.1', 'Measure how wide a text is on a terminal', 'done'],
  ['1.2', 'Pad text to a width', 'open'],
];

test('AC-3.3.1: rows that fit come back as they are', () => {
  assert.deepEqual(fitRows(rows, 80), rows);
  assert.deepEqual(fitRows([], 10), []);
});

test('AC-3.3.2: the widest column gives way until the rows fit', () => {
  for (const available of [20, 30, 45]) {
    const fitted = fitRows(rows, available);
    for (const line of columns(fitted).split('\n')) assert.ok(width(line) <= available, line);
    assert.deepEqual(
      fitted.map(([number, , state]) => [number, state]),
      [
        ['1.1', 'done'],
        ['1.2', 'open'],
      ],
    );
  }
});

test('AC-3.3.3: long cells are shortened unless told otherwise', () => {
  assert.equal(fitRows(rows, 30)[0][1], 'Measure how wide a…');
});

test('AC-3.3.4: wrap makes rows higher instead', () => {
  const fitted = fitRows(rows, 30, { overflow: 'wrap' });
  assert.deepEqual(fitted[0], ['1.1', 'Measure how wide a', 'done']);
  assert.deepEqual(fitted[1], ['', 'text is on a', '']);
  assert.deepEqual(fitted.map(([, title]) => title).join(' '), rows.map(([, title]) => title).join(' '));
});
