import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration } from '../src/duration.js';

test('AC-2.1.1: the largest units are told, two unless told otherwise', () => {
  assert.equal(formatDuration(90_061_000), '1d 1h');
  assert.equal(formatDuration(90_061_000, { parts: 4 }), '1d 1h 1m 1s');
  assert.equal(formatDuration(5_400_000, { parts: 1 }), '2h');
  assert.equal(formatDuration(1500), '1s 500ms');
});

test('AC-2.1.2: less than a second is told in milliseconds', () => {
  assert.equal(formatDuration(350), '350ms');
  assert.equal(formatDuration(0), '0ms');
});

test('AC-2.1.3: rounding carries into the next unit', () => {
  assert.equal(formatDuration(59_999, { parts: 1 }), '1m');
  assert.equal(formatDuration(3_599_999), '1h');
  assert.equal(formatDuration(86_399_999), '1d');
});

test('AC-2.1.4: negative durations have a sign, and what is no number is refused', () => {
  assert.equal(formatDuration(-60_000), '-1m');
  assert.throws(() => formatDuration(Number.NaN), RangeError);
  assert.throws(() => formatDuration(Number.POSITIVE_INFINITY), RangeError);
});
