import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shorten } from '../src/shorten.js';
import { width } from '../src/width.js';

test('AC-1.3.1: a text that fits comes back as it is', () => {
  assert.equal(shorten('terminal', 8), 'terminal');
  assert.equal(shorten('', 0), '');
});

test('AC-1.3.2: a longer text is cut at its end and is never too wide', () => {
  assert.equal(shorten('terminal', 5), 'term…');
  for (let columns = 0; columns < 12; columns += 1) assert.ok(width(shorten('wide 日本語 text', columns)) <= columns);
});

test('AC-1.3.3: characters of several code points stay whole', () => {
  assert.equal(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5), '👩‍👩‍👧👩‍👩‍👧…');
  assert.equal(shorten('e\u0301e\u0301e\u0301', 2), 'e\u0301…');
});

test('AC-1.3.4: the middle can go instead of the end', () => {
  assert.equal(shorten('src/markdown-table.js', 11, { at: 'middle' }), 'src/m…le.js');
  assert.equal(shorten('abcdef', 4, { at: 'middle' }), 'ab…f');
});

test('AC-1.3.5: what docs/shorten.md shows is so', () => {
  assert.equal(shorten('terminal', 8), 'terminal');
  assert.equal(shorten('terminal', 5), 'term…');
  assert.equal(shorten('src/markdown-table.js', 11, { at: 'middle' }), 'src/m…le.js');
});
