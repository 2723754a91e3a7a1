import assert from 'node:assert/strict';
import { test } from 'node:test';
import { width } from '../src/width.js';

test('AC-1.1.1: plain ASCII is as wide as it is long', () => {
  assert.equal(width('tidy print'), 10);
  assert.equal(width(''), 0);
});

test('AC-1.1.2: combining marks take no column of their own', () => {
  assert.equal(width('e\u0301'), 1);
  assert.equal(width('n\u0303o\u0308'), 2);
});

test('AC-1.1.3: wide characters and emoji take two columns', () => {
  assert.equal(width('日本語'), 6);
  assert.equal(width('🎉'), 2);
  assert.equal(width('👩‍👩‍👧'), 2);
});

test('AC-1.1.4: colour sequences take no column', () => {
  assert.equal(width('\u001b[31mred\u001b[0m'), 3);
  assert.equal(width('\u001b[1;38;5;208mbold\u001b[0m'), 4);
});
