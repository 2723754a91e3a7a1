import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberLines } from '../src/number-lines.js';

test('AC-1.6.1: each line has its number in front, on the right', () => {
  assert.equal(numberLines('one\ntwo'), '1  one\n2  two');
  const lines = numberLines('line\n'.repeat(10)).split('\n');
  assert.equal(lines[0], ' 1  line');
  assert.equal(lines[9], '10  line');
});

test('AC-1.6.2: the first line is called as told', () => {
  assert.equal(numberLines('one\ntwo', { from: 99 }), ' 99  one\n100  two');
});

test('AC-1.6.3: what is no text is shown as its text', () => {
  assert.equal(numberLines(42), '1  42');
});
