import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../src/count.js';

test('AC-2.4.1: one is singular, none and several are plural', () => {
  assert.equal(count(1, 'file'), '1 file');
  assert.equal(count(0, 'file'), '0 files');
  assert.equal(count(3, 'file'), '3 files');
});

test('AC-2.4.2: an irregular plural can be given', () => {
  assert.equal(count(2, 'child', 'children'), '2 children');
  assert.equal(count(1, 'child', 'children'), '1 child');
});

test('AC-2.4.3: thousands are set apart', () => {
  assert.equal(count(12_345, 'file'), '12,345 files');
  assert.equal(count(1_000_000, 'file'), '1,000,000 files');
});
