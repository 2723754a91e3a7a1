import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDuration } from '../src/duration.js';
import { parseDuration } from '../src/parse-duration.js';

test('AC-2.2.1: units can be put together, with spaces or without', () => {
  assert.equal(parseDuration('1h 30m'), 5_400_000);
  assert.equal(parseDuration('1h30m'), 5_400_000);
  assert.equal(parseDuration('90m'), 5_400_000);
});

test('AC-2.2.2: fractions are understood', () => {
  assert.equal(parseDuration('1.5h'), 5_400_000);
  assert.equal(parseDuration('0.25s'), 250);
});

test('AC-2.2.3: what formatDuration says in full is read back', () => {
  for (const milliseconds of [0, 1, 999, 61_001, 90_061_350, -3_600_000]) {
    assert.equal(parseDuration(formatDuration(milliseconds, { parts: 5 })), milliseconds);
  }
});

test('AC-2.2.4: what it does not understand is quoted', () => {
  assert.throws(() => parseDuration('1h soon'), { name: 'SyntaxError', message: /"soon"/ });
  assert.throws(() => parseDuration(''), SyntaxError);
});
