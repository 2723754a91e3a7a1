import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBytes } from '../src/bytes.js';

test('AC-2.3.1: steps of 1000, and a decimal only where it says something', () => {
  assert.equal(formatBytes(1500), '1.5 kB');
  assert.equal(formatBytes(2_000_000), '2 MB');
  assert.equal(formatBytes(0), '0 B');
  assert.equal(formatBytes(999), '999 B');
});

test('AC-2.3.2: binary counts in steps of 1024', () => {
  assert.equal(formatBytes(1536, { binary: true }), '1.5 KiB');
  assert.equal(formatBytes(1000, { binary: true }), '1000 B');
});

test('AC-2.3.3: rounding carries into the next unit', () => {
  assert.equal(formatBytes(999_950), '1 MB');
  assert.equal(formatBytes(1_048_575, { binary: true }), '1 MiB');
});

test('AC-2.3.4: what is no number of bytes is refused', () => {
  assert.throws(() => formatBytes(-1), RangeError);
  assert.throws(() => formatBytes(1.5), RangeError);
});
