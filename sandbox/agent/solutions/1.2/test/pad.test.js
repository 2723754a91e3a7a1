import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pad } from '../src/pad.js';

test('AC-1.2.1: the text stands on the left unless told otherwise', () => {
  assert.equal(pad('ab', 5), 'ab   ');
  assert.equal(pad('', 3), '   ');
});

test('AC-1.2.2: right and center, with the odd space on the right', () => {
  assert.equal(pad('ab', 5, 'right'), '   ab');
  assert.equal(pad('ab', 6, 'center'), '  ab  ');
  assert.equal(pad('ab', 5, 'center'), ' ab  ');
});

test('AC-1.2.3: the width is the one on the terminal', () => {
  assert.equal(pad('日本', 6), '日本  ');
  assert.equal(pad('e\u0301', 3, 'right'), '  e\u0301');
});

test('AC-1.2.4: a text that is wide enough comes back as it is', () => {
  assert.equal(pad('abcdef', 3), 'abcdef');
  assert.equal(pad('abc', 3, 'center'), 'abc');
});

test('AC-1.2.5: an unknown alignment is refused by name', () => {
  assert.throws(() => pad('ab', 5, 'middle'), { name: 'RangeError', message: /"middle"/ });
  assert.throws(() => pad('ab', 5, 'toString'), RangeError);
});
