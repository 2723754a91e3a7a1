import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columns } from '../src/columns.js';

test('AC-3.1.1: columns are as wide as their widest cell, two spaces apart', () => {
  assert.equal(
    columns([
      ['a', 'one'],
      ['bcd', 'two'],
    ]),
    'a    one\nbcd  two',
  );
  assert.equal(
    columns(
      [
        ['a', 'one'],
        ['bcd', 'two'],
      ],
      { gap: 1 },
    ),
    'a   one\nbcd two',
  );
  assert.equal(
    columns([
      ['日本', 'x'],
      ['a', 'y'],
    ]),
    '日本  x\na     y',
  );
});

test('AC-3.1.2: each column has its alignment', () => {
  assert.equal(
    columns(
      [
        ['a', '1'],
        ['b', '200'],
      ],
      { align: ['left', 'right'] },
    ),
    'a    1\nb  200',
  );
});

test('AC-3.1.3: short rows are filled up', () => {
  assert.equal(columns([['a', 'b', 'c'], ['d']]), 'a  b  c\nd');
  assert.equal(columns([]), '');
});

test('AC-3.1.4: no line ends in spaces', () => {
  for (const line of columns([
    ['a', 'long'],
    ['b', 'x'],
  ]).split('\n'))
    assert.equal(line, line.trimEnd());
});
