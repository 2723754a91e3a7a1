import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitLines } from '../src/lines.js';

test('splits at every kind of line end', () => {
  assert.deepEqual(splitLines('one\ntwo\r\nthree\rfour'), ['one', 'two', 'three', 'four']);
});

test('keeps blank lines in between, but none after the last line end', () => {
  assert.deepEqual(splitLines('one\n\ntwo\n'), ['one', '', 'two']);
  assert.deepEqual(splitLines(''), []);
});
