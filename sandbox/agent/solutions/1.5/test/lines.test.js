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

test('AC-1.5.1: what is no text is refused by what it is', () => {
  assert.throws(() => splitLines(42), { name: 'TypeError', message: /not a number$/ });
  assert.throws(() => splitLines(null), { name: 'TypeError', message: /not null$/ });
  assert.throws(() => splitLines(['one']), { name: 'TypeError', message: /not an object$/ });
});

test('AC-1.5.2: every text is split as before', () => {
  assert.deepEqual(splitLines('one\r\ntwo'), ['one', 'two']);
  assert.deepEqual(splitLines(''), []);
});
