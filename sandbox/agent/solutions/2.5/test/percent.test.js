import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percent } from '../src/percent.js';

test('AC-2.5.1: shares are told in whole per cents', () => {
  assert.equal(percent(1, 4), '25%');
  assert.equal(percent(2, 3), '67%');
});

test('AC-2.5.2: decimals can be asked for', () => {
  assert.equal(percent(1, 3, { digits: 1 }), '33.3%');
});

test('AC-2.5.3: some is never told as none, and not quite all never as all', () => {
  assert.equal(percent(1, 1000), '<1%');
  assert.equal(percent(999, 1000), '>99%');
  assert.equal(percent(99_999, 100_000, { digits: 1 }), '>99.9%');
  assert.equal(percent(5, 5), '100%');
});

test('AC-2.5.4: nothing of nothing is none, a part of nothing is refused', () => {
  assert.equal(percent(0, 0), '0%');
  assert.throws(() => percent(1, 0), RangeError);
});
